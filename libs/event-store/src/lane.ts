import { Batcher } from './batcher.js';
import { answered, isBadData } from './resend.js';
import type { Envelope, Pool } from './types.js';

export interface AppendEvent {
  type: string;
  revision: number;
  id: string;
  micros: number;
  data: string;
}

export interface AppendUnit {
  shard: number;
  stream: string;
  kind: string;
  community: string;
  territory: string;
  key: string;
  requestHash: string;
  caller: string;
  expected: number;
  envelope: Envelope;
  events: AppendEvent[];
}

export type Verdict =
  | { verdict: 'appended'; version: number; shard: number; firstPos: number; lastPos: number }
  | { verdict: 'known' | 'conflict' };

interface VerdictRow {
  verdict: 'appended' | 'known' | 'conflict';
  version: number;
  shard: number;
  firstPos: number;
  lastPos: number;
}

export const MAX_BATCH = 512;
const PARAMETERS = Array.from({ length: 25 }, (_, place) => `$${place + 1}`).join(', ');
const APPEND = `select verdict, version_to as version, shard, first_pos::float8 as "firstPos", last_pos::float8 as "lastPos"
  from es.append(${PARAMETERS}) order by unit`;

/** The units of one stream stay together and in order; an Error stands for a unit that the database cannot take. */
export type Lane = Batcher<AppendUnit[], (Verdict | Error)[]>;

export function createLane(pool: Pool, onAppend: (shards: Set<number>) => void): Lane {
  return new Batcher({
    max: MAX_BATCH,
    concurrency: 1,
    weigh: (group) => group.reduce((sum, unit) => sum + Math.max(1, unit.events.length), 0),
    async send(groups) {
      const verdicts = await append(pool, groups.flat());
      onAppend(new Set(verdicts.flatMap((v) => ('shard' in v ? [v.shard] : []))));
      let from = 0;
      return groups.map((group) => verdicts.slice(from, (from += group.length)));
    },
  });
}

/** Splits a batch the database refuses until the bad unit is alone; what depended on it then meets a conflict. */
async function append(pool: Pool, units: AppendUnit[]): Promise<(Verdict | Error)[]> {
  try {
    const rows = await answered<VerdictRow>(pool, { name: 'es.append', text: APPEND, values: parametersOf(units) });
    return rows.map((row) => (row.verdict === 'appended' ? { ...row, verdict: 'appended' } : { verdict: row.verdict }));
  } catch (error) {
    if (!isBadData(error)) throw error;
    if (units.length === 1) return [error as Error];
    const middle = units.length >> 1;
    const first = await append(pool, units.slice(0, middle));
    return [...first, ...(await append(pool, units.slice(middle)))];
  }
}

function parametersOf(units: AppendUnit[]): unknown[] {
  const of = <T>(pick: (unit: AppendUnit) => T): T[] => units.map(pick);
  const said = <T>(pick: (envelope: Envelope) => T): T[] => units.map(({ envelope }) => pick(envelope));
  const events = units.flatMap((unit, place) => unit.events.map((event) => ({ ...event, unit: place + 1 })));
  let next = 1;
  const from = units.map((unit) => (next += unit.events.length) - unit.events.length);
  return [
    of((u) => u.shard),
    of((u) => u.stream),
    of((u) => u.kind),
    of((u) => u.community),
    of((u) => u.territory),
    of((u) => u.key),
    of((u) => u.requestHash),
    of((u) => u.caller),
    of((u) => u.expected),
    of((u) => u.events.length),
    said((e) => e.actor),
    said((e) => e.role),
    said((e) => e.rule),
    said((e) => e.policyVersion),
    said((e) => e.authorityStale),
    said((e) => e.correlation),
    said((e) => e.causation),
    said((e) => e.drill),
    from,
    events.map((e) => e.unit),
    events.map((e) => e.type),
    events.map((e) => e.revision),
    events.map((e) => e.id),
    events.map((e) => e.micros),
    events.map((e) => e.data),
  ];
}
