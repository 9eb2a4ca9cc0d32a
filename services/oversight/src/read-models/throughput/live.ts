import type { Caller } from '@baogong/commanding';
import { cursorsOf, direct } from '@baogong/event-store';
import { formatPosition, type EventStream, type ServerEvent } from '@baogong/http';
import { addMinutes, type Territory } from '@baogong/kernel';
import { see } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import { retained } from './retained.js';
import { totalOf, type Span } from './throughput.query.js';

const POLL_MS = 1000;
const DAY_MINUTES = 24 * 60;
/** How long after its last reader a place keeps what it told. */
const KEEP_MS = 5 * 60_000;
const CONSUMERS = ['throughput-orders', 'throughput-inventory', 'throughput-delivery'];

/** The last 24 hours with the hour that runs. */
export function lastDay({ clock }: Runtime, territory: Territory): Span {
  const now = clock.now();
  return { territory, fromHour: addMinutes(now, -DAY_MINUTES).slice(0, 13), toHour: addMinutes(now, 60).slice(0, 13) };
}

export interface LiveThroughput {
  /** Sends what the reader missed, then the sums whenever they change; what it answers ends the subscription. */
  follow(reader: { caller: Caller; territory: Territory }, stream: EventStream): Promise<() => void>;
}

/** However many watch one place, its sums are asked for once a second, and not at all while nobody watches. */
export function liveThroughput(runtime: Runtime): LiveThroughput {
  const places = new Map<Territory, WatchedPlace>();
  return {
    follow({ caller, territory }, stream) {
      for (const [other, place] of places) if (place.idleMs() > KEEP_MS) places.delete(other);
      const place = places.get(territory) ?? new WatchedPlace(runtime, territory);
      places.set(territory, place);
      return place.follow(caller, stream);
    },
  };
}

class WatchedPlace {
  private readonly told = retained('throughput');
  private readonly readers = new Map<EventStream, Caller>();
  private timer: NodeJS.Timeout | undefined;
  private leftAtMs = performance.now();
  private asked: { atMs: number; answer: Promise<void>; answered: boolean } | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly territory: Territory,
  ) {}

  idleMs(): number {
    return this.timer ? 0 : performance.now() - this.leftAtMs;
  }

  async follow(caller: Caller, stream: EventStream): Promise<() => void> {
    await this.ask(POLL_MS);
    // From here to the end nothing is awaited: whatever is told next finds this reader among the others.
    for (const event of this.told.since(stream.lastEventId)) stream.send(event);
    this.readers.set(stream, caller);
    this.timer ??= setInterval(() => this.tick(), POLL_MS).unref();
    return () => this.leave(stream);
  }

  private leave(stream: EventStream): void {
    this.readers.delete(stream);
    if (this.readers.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.leftAtMs = performance.now();
  }

  private tick(): void {
    const { runtime, territory } = this;
    for (const [stream, caller] of this.readers) {
      // A reader whose grant was withdrawn is cut off at the next look.
      if (!see(runtime, caller, { action: 'SeeThroughput', territory }).ok) stream.close();
    }
    if (this.readers.size > 0) this.ask(POLL_MS / 2).catch((error: unknown) => this.giveUp(error));
  }

  private giveUp(error: unknown): void {
    this.runtime.log.error({ err: error }, 'live throughput failed');
    for (const stream of this.readers.keys()) stream.close();
  }

  /** Looks again unless somebody is looking or did so within the last `withinMs`; one look at a time keeps the order. */
  private ask(withinMs: number): Promise<void> {
    const { asked } = this;
    if (asked && (!asked.answered || performance.now() - asked.atMs < withinMs)) return asked.answer;
    const asking = { atMs: performance.now(), answer: this.look(), answered: false };
    this.asked = asking;
    asking.answer.then(
      () => (asking.answered = true),
      () => (this.asked = undefined),
    );
    return asking.answer;
  }

  private async look(): Promise<void> {
    const span = lastDay(this.runtime, this.territory);
    // The position first: the sums then hold at least what it names.
    const position = await positionOf(this.runtime);
    const event = this.told.note({ position, data: { ...span, ...(await totalOf(this.runtime, span)) } });
    if (event) this.send(event);
  }

  private send(event: ServerEvent): void {
    for (const stream of this.readers.keys()) stream.send(event);
  }
}

async function positionOf({ pool }: Runtime): Promise<string> {
  const cursors = await Promise.all(CONSUMERS.map((consumer) => cursorsOf(direct(pool), consumer)));
  return cursors.flat().map(formatPosition).join(',');
}
