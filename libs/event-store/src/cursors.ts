import type { Tx } from './types.js';

export interface CursorKey {
  consumer: string;
  source: string;
  shard: number;
}

export interface Cursor extends CursorKey {
  pos: number;
  /** The chain of the producer's log at `pos`, in hex; empty before the first event. */
  digest: string;
  generation: number;
}

const COLUMNS = 'consumer, source, shard, pos::float8 as pos, digest, generation';

/** Compare and set: false when another consumer moved the cursor first; the caller then rolls back. */
export async function advance(
  tx: Tx,
  move: CursorKey & { from: number; to: number; digest: string },
): Promise<boolean> {
  if (move.to < move.from) throw new Error('a cursor moves forward only; see rewindCursor');
  const { consumer, source, shard, from, to, digest } = move;
  const place = [consumer, source, shard, to, digest];
  const moved = await tx.query(
    `update es.cursor set pos = $4, digest = $5, moved_at = clock_timestamp()
     where consumer = $1 and source = $2 and shard = $3 and pos = $6 returning 1`,
    [...place, from],
  );
  if (moved.length > 0 || from > 0) return moved.length > 0;
  const created = await tx.query(
    `insert into es.cursor (consumer, source, shard, pos, digest) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    place,
  );
  return created.length > 0;
}

/** The cursor, or the start of the log where none was moved yet. */
export async function cursorOf(tx: Tx, key: CursorKey): Promise<Cursor> {
  const [found] = await tx.query<Cursor>(
    `select ${COLUMNS} from es.cursor where consumer = $1 and source = $2 and shard = $3`,
    [key.consumer, key.source, key.shard],
  );
  return found ?? { consumer: key.consumer, source: key.source, shard: key.shard, pos: 0, digest: '', generation: 1 };
}

export function cursorsOf(tx: Tx, consumer: string): Promise<Cursor[]> {
  return tx.query<Cursor>(`select ${COLUMNS} from es.cursor where consumer = $1 order by source, shard`, [consumer]);
}

/** The only way back; the caller records who asked for it. A new generation tells the rewind from a fault. */
export async function rewindCursor(tx: Tx, key: CursorKey & { to: number; digest: string }): Promise<void> {
  await tx.query(
    `update es.cursor set pos = $4, digest = $5, generation = generation + 1, moved_at = clock_timestamp()
     where consumer = $1 and source = $2 and shard = $3 and pos >= $4`,
    [key.consumer, key.source, key.shard, key.to, key.digest],
  );
}
