import type { Service, Snapshot } from './snapshot.js';

/** An event as it lies in the table; numbers that may be large stay text, and `text` holds the exact stored bytes. */
export interface LoggedEvent {
  service: Service;
  shard: number;
  pos: number;
  stream: string;
  version: number;
  type: string;
  revision: number;
  id: string;
  actor: string;
  role: string;
  rule: string;
  policyVersion: number;
  authorityStale: boolean;
  correlation: string;
  causation: string;
  community: string;
  territory: string;
  atMicroseconds: string;
  drill: boolean;
  text: string;
  leaf: string;
  chain: string;
}

export type Data = Record<string, never>;
export interface Reader {
  /** Called for each event, shard by shard, in order of position. */
  read(event: LoggedEvent, data: Data): void;
}

const PAGE = 5000;
const SELECT = `
  select shard::int, pos::float8 as pos, stream, version, type, revision, id::text, actor, role, rule,
    policy_version as "policyVersion", authority_stale as "authorityStale", correlation, causation, community, territory,
    (extract(epoch from recorded_at) * 1000000)::bigint::text as "atMicroseconds", drill, data::text as text,
    encode(leaf, 'hex') as leaf, encode(chain, 'hex') as chain
  from es.event where (shard, pos) > ($1, $2) order by shard, pos limit ${PAGE}`;

/** One pass over a log for all who want to read it. */
export async function readLog(snapshot: Snapshot, readers: Reader[]): Promise<void> {
  let [shard, pos] = [-1, 0];
  for (;;) {
    const page = await snapshot.rows<LoggedEvent>(SELECT, [shard, pos]);
    for (const row of page) {
      const event = { ...row, service: snapshot.service };
      const data = JSON.parse(row.text) as Data;
      for (const reader of readers) reader.read(event, data);
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    [shard, pos] = [last.shard, last.pos];
  }
}

/** @returns how many events of these types a log held at that moment */
export async function countEvents(snapshot: Snapshot, types: readonly string[], at: Date): Promise<number> {
  const sql = 'select count(*)::int as count from es.event where type = any($1) and recorded_at <= $2';
  const [row] = await snapshot.rows<{ count: number }>(sql, [types, at]);
  return row!.count;
}

export const placeOf = ({ service, shard, pos }: LoggedEvent): string => `${service}:${shard}=${pos}`;
