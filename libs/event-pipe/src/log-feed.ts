import type { Context } from '@baogong/contracts';
import type { StoredEvent } from '@baogong/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { pollMs } from './polling.js';
import {
  Redelivery,
  type ConsumeOptions,
  type EventLog,
  type EventRecord,
  type Partition,
  type Subscription,
} from './port.js';

const READ_LIMIT = 500;
const RETRY_MS = 200;

interface FeedShard {
  shard: number;
  /** Undefined until the consumer has told where to start. */
  at: number | undefined;
  head: number;
  paused: boolean;
  notBefore: number;
  pumping: Promise<void> | undefined;
  again: boolean;
}

export interface FeedOptions {
  source: Context;
  log: EventLog;
  toRecord(event: StoredEvent): EventRecord;
  pollMs?: number;
  onError?(error: unknown): void;
  /** Where several processes share a log: only what this one leads is delivered here. All of it unless told. */
  leads?(shard: number): boolean;
  /** Whether every append is made in this process. It is unless told. */
  alone?(): boolean;
}

/** Delivers a log by position: woken in process at each append, and by a poll for appends of other processes. */
export function feedLog(feed: FeedOptions, consume: ConsumeOptions): Subscription {
  return new LogFeed(feed, consume);
}

class LogFeed implements Subscription {
  private readonly shards = new Map<number, FeedShard>();
  private readonly stopListening: () => void;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private polling: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: FeedOptions,
    private readonly consume: ConsumeOptions,
  ) {
    this.stopListening = feed.log.onAppend((shard) => this.wake(shard));
    this.schedule(0);
  }

  pause({ shard }: Partition): void {
    this.shardOf(shard).paused = true;
  }

  resume({ shard }: Partition): void {
    this.shardOf(shard).paused = false;
    this.wake(shard);
  }

  lag() {
    const led = [...this.shards.values()].filter(({ shard }) => this.leads(shard));
    return led.map(({ shard, at, head }) => ({
      source: this.feed.source,
      shard,
      at: at ?? 0,
      head: Math.max(head, at ?? 0),
    }));
  }

  async close(deadlineMs: number): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.stopListening();
    const ended = Promise.all([this.polling, ...[...this.shards.values()].map(({ pumping }) => pumping)]);
    await Promise.race([ended, sleep(deadlineMs, undefined, { ref: false })]);
  }

  private schedule(afterMs: number): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.polling = this.poll()
        .catch((error: unknown) => this.feed.onError?.(error))
        .finally(() => this.schedule(this.feed.pollMs ?? pollMs(this.feed.alone?.() ?? true)));
    }, afterMs);
  }

  private async poll(): Promise<void> {
    const heads = await this.feed.log.heads();
    heads.forEach((head, shard) => {
      const state = this.shardOf(shard);
      state.head = head;
      if (!this.leads(shard)) this.leave(state);
      else if (state.at === undefined || head !== state.at) this.wake(shard);
    });
  }

  private leads(shard: number): boolean {
    return this.feed.leads?.(shard) ?? true;
  }

  /** Another process goes on with it: when it comes back, the place to start at is asked for anew. */
  private leave(state: FeedShard): void {
    if (state.at === undefined || state.pumping) return;
    state.at = undefined;
    this.consume.onRevoke?.({ source: this.feed.source, shard: state.shard });
  }

  private shardOf(shard: number): FeedShard {
    const known = this.shards.get(shard);
    if (known) return known;
    const fresh = { shard, at: undefined, head: 0, paused: false, notBefore: 0, pumping: undefined, again: false };
    this.shards.set(shard, fresh);
    return fresh;
  }

  private wake(shard: number): void {
    const state = this.shardOf(shard);
    state.again = true;
    if (this.closed || state.pumping || state.paused || Date.now() < state.notBefore || !this.leads(shard)) return;
    state.pumping = this.pump(state)
      .catch((error: unknown) => this.delay(state, error))
      .finally(() => {
        state.pumping = undefined;
        if (state.again) this.wake(shard);
      });
  }

  private delay(state: FeedShard, error: unknown): void {
    state.notBefore = Date.now() + (error instanceof Redelivery ? error.afterMs : RETRY_MS);
    if (!(error instanceof Redelivery)) this.feed.onError?.(error);
  }

  private async pump(state: FeedShard): Promise<void> {
    state.at ??= (await this.consume.onAssign?.({ source: this.feed.source, shard: state.shard })) ?? 0;
    while (state.again && !state.paused && !this.closed && this.leads(state.shard)) {
      state.again = false;
      await this.pumpOnce(state, state.at);
    }
  }

  private async pumpOnce(state: FeedShard, from: number): Promise<void> {
    const { source, log, toRecord } = this.feed;
    const events = await log.read(state.shard, from, READ_LIMIT);
    const last = events.at(-1);
    if (last) {
      await this.consume.onBatch({ source, shard: state.shard, records: events.map((event) => toRecord(event)) });
      state.at = last.pos;
    } else if (state.head < from) await this.tellLoss(state);
    state.again ||= events.length === READ_LIMIT;
  }

  /** Only a log restored to an earlier point ends before what was already read of it. */
  private async tellLoss({ shard, head, at }: FeedShard): Promise<void> {
    const heads = await this.feed.log.heads();
    const now = heads[shard] ?? 0;
    if (now >= (at ?? 0)) return;
    const last = now === 0 ? undefined : (await this.feed.log.read(shard, now - 1, 1))[0];
    const told = { pos: Math.min(head, now), epoch: 0, ...(last && { chain: last.chain }) };
    await this.consume.onBatch({ source: this.feed.source, shard, records: [], head: told });
  }
}
