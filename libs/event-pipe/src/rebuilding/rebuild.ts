import { createReader, SHARDS, transaction, type Pool, type Reader, type Tx, type Upcast } from '@baogong/event-store';
import type { Projection } from '../consumers.js';
import type { EventRecord } from '../port.js';
import { BUILDING, createEmpty, digestOf, elsewhere, exchange, KEPT } from './tables.js';

/** A read model that can be made again from its service's own log alone: nobody else writes or reads its tables in SQL. */
export interface ReadModel {
  projection: Projection;
  /** With their schema, such as `read.stock`. */
  tables: readonly string[];
}

export interface Rebuilding {
  /** As the owner of the tables. */
  pool: Pool;
  model: ReadModel;
  upcast: Upcast;
  /** For a revision that is meant to say something else than the one before it. */
  acceptDifference?: boolean;
}

export type Rebuilt = { events: number; live: string; rebuilt: string } & { kind: 'swapped' | 'differs' };

/** Why nothing was done; the live model is as it was. */
export class NotRebuilt extends Error {}

interface Work extends Rebuilding {
  reader: Reader;
  /** Of the model that is being made, by shard. */
  positions: number[];
  leftOut: ReadonlySet<string>;
}

const BATCH = 1_000;
const SWAP_TRIES = 20;
/** A lock that was not to be had in time, or by two in each other's way. */
const IN_THE_WAY = ['55P03', '40P01'];

/**
 * Makes a read model anew beside the live one, which goes on meanwhile, compares the two at the same positions and puts
 * the new one in its place in one transaction. Whoever dies in between leaves the live one untouched.
 */
export async function rebuild(options: Rebuilding): Promise<Rebuilt> {
  const { pool, model } = options;
  const work = await begin(options);
  await transaction(pool, async (tx) => {
    await createEmpty(tx, model.tables);
    await tx.query(NOTE_FIRST, [model.projection.name]);
    await tx.query(`delete from es.projection where name = $1 and status = 'building'`, [model.projection.name]);
    await tx.query(NOTE_BUILDING, [model.projection.name]);
  });
  let events = await catchUp(work, await transaction(pool, (tx) => livePositions(tx, model)));
  return inQuiet(work, async (tx) => {
    events += await catchUp(work, await livePositions(tx, model), elsewhere(tx, BUILDING, model.tables));
    const [live, rebuilt] = [await digestOf(tx, undefined, model.tables), await digestOf(tx, BUILDING, model.tables)];
    if (live !== rebuilt && !options.acceptDifference) return { kind: 'differs', events, live, rebuilt };
    await exchange(tx, BUILDING, model.tables);
    await tx.query(`delete from es.projection where name = $1 and status = 'kept'`, [model.projection.name]);
    await noteSwap(tx, work, { kept: live, live: rebuilt, from: 'building' });
    return { kind: 'swapped', events, live, rebuilt };
  });
}

/** Puts the model that was kept at the last swap back in its place, brought up to where the live one is. */
export async function bringBack(options: Rebuilding): Promise<{ events: number }> {
  const { model } = options;
  const { name } = model.projection;
  const work = await begin(options);
  return inQuiet(work, async (tx) => {
    const kept = await keptPositions(tx, name);
    if (kept.length === 0) throw new NotRebuilt(`no earlier ${name} is kept`);
    work.positions = kept;
    const events = await catchUp(work, await livePositions(tx, model), elsewhere(tx, KEPT, model.tables));
    const digests = { kept: await digestOf(tx, undefined, model.tables), live: await digestOf(tx, KEPT, model.tables) };
    await exchange(tx, KEPT, model.tables);
    await noteSwap(tx, work, { ...digests, from: 'kept' });
    return { events };
  });
}

async function begin(options: Rebuilding): Promise<Work> {
  const { pool, upcast, model } = options;
  const { name, source } = model.projection;
  const { rows } = await pool.query<{ service: string }>('select service from es.installation');
  if (rows[0]?.service !== source) throw new NotRebuilt(`${name} is made from the log of ${source}, which is not here`);
  const ended = await pool.query<{ shard: number; pos: string; status: string }>(
    `select shard, pos, status from es.parked where consumer = $1 and source = $2 and status <> 'replayed'`,
    [name, source],
  );
  if (ended.rows.some(({ status }) => status === 'parked')) throw new NotRebuilt(`events are parked for ${name}`);
  const leftOut = new Set(ended.rows.map(({ shard, pos }) => `${shard}:${pos}`));
  return { ...options, reader: createReader(pool, upcast), positions: Array<number>(SHARDS).fill(0), leftOut };
}

