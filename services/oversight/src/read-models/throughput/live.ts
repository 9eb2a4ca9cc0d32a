import type { Caller } from '@baogong/commanding';
import { cursorsOf, direct } from '@baogong/event-store';
import { formatPosition, type EventStream, type ServerEvent } from '@baogong/http';
import { lastDay } from '../../application/period.js';
import { see } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Reader } from '../asking.js';
import { retained } from './retained.js';
import { totalOf } from './throughput.query.js';

/** How often positions are looked at, which costs next to nothing; the sums are asked for where these have moved. */
const TICK_MS = 200;
/** Rests between two questions for the sums, however fast events come. */
const REST_MS = 400;
/** How long after its last reader a place keeps what it told. */
const KEEP_MS = 5 * 60_000;
const CONSUMERS = ['throughput-orders', 'throughput-inventory', 'throughput-delivery'];

export interface LiveThroughput {
  /** Sends what the reader missed, then the sums whenever they change; what it answers ends the subscription. */
  follow(reader: Reader & { caller: Caller }, stream: EventStream): Promise<() => void>;
}

/** However many watch one place, its sums are asked for once when something has happened, and not while nobody watches. */
export function liveThroughput(runtime: Runtime): LiveThroughput {
  const places = new Map<string, WatchedPlace>();
  return {
    follow({ caller, ...reader }, stream) {
      for (const [other, place] of places) if (place.idleMs() > KEEP_MS) places.delete(other);
      const key = `${reader.territory} ${reader.persons}`;
      const place = places.get(key) ?? new WatchedPlace(runtime, reader);
      places.set(key, place);
      return place.follow(caller, stream);
    },
  };
}

class WatchedPlace {
  private readonly told = retained('throughput');
  private readonly readers = new Map<EventStream, Caller>();
  private timer: NodeJS.Timeout | undefined;
  private leftAtMs = performance.now();
  private asked: { answer: Promise<void>; answered: boolean } | undefined;
  private looked = { state: '', atMs: -REST_MS };

  constructor(
    private readonly runtime: Runtime,
    private readonly place: Reader,
  ) {}

  idleMs(): number {
    return this.timer ? 0 : performance.now() - this.leftAtMs;
  }

  async follow(caller: Caller, stream: EventStream): Promise<() => void> {
    await this.ask();
    // From here to the end nothing is awaited: whatever is told next finds this reader among the others.
    for (const event of this.told.since(stream.lastEventId)) stream.send(event);
    this.readers.set(stream, caller);
    this.timer ??= setInterval(() => this.tick(), TICK_MS).unref();
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
    const { runtime, place } = this;
    const { territory } = place;
    for (const [stream, caller] of this.readers) {
      // A reader whose grant was withdrawn is cut off at the next look.
      if (!see(runtime, caller, { action: 'SeeThroughput', territory }).ok) stream.close();
    }
    if (this.readers.size > 0) this.ask().catch((error: unknown) => this.giveUp(error));
  }

  private giveUp(error: unknown): void {
    this.runtime.log.error({ err: error }, 'live throughput failed');
    for (const stream of this.readers.keys()) stream.close();
  }

  /** One look at a time keeps the order of what is told. */
  private ask(): Promise<void> {
    const { asked } = this;
    if (asked && !asked.answered) return asked.answer;
    const asking = { answer: this.look(), answered: false };
    this.asked = asking;
    asking.answer.then(
      () => (asking.answered = true),
      () => (this.asked = undefined),
    );
    return asking.answer;
  }

  private async look(): Promise<void> {
    // The position first: the sums then hold at least what it names.
    const position = await positionOf(this.runtime);
    const hours = lastDay(this.runtime.clock.now());
    const state = `${position} ${hours.toHour}`;
    if (state === this.looked.state || performance.now() - this.looked.atMs < REST_MS) return;
    const asked = { ...this.place, ...hours };
    const total = await totalOf(this.runtime, asked);
    const { territory, fromHour, toHour } = asked;
    this.looked = { state, atMs: performance.now() };
    const event = this.told.note({ position, data: { territory, fromHour, toHour, ...total } });
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
