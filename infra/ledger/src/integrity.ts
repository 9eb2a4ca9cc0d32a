import { createHash } from 'node:crypto';
import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import { placeOf } from './log.js';
import type { LoggedEvent, Reader } from './log.js';
import type { Snapshot } from './snapshot.js';

const START = '00'.repeat(32);
const UNIT_SEPARATOR = '\u001f';

interface ShardRow {
  shard: number;
  head: number;
  digest: string;
}
interface StreamSeen {
  shard: number;
  versions: number;
  dense: boolean;
}

/** L2 to L4: nothing is missing, nothing was put in, nothing was changed. */
export class Integrity implements Reader {
  private readonly dense = new Tally('L2');
  private readonly versions = new Tally('L3');
  private readonly chained = new Tally('L4');
  private shards = new Map<number, { pos: number; chain: string; events: number }>();
  private streams = new Map<string, StreamSeen>();

  read(event: LoggedEvent): void {
    const before = this.shards.get(event.shard) ?? { pos: 0, chain: START, events: 0 };
    this.dense.check(event.pos === before.pos + 1, () => `${placeOf(event)} follows ${before.pos}`);
    const leaf = leafOf(event);
    this.chained.check(leaf === event.leaf, () => `${placeOf(event)}: the leaf is not that of the stored event`);
    const chain = linked(before.chain, event.leaf, event.pos);
    this.chained.check(chain === event.chain, () => `${placeOf(event)}: the chain breaks`);
    // Going on from what is stored names the one broken place, not every later one as well.
    this.shards.set(event.shard, { pos: event.pos, chain: event.chain, events: before.events + 1 });
    this.readVersion(event);
  }

  /** To be called at the end of each database, before the next is read. */
  async compare(snapshot: Snapshot): Promise<void> {
    const heads = await snapshot.rows<ShardRow>(
      `select shard::int, head::float8 as head, encode(head_digest, 'hex') as digest from es.shard order by shard`,
    );
    const at = (shard: number): string => `${snapshot.service}:${shard}`;
    for (const { shard, head, digest } of heads) {
      const seen = this.shards.get(shard) ?? { pos: 0, chain: START, events: 0 };
      this.dense.check(seen.events === head, () => `${at(shard)} has ${seen.events} events and a head of ${head}`);
      this.chained.check(seen.chain === digest, () => `${at(shard)}: the head's digest is not that of its last event`);
    }
    await this.compareStreams(snapshot);
    this.shards = new Map();
    this.streams = new Map();
  }

  get findings(): Finding[] {
    return [this.dense.finding, this.versions.finding, this.chained.finding];
  }

  private readVersion({ stream, shard, version }: LoggedEvent): void {
    const seen = this.streams.get(stream) ?? { shard, versions: 0, dense: true };
    seen.dense &&= version === seen.versions + 1 && shard === seen.shard;
    seen.versions += 1;
    this.streams.set(stream, seen);
  }

  private async compareStreams(snapshot: Snapshot): Promise<void> {
    const rows = await snapshot.rows<{ id: string; version: number }>('select id, version from es.stream');
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    for (const id of new Set([...versions.keys(), ...this.streams.keys()])) {
      const seen = this.streams.get(id);
      const holds = seen !== undefined && seen.dense && seen.versions === versions.get(id);
      this.versions.check(
        holds,
        () => `${snapshot.service} ${id}: ${seen?.versions ?? 0} events, version ${versions.get(id) ?? 0}`,
      );
    }
  }
}

export function leafOf(event: LoggedEvent): string {
  const fields = [
    event.shard,
    event.stream,
    event.version,
    event.type,
    event.revision,
    event.id,
    event.actor,
    event.role,
    event.rule,
    event.policyVersion,
    event.authorityStale,
    event.correlation,
    event.causation,
    event.community,
    event.territory,
    event.atMicroseconds,
    event.drill,
    event.text,
  ];
  return createHash('sha256').update(fields.map(String).join(UNIT_SEPARATOR), 'utf8').digest('hex');
}

export function linked(previous: string, leaf: string, pos: number): string {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(pos));
  const link = Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(leaf, 'hex'), place]);
  return createHash('sha256').update(link).digest('hex');
}
