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

export interface CursorMove extends CursorKey {
  from: number;
  to: number;
  digest: string;
}

/** Compare and set: false when another consumer moved the cursor first; the caller then rolls back. */
export async function advance(tx: Tx, move: CursorMove): Promise<boolean> {
  return (await advanceAll(tx, [move])).length === 1;
}

/** The same for many cursors in one statement. @returns those that were moved; no cursor may be named twice */
export async function advanceAll(tx: Tx, moves: CursorMove[]): Promise<CursorKey[]> {
  if (moves.some(({ from, to }) => to < from)) throw new Error('a cursor moves forward only; see rewindCursor');
  const of = <T>(pick: (move: CursorMove) => T): T[] => moves.map(pick);
  return tx.query<CursorKey>(ADVANCE, [
    of(({ consumer }) => consumer),
    of(({ source }) => source),
    of(({ shard }) => shard),
    of(({ from }) => from),
    of(({ to }) => to),
    of(({ digest }) => digest),
  ]);
}

const ADVANCE = `
  with asked as (
    select * from unnest($1::text[], $2::text[], $3::smallint[], $4::bigint[], $5::bigint[], $6::text[])
      as a(consumer, source, shard, came_from, goes_to, digest)
  ), moved as (
    update es.cursor c set pos = a.goes_to, digest = a.digest, moved_at = clock_timestamp() from asked a
    where c.consumer = a.consumer and c.source = a.source and c.shard = a.shard and c.pos = a.came_from
    returning c.consumer, c.source, c.shard
  ), created as (
    insert into es.cursor (consumer, source, shard, pos, digest)
    select consumer, source, shard, goes_to, digest from asked
    where came_from = 0 and (consumer, source, shard) not in (select consumer, source, shard from moved)
    on conflict do nothing returning consumer, source, shard
  )
  select * from moved union all select * from created`;

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
