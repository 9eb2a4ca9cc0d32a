import {
  Batcher,
  direct,
  giveUpLeases,
  joinReplicas,
  recordRelayed,
  SHARDS,
  takeRelayLeases,
  type RelayRow,
  type Tx,
} from '@baogong/event-store';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pollMs } from './polling.js';
import type { RelayOptions } from './relay-options.js';
import { RelayShard } from './relay-shard.js';

export interface RelayLag {
  shard: number;
  published: number;
  head: number;
  epoch: number;
}

export interface StartedRelay {
  /** Whether this process leads the shard: publishes it and consumes its service's own log of it. */
  leads(shard: number): boolean;
  /** Whether no other process of the service lives, so that whatever is appended is appended here. */
  alone(): boolean;
  lag(): RelayLag[];
  close(deadlineMs?: number): Promise<void>;
}

/** Long enough for a pause of the process, short enough that what a killed one led goes on within a session time-out. */
const LEASE_MS = 3000;
/** What the shards have published in so long is recorded in one commit; a crash in between only repeats it. */
const RECORD_REST_MS = 20;

/** Publishes a service's log; where neighbours read the log itself it only makes it known to them. */
export function startRelay(options: RelayOptions): StartedRelay {
  const { pipe, source, store, published } = options;
  if (!pipe.attach) return new Relay(options);
  pipe.attach(source, store, published);
  return { leads: () => true, alone: () => true, lag: () => [], close: () => Promise.resolve() };
}

class Relay implements StartedRelay {
  private readonly shards = new Map<number, RelayShard>();
  private readonly holder: string;
  private readonly leaseMs: number;
  private readonly tx: Tx;
  private readonly records: Batcher<RelayRow, boolean>;
  private readonly stopListening: () => void;
  private readonly offset = Math.floor(Math.random() * SHARDS);
  private heads: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private renewAt = 0;
  private live = 1;
  private closed = false;

  constructor(private readonly options: RelayOptions) {
    this.holder = options.holder ?? randomUUID();
    this.leaseMs = options.leaseMs ?? LEASE_MS;
    this.tx = direct(options.pool);
    this.records = new Batcher({
      max: SHARDS,
      concurrency: 1,
      restMs: RECORD_REST_MS,
      weigh: () => 1,
      send: (rows) => recordRelayed(this.tx, rows),
    });
    this.stopListening = options.store.onAppend((shard) => this.shards.get(shard)?.wake());
    this.schedule(0);
  }

  leads(shard: number): boolean {
    return this.shards.get(shard)?.held() === true;
  }

  alone(): boolean {
    return this.live === 1;
  }

  lag(): RelayLag[] {
    return [...this.shards.values()].map((shard) => {
      const { pos, epoch } = shard.row;
      return { shard: shard.row.shard, published: pos, head: Math.max(pos, this.heads[shard.row.shard] ?? 0), epoch };
    });
  }

  async close(deadlineMs = 5000): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.stopListening();
    await Promise.race([this.round, sleep(deadlineMs, undefined, { ref: false })]);
    await Promise.all([...this.shards.values()].map((shard) => shard.close(deadlineMs)));
    const held = [...this.shards.keys()];
    this.shards.clear();
    await giveUpLeases(this.tx, { shards: held, holder: this.holder })
      .then(() => joinReplicas(this.tx, { holder: this.holder, ttlMs: 0 }))
      .catch((error: unknown) => this.options.onError?.(error));
  }

  private schedule(afterMs: number): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.round = this.look()
        .catch((error: unknown) => this.options.onError?.(error))
        .finally(() => this.schedule(this.options.pollMs ?? pollMs(this.alone())));
    }, afterMs);
  }

  private async look(): Promise<void> {
    if (Date.now() >= this.renewAt) await this.renew();
    this.heads = await this.options.store.heads();
    for (const shard of this.shards.values()) shard.look(this.heads[shard.row.shard] ?? 0);
  }

  /** Each replica leads its part of the shards and leaves the rest; what nobody leads any more is taken up. */
  private async renew(): Promise<void> {
    this.renewAt = Date.now() + this.leaseMs / 3;
    this.live = await joinReplicas(this.tx, { holder: this.holder, ttlMs: this.leaseMs });
    const part = Math.ceil(SHARDS / this.live);
    await this.giveUp([...this.shards.keys()].slice(part));
    await this.take([...this.shards.keys()]);
    for (const shard of this.wanted()) if (this.shards.size < part) await this.take([shard]);
  }

  /** Every replica begins elsewhere, so that those who start together do not all ask for the same ones. */
  private wanted(): number[] {
    const all = Array.from({ length: SHARDS }, (_, index) => (index + this.offset) % SHARDS);
    return all.filter((shard) => !this.shards.has(shard));
  }

  private async giveUp(surplus: number[]): Promise<void> {
    if (surplus.length === 0) return;
    const leaving = surplus.map((shard) => this.shards.get(shard));
    for (const shard of surplus) this.shards.delete(shard);
    await Promise.all(leaving.map((shard) => shard?.close(this.leaseMs)));
    await giveUpLeases(this.tx, { shards: surplus, holder: this.holder });
  }

  private async take(shards: number[]): Promise<void> {
    if (shards.length === 0) return;
    // Counted from before the question: the database's count starts later, so ours ends first.
    const until = Date.now() + this.leaseMs;
    const rows = await takeRelayLeases(this.tx, { shards, holder: this.holder, ttlMs: this.leaseMs });
    const taken = new Map(rows.map((row) => [row.shard, row]));
    for (const shard of shards) this.hold(shard, { row: taken.get(shard), until });
  }

  private hold(shard: number, { row, until }: { row: RelayRow | undefined; until: number }): void {
    const known = this.shards.get(shard);
    if (row && known?.row.epoch === row.epoch) return known.prolong(until);
    known?.lose();
    if (row)
      this.shards.set(
        shard,
        new RelayShard({ ...this.options, record: (next) => this.records.submit(next) }, row, until),
      );
    else this.shards.delete(shard);
  }
}
