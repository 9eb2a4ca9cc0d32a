import type { Caller } from '@baogong/commanding';
import { cursorsOf, direct } from '@baogong/event-store';
import { formatPosition, type EventStream, type ServerEvent } from '@baogong/http';
import { lastDay, type Hours } from '../../application/period.js';
import { see } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Reader } from '../asking.js';
import { retained, type Retained } from './retained.js';
import { totalOf } from './throughput.query.js';

/** How often positions are looked at, which costs next to nothing; the sums are asked for where these have moved. */
const TICK_MS = 200;
/** How long after its last reader a place keeps what it told. */
const KEEP_MS = 5 * 60_000;

/** A question that is asked again when what it rests on has moved. */
export interface LiveQuestion {
  /** What its events are called. */
  event: string;
  /** On whose positions the answer rests. */
  consumers: readonly string[];
  /** Rests between two questions, however fast events come. */
  restMs: number;
  ask(runtime: Runtime, asked: Reader & Hours): Promise<object>;
}

const THROUGHPUT: LiveQuestion = {
  event: 'throughput',
  consumers: ['throughput-orders', 'throughput-inventory', 'throughput-delivery'],
  restMs: 400,
  ask: totalOf,
};

export interface LiveView {
  /** Sends what the reader missed, then the sums whenever they change; what it answers ends the subscription. */
  follow(reader: Reader & { caller: Caller }, stream: EventStream): Promise<() => void>;
}

export const liveThroughput = (runtime: Runtime): LiveView => liveView(runtime, THROUGHPUT);

/** However many watch one place, it is asked about once when something has happened, and not while nobody watches. */
export function liveView(runtime: Runtime, question: LiveQuestion): LiveView {
  const places = new Map<string, WatchedPlace>();
  return {
    follow({ caller, ...reader }, stream) {
      for (const [other, place] of places) if (place.idleMs() > KEEP_MS) places.delete(other);
      const key = `${reader.territory} ${reader.persons}`;
      const place = places.get(key) ?? new WatchedPlace({ runtime, question }, reader);
      places.set(key, place);
      return place.follow(caller, stream);
    },
  };
}

class WatchedPlace {
  private readonly told: Retained;
  private readonly readers = new Map<EventStream, Caller>();
  private timer: NodeJS.Timeout | undefined;
  private leftAtMs = performance.now();
  private asked: { answer: Promise<void>; answered: boolean } | undefined;
  private looked = { state: '', atMs: -Infinity };

  constructor(
    private readonly about: { runtime: Runtime; question: LiveQuestion },
    private readonly place: Reader,
  ) {
    this.told = retained(about.question.event);
  }

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
    const { runtime } = this.about;
    const { territory } = this.place;
    for (const [stream, caller] of this.readers) {
      // A reader whose grant was withdrawn is cut off at the next look.
      if (!see(runtime, caller, { action: 'SeeThroughput', territory }).ok) stream.close();
    }
    if (this.readers.size > 0) this.ask().catch((error: unknown) => this.giveUp(error));
  }

  private giveUp(error: unknown): void {
    const { runtime, question } = this.about;
    runtime.log.error({ err: error, question: question.event }, 'live view failed');
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
    const { runtime, question } = this.about;
    // The position first: the answer then holds at least what it names.
    const position = await positionOf(runtime, question.consumers);
    const hours = lastDay(runtime.clock.now());
    const state = `${position} ${hours.toHour}`;
    if (state === this.looked.state || performance.now() - this.looked.atMs < question.restMs) return;
    const asked = { ...this.place, ...hours };
    const answer = await question.ask(runtime, asked);
    const { territory, fromHour, toHour } = asked;
    this.looked = { state, atMs: performance.now() };
    const event = this.told.note({ position, data: { territory, fromHour, toHour, ...answer } });
    if (event) this.send(event);
  }

  private send(event: ServerEvent): void {
    for (const stream of this.readers.keys()) stream.send(event);
  }
}

async function positionOf({ pool }: Runtime, consumers: readonly string[]): Promise<string> {
  const cursors = await Promise.all(consumers.map((consumer) => cursorsOf(direct(pool), consumer)));
  // Of two consumers of one source the one that is behind has the word: what it names, both hold.
  const least = new Map<string, Cursor>();
  for (const cursor of cursors.flat()) {
    const key = `${cursor.source}:${cursor.shard}`;
    const known = least.get(key);
    if (!known || cursor.pos < known.pos) least.set(key, cursor);
  }
  return [...least.values()].map(formatPosition).join(',');
}

type Cursor = Awaited<ReturnType<typeof cursorsOf>>[number];
