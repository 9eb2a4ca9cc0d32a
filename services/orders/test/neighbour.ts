import { createHash, randomUUID } from 'node:crypto';
import { CONTRACTS } from '@baogong/contracts';
import type { Context } from '@baogong/contracts';
import type { EventLog, PublishedMap } from '@baogong/event-pipe';
import { shardOf } from '@baogong/event-store';
import type { StoredEvent } from '@baogong/event-store';

const SHARDS = 16;

/** A neighbour that says what the test lets it say, on a log as dense and as chained as a real one. */
export class Neighbour implements EventLog {
  private readonly shards: StoredEvent[][] = Array.from({ length: SHARDS }, () => []);
  private readonly listeners = new Set<(shard: number) => void>();

  constructor(private readonly source: Context) {}

  /** Every type of the neighbour's contracts, passed on as it is. */
  get published(): PublishedMap {
    return Object.fromEntries(Object.keys(CONTRACTS[this.source]).map((type) => [type, ({ data }) => data]));
  }

  says(stream: string, type: string, data: object): void {
    CONTRACTS[this.source][type]!.schema.parse(data);
    const shard = shardOf(stream);
    const log = this.shards[shard]!;
    const pos = log.length + 1;
    const leaf = createHash('sha256')
      .update(JSON.stringify([stream, type, data]))
      .digest('hex');
    const previous = log.at(-1)?.chain ?? '00'.repeat(32);
    log.push({
      ...header,
      at: new Date().toISOString(),
      shard,
      pos,
      stream,
      type,
      data,
      id: randomUUID(),
      leaf,
      chain: linked(previous, leaf, pos),
    });
    for (const listener of this.listeners) listener(shard);
  }

  read(shard: number, from: number, limit: number): Promise<StoredEvent[]> {
    return Promise.resolve(this.shards[shard]!.slice(from, from + limit));
  }

  heads(): Promise<number[]> {
    return Promise.resolve(this.shards.map(({ length }) => length));
  }

  onAppend(listener: (shard: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function linked(previous: string, leaf: string, pos: number): string {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(pos));
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(leaf, 'hex'), place]))
    .digest('hex');
}

const header = {
  version: 1,
  revision: 1,
  actor: 'system',
  role: 'system',
  rule: 'played',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'played',
  causation: 'played',
  community: 'd-pudong/s-weifang/c-y',
  territory: 'd-pudong/s-weifang/c-y',
  drill: false,
};
