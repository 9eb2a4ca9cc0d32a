import type { CursorKey } from './cursors.js';
import type { Tx } from './types.js';

/** One event that one consumer put aside. */
export interface ParkedKey extends CursorKey {
  pos: number;
}

export interface ParkedRecord extends ParkedKey {
  stream: string;
  reason: string;
  record: unknown;
}

export type ParkedEnd = 'replayed' | 'skipped';

/** A parked event with all that became of it. A settled one is never deleted. */
export interface Parked extends ParkedRecord {
  status: 'parked' | ParkedEnd;
  /** How often it was tried in vain; 0 where it waits behind another one of its stream. */
  attempts: number;
  parkedAt: Date;
  settledAt: Date | null;
  settledBy: string | null;
  why: string | null;
}

const COLUMNS = `consumer, source, shard::int, pos::float8 as pos, stream, reason, record, status, attempts,
  parked_at as "parkedAt", settled_at as "settledAt", settled_by as "settledBy", why`;
const AT = 'consumer = $1 and source = $2 and shard = $3 and pos = $4';
const REASON_MAX = 2000;

const placed = ({ consumer, source, shard, pos }: ParkedKey): unknown[] => [consumer, source, shard, pos];

/** @param attempts 0 for an event that only waits behind another one */
export async function park(tx: Tx, parked: ParkedRecord, attempts = 1): Promise<void> {
  const { stream, reason, record } = parked;
  await tx.query(
    `insert into es.parked (consumer, source, shard, pos, stream, reason, record, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (consumer, source, shard, pos) do update set status = 'parked', reason = excluded.reason`,
    [...placed(parked), stream, reason.slice(0, REASON_MAX), JSON.stringify(record), attempts],
  );
}

/** Tried again in vain: it stays where it is, with what it failed of this time. */
export async function parkAgain(tx: Tx, key: ParkedKey, reason: string): Promise<void> {
  const sql = `update es.parked set reason = $5, attempts = attempts + 1 where ${AT} and status = 'parked'`;
  await tx.query(sql, [...placed(key), reason.slice(0, REASON_MAX)]);
}

/** Those of the streams that hold back their later events too. */
export async function parkedStreams(tx: Tx, key: CursorKey & { streams: string[] }): Promise<Set<string>> {
  const rows = await tx.query<{ stream: string }>(
    `select distinct stream from es.parked
     where consumer = $1 and source = $2 and shard = $3 and stream = any ($4) and status = 'parked'`,
    [key.consumer, key.source, key.shard, key.streams],
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** The same for whoever is about to park behind them: until it commits nobody settles the last event of such a stream. */
export async function holdParkedStreams(tx: Tx, key: CursorKey & { streams: string[] }): Promise<Set<string>> {
  const rows = await tx.query<{ stream: string }>(
    `select held.stream from unnest($4::text[]) asked(stream) cross join lateral (
       select p.stream from es.parked p
       where p.consumer = $1 and p.source = $2 and p.shard = $3 and p.stream = asked.stream and p.status = 'parked'
       order by p.pos limit 1 for share) held`,
    [key.consumer, key.source, key.shard, key.streams],
  );
  return new Set(rows.map(({ stream }) => stream));
}

export function listParked(tx: Tx, consumer?: string): Promise<ParkedRecord[]> {
  return tx.query<ParkedRecord>(
    `select consumer, source, shard, pos::float8 as pos, stream, reason, record from es.parked
     where status = 'parked' and ($1::text is null or consumer = $1)
     order by consumer, source, shard, pos limit 1000`,
    [consumer ?? null],
  );
}

export interface ParkedPage {
  /** Only events of these places and of what lies in them. */
  territories: string[];
  after?: ParkedKey;
  limit: number;
}

/** What waits for people, consumer by consumer in order of position. */
export function parkedPage(tx: Tx, { territories, after, limit }: ParkedPage): Promise<Parked[]> {
  return tx.query<Parked>(
    `select ${COLUMNS} from es.parked
     where status = 'parked' and (consumer, source, shard, pos) > ($1, $2, $3, $4) and exists (
       select 1 from unnest($5::text[]) place
       where record->>'territory' = place or starts_with(record->>'territory', place || '/'))
     order by consumer, source, shard, pos limit $6`,
    [...placed(after ?? { consumer: '', source: '', shard: 0, pos: 0 }), territories, limit],
  );
}

/** Parked now or ever before. */
export async function parkedAt(tx: Tx, key: ParkedKey): Promise<Parked | undefined> {
  return (await tx.query<Parked>(`select ${COLUMNS} from es.parked where ${AT}`, placed(key)))[0];
}

/** The event that all parked ones of its stream wait for. */
export async function firstParked(tx: Tx, key: CursorKey & { stream: string }): Promise<Parked | undefined> {
  const [first] = await tx.query<Parked>(
    `select ${COLUMNS} from es.parked
     where consumer = $1 and source = $2 and shard = $3 and stream = $4 and status = 'parked' order by pos limit 1`,
    [key.consumer, key.source, key.shard, key.stream],
  );
  return first;
}

export interface ParkedSettlement {
  key: ParkedKey;
  end: ParkedEnd;
  by: string;
  why?: string;
}

/** Ends one parked record; false when it was not parked any more. */
export async function settleParked(tx: Tx, { key, end, by, why }: ParkedSettlement): Promise<boolean> {
  const settled = await tx.query(
    `update es.parked set status = $5, settled_by = $6, why = $7, settled_at = clock_timestamp()
     where ${AT} and status = 'parked' returning 1`,
    [...placed(key), end, by, why ?? null],
  );
  return settled.length > 0;
}
