import { createHash } from 'node:crypto';
import { trouble } from '@baogong/operation';
import { fieldsOf } from './lines.js';
import type { ShardHead } from './manifest.js';

/** Of what a leaf is made, in this order (L4 of the engine's promises). */
const LEAF = [
  ...['shard', 'stream', 'version', 'type', 'revision', 'id', 'actor', 'role', 'rule', 'policy_version'],
  ...['authority_stale', 'correlation', 'causation', 'community', 'territory', 'recorded_at', 'drill', 'data'],
];
const WRITTEN: Record<string, (text: string) => string> = {
  authority_stale: truth,
  drill: truth,
  recorded_at: microsOf,
};

/** A place of the log that somebody says they have read, and what they found there. */
export interface Reading {
  reader: string;
  shard: number;
  pos: number;
  digest: string;
}

/** Recomputes the chain of a log from its rows, in order of shard and position, and looks whether readers saw the same. */
export class Chain {
  private readonly at: Map<string, number>;
  private readonly ends = new Map<number, { head: number; digest: Buffer }>();
  private readonly awaited = new Map<string, Reading[]>();

  constructor(
    private readonly source: string,
    columns: readonly string[],
    private readonly readings: readonly Reading[] = [],
  ) {
    this.at = new Map(columns.map((column, at) => [column, at]));
    for (const reading of readings) {
      const place = `${reading.shard}:${reading.pos}`;
      this.awaited.set(place, [...(this.awaited.get(place) ?? []), reading]);
    }
  }

  take(line: string): void {
    const fields = fieldsOf(line);
    const field = (name: string): string => fields[this.at.get(name) ?? -1] ?? '';
    const [shard, pos] = [Number(field('shard')), Number(field('pos'))];
    const end = this.ends.get(shard) ?? { head: 0, digest: Buffer.alloc(32) };
    const leaf = createHash('sha256')
      .update(LEAF.map((name) => WRITTEN[name]?.(field(name)) ?? field(name)).join('\u001f'), 'latin1')
      .digest();
    const digest = createHash('sha256').update(end.digest).update(leaf).update(placeOf(pos)).digest();
    const told = `\\x${digest.toString('hex')}`;
    if (pos !== end.head + 1 || field('leaf') !== `\\x${leaf.toString('hex')}` || field('chain') !== told) {
      throw trouble('chain-broken', { where: `${this.source}, shard ${shard}, position ${pos}` });
    }
    this.ends.set(shard, { head: pos, digest });
    this.compare(`${shard}:${pos}`, digest.toString('hex'));
  }

  private requireEnd({ shard, head, digest }: ShardHead): void {
    const end = this.ends.get(shard) ?? { head: 0, digest: Buffer.alloc(32) };
    if (end.head === head && end.digest.toString('hex') === digest) return;
    throw trouble('chain-broken', { where: `${this.source}, shard ${shard}: its head is ${head}, not ${end.head}` });
  }

  private compare(place: string, digest: string): void {
    for (const reading of this.awaited.get(place) ?? []) {
      if (reading.digest !== '' && reading.digest !== digest) {
        throw trouble('chain-broken', { where: `${this.source}, ${place}: ${reading.reader} has read another log` });
      }
    }
  }

  /** Once all rows were taken: the log must end where its heads say, and nobody may have read further. */
  finish(heads: readonly ShardHead[]): void {
    for (const head of heads) this.requireEnd(head);
    const ahead = this.readings.find(({ shard, pos }) => pos > (this.ends.get(shard)?.head ?? 0));
    if (ahead) {
      const head = this.ends.get(ahead.shard)?.head ?? 0;
      const where = `${ahead.reader} reads ${this.source} shard ${ahead.shard} up to ${ahead.pos}, whose log ends at ${head}`;
      throw trouble('backup-ahead', { where });
    }
  }
}

function placeOf(pos: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(pos));
  return place;
}

function truth(text: string): string {
  return text === 't' ? 'true' : 'false';
}

/** `2026-11-24 08:11:26.123+00`, as COPY writes it in UTC, in whole microseconds since 1970. */
function microsOf(text: string): string {
  const seconds = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`) / 1000;
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return `${seconds}${fraction.padEnd(6, '0')}`;
}
