import type { CursorKey } from './cursors.js';
import type { Tx } from './types.js';

export interface ParkedRecord extends CursorKey {
  pos: number;
  stream: string;
  reason: string;
  record: unknown;
}

export type ParkedEnd = 'replayed' | 'skipped' | 'compensated';

export async function park(
  tx: Tx,
  { consumer, source, shard, pos, stream, reason, record }: ParkedRecord,
): Promise<void> {
  await tx.query(
    `insert into es.parked (consumer, source, shard, pos, stream, reason, record)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (consumer, source, shard, pos) do update set status = 'parked', reason = excluded.reason`,
    [consumer, source, shard, pos, stream, reason.slice(0, 2000), JSON.stringify(record)],
  );
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

export function listParked(tx: Tx, consumer?: string): Promise<ParkedRecord[]> {
  return tx.query<ParkedRecord>(
    `select consumer, source, shard, pos::float8 as pos, stream, reason, record from es.parked
     where status = 'parked' and ($1::text is null or consumer = $1)
     order by consumer, source, shard, pos limit 1000`,
    [consumer ?? null],
  );
}

/** Ends one parked record; false when it was not parked any more. */
export async function settleParked(
  tx: Tx,
  { key, end, by }: { key: CursorKey & { pos: number }; end: ParkedEnd; by: string },
): Promise<boolean> {
  const settled = await tx.query(
    `update es.parked set status = $5, settled_by = $6, settled_at = clock_timestamp()
     where consumer = $1 and source = $2 and shard = $3 and pos = $4 and status = 'parked' returning 1`,
    [key.consumer, key.source, key.shard, key.pos, end, by],
  );
  return settled.length > 0;
}
