import { direct, takeRelayLease, type Tx } from '@baogong/event-store';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RelayOptions } from './relay-options.js';
import { RelayShard } from './relay-shard.js';

export interface RelayLag {
  shard: number;
  published: number;
  head: number;
  epoch: number;
}

export interface StartedRelay {
  lag(): RelayLag[];
  close(deadlineMs?: number): Promise<void>;
}

/** Publishes a service's log; where neighbours read the log itself it only makes it known to them. */
export function startRelay(options: RelayOptions): StartedRelay {
  const { pipe, source, store, published } = options;
  if (!pipe.attach) return new Relay(options);
  pipe.attach(source, store, published);
  return { lag: () => [], close: () => Promise.resolve() };
}

class Relay implements StartedRelay {
  private readonly shards = new Map<number, RelayShard>();
  private readonly holder: string;
  private readonly leaseMs: number;
  private readonly tx: Tx;
  private readonly stopListening: () => void;
  private heads: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private renewAt = 0;
  private closed = false;

  constructor(private readonly options: RelayOptions) {
    this.holder = options.holder ?? randomUUID();
    this.leaseMs = options.leaseMs ?? 5000;
    this.tx = direct(options.pool);
    this.stopListening = options.store.onAppend((shard) => this.shards.get(shard)?.wake());
    this.schedule(0);
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
    // So that a successor need not wait until the lease has run out.
    const held = [...this.shards.keys()];
    await this.tx
      .query(`update es.relay set held_until = '-infinity' where shard = any ($1) and holder = $2`, [held, this.holder])
      .catch((error: unknown) => this.options.onError?.(error));
  }

  private schedule(afterMs: number): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.round = this.look()
        .catch((error: unknown) => this.options.onError?.(error))
        .finally(() => this.schedule(this.options.pollMs ?? 50));
    }, afterMs);
  }

  private async look(): Promise<void> {
    if (Date.now() >= this.renewAt) await this.renew();
    this.heads = await this.options.store.heads();
    for (const shard of this.shards.values()) shard.look(this.heads[shard.row.shard] ?? 0);
  }

  private async renew(): Promise<void> {
    this.renewAt = Date.now() + this.leaseMs / 3;
    for (let shard = 0; shard < (this.heads.length || 16); shard++) await this.renewShard(shard);
  }

  private async renewShard(shard: number): Promise<void> {
    // Counted from before the question: the database's count starts later, so ours ends first.
    const until = Date.now() + this.leaseMs;
    const row = await takeRelayLease(this.tx, { shard, holder: this.holder, ttlMs: this.leaseMs });
    const known = this.shards.get(shard);
    if (row && known?.row.epoch === row.epoch) return known.prolong(until);
    known?.lose();
    if (row) this.shards.set(shard, new RelayShard({ ...this.options, tx: this.tx }, row, until));
    else this.shards.delete(shard);
  }
}
