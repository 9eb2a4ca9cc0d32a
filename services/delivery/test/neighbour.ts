import { createHash, randomUUID } from 'node:crypto';
import { CONTRACTS } from '@baogong/contracts';
import type { Context } from '@baogong/contracts';
import type { EventLog, PublishedMap } from '@baogong/event-pipe';
import { SHARDS, shardOf } from '@baogong/event-store';
import type { StoredEvent } from '@baogong/event-store';
import { communityOf } from '@baogong/kernel';

interface Saying {
  stream: string;
  type: string;
  territory: string;
  data: object;
  /** The policy under which it was done, and the rule with its version. */
  under?: { policyVersion: number; rule: string };
}

/** A neighbour that says what the test lets it say, on a log as dense and as chained as a real one. */
export class Neighbour implements EventLog {
  private readonly shards: StoredEvent[][] = Array.from({ length: SHARDS }, () => []);
  private readonly listeners = new Set<(shard: number) => void>();

  constructor(private readonly source: Context) {}

  /** Every type of the neighbour's contracts, passed on as it is. */
  get published(): PublishedMap {
    return Object.fromEntries(Object.keys(CONTRACTS[this.source]).map((type) => [type, ({ data }) => data]));
  }

  says({ stream, type, territory, data, under = { policyVersion: 0, rule: 'played' } }: Saying): void {
    CONTRACTS[this.source][type]!.schema.parse(data);
    const shard = shardOf(stream);
    const log = this.shards[shard]!;
    const place = { shard, pos: log.length + 1, stream, territory, community: communityOf(territory) ?? '' };
    const leaf = createHash('sha256')
      .update(JSON.stringify([stream, type, data]))
      .digest('hex');
    const chain = linked(log.at(-1)?.chain ?? '00'.repeat(32), leaf, place.pos);
    log.push({
      ...header,
      ...place,
      ...under,
      type,
      data,
      at: new Date().toISOString(),
      id: randomUUID(),
      leaf,
      chain,
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
  drill: false,
};