/** While nobody writes the live tables; who reads them is not kept waiting. Tried again where a writer was in the way. */
async function inQuiet<T>({ pool, model }: Work, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await transaction(pool, async (tx) => {
        // A consumer writes its rows before its cursor: whoever has the tables finds no cursor on its way.
        await tx.query(`lock table ${model.tables.join(', ')} in share row exclusive mode`);
        return work(tx);
      });
    } catch (error) {
      if (!IN_THE_WAY.includes((error as { code?: string }).code ?? '') || tried === SWAP_TRIES) throw error;
    }
  }
}

/** @returns how many events were applied. Without `within` each batch is kept for itself. */
async function catchUp(work: Work, targets: number[], within?: Tx): Promise<number> {
  // What is applied in a transaction that fails was not: only those that are kept move the positions for good.
  const positions = within ? [...work.positions] : work.positions;
  let events = 0;
  for (const [shard, to] of targets.entries()) {
    while (positions[shard]! < to) {
      const read = await work.reader.submit({ shard, after: positions[shard]!, to, limit: BATCH });
      if (read.length === 0) throw new NotRebuilt(`the log ends before ${shard}=${to}`);
      const records = recordsOf(work, read as EventRecord[]);
      if (records.length > 0) await apply(work, records, within);
      positions[shard] = read.at(-1)!.pos;
      events += records.length;
    }
  }
  return events;
}

function recordsOf({ model, leftOut }: Work, read: EventRecord[]): EventRecord[] {
  const { handles, source } = model.projection;
  const handled = read.filter(({ type, shard, pos }) => handles.includes(type) && !leftOut.has(`${shard}:${pos}`));
  return handled.map((record) => ({ ...record, source, epoch: 1 }));
}

function apply({ pool, model }: Work, records: EventRecord[], within: Tx | undefined): Promise<void> {
  if (within) return model.projection.apply(within, records);
  return transaction(pool, (tx) => model.projection.apply(elsewhere(tx, BUILDING, model.tables), records));
}

async function livePositions(tx: Tx, { projection }: ReadModel): Promise<number[]> {
  const rows = await tx.query<{ pos: number }>(
    `select coalesce(c.pos, 0)::float8 as pos from es.shard s
     left join es.cursor c on c.shard = s.shard and c.consumer = $1 and c.source = $2 order by s.shard`,
    [projection.name, projection.source],
  );
  return rows.map(({ pos }) => pos);
}

async function keptPositions(tx: Tx, name: string): Promise<number[]> {
  const [there] = await tx.query(`select 1 from pg_class where oid = to_regclass('${KEPT}.position')`);
  if (!there) return [];
  const rows = await tx.query<{ pos: number }>(
    `select pos::float8 as pos from ${KEPT}.position where name = $1 order by shard`,
    [name],
  );
  return rows.map(({ pos }) => pos);
}

interface Swap {
  kept: string;
  live: string;
  from: 'building' | 'kept';
}

async function noteSwap(tx: Tx, { model }: Work, { kept, live, from }: Swap): Promise<void> {
  const { name } = model.projection;
  await tx.query(
    `update es.projection set status = case status when 'live' then 'kept' else 'live' end,
       digest = case status when 'live' then $2 else $3 end where name = $1 and status in ('live', $4)`,
    [name, kept, live, from],
  );
  await tx.query(
    `create table if not exists ${KEPT}.position (name text, shard smallint, pos bigint, primary key (name, shard))`,
  );
  await tx.query(
    `insert into ${KEPT}.position (name, shard, pos) select $1, ordinality - 1, pos
     from unnest($2::bigint[]) with ordinality as p(pos, ordinality)
     on conflict (name, shard) do update set pos = excluded.pos`,
    [name, await livePositions(tx, model)],
  );
}

const NOTE_FIRST = `insert into es.projection (name, revision, status)
  select $1, 1, 'live' where not exists (select 1 from es.projection where name = $1 and status = 'live')`;

const NOTE_BUILDING = `insert into es.projection (name, revision, status)
  select name, max(revision) + 1, 'building' from es.projection where name = $1 group by name`;
