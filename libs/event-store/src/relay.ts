import type { Tx } from './types.js';

/** How far the log of one shard was published, and by whom. */
export interface RelayRow {
  shard: number;
  pos: number;
  digest: string;
  brokerOffset: number;
  epoch: number;
}

const COLUMNS = 'r.shard, r.pos::float8 as pos, r.digest, r.broker_offset::float8 as "brokerOffset", r.epoch';

/** In order of shard, so that two who want several rows never wait for each other. */
const LOCKED = 'select shard from es.relay where shard = any ($1) order by shard for update';

/** Takes or prolongs leases; a change of holder raises the epoch. Those that another holds are missing in the answer. */
export function takeRelayLeases(
  tx: Tx,
  { shards, holder, ttlMs }: { shards: number[]; holder: string; ttlMs: number },
): Promise<RelayRow[]> {
  return tx.query<RelayRow>(
    `with locked as (${LOCKED})
     update es.relay r set held_until = clock_timestamp() + make_interval(secs => $3::float8 / 1000), holder = $2,
       epoch = case when r.holder = $2 and r.held_until > clock_timestamp() then r.epoch else r.epoch + 1 end
     from locked where r.shard = locked.shard and (r.holder = $2 or r.held_until <= clock_timestamp())
     returning ${COLUMNS}`,
    [shards, holder, ttlMs],
  );
}

/** Written after the broker's acknowledgement; false, in the order of the rows, where the lease went to another meanwhile. */
export async function recordRelayed(tx: Tx, rows: readonly RelayRow[]): Promise<boolean[]> {
  const moved = await tx.query<{ shard: number }>(
    `with locked as (${LOCKED})
     update es.relay r set pos = n.pos, digest = n.digest, broker_offset = n.broker_offset
     from locked, unnest($1::smallint[], $2::bigint[], $3::text[], $4::bigint[], $5::int[])
       as n (shard, pos, digest, broker_offset, epoch)
     where r.shard = locked.shard and r.shard = n.shard and r.epoch = n.epoch and r.pos <= n.pos returning r.shard`,
    [
      rows.map(({ shard }) => shard),
      rows.map(({ pos }) => pos),
      rows.map(({ digest }) => digest),
      rows.map(({ brokerOffset }) => brokerOffset),
      rows.map(({ epoch }) => epoch),
    ],
  );
  const shards = new Set(moved.map(({ shard }) => shard));
  return rows.map(({ shard }) => shards.has(shard));
}

/** So that a successor need not wait until the lease has run out. */
export async function giveUpLeases(tx: Tx, { shards, holder }: { shards: number[]; holder: string }): Promise<void> {
  await tx.query(`update es.relay set held_until = '-infinity' where shard = any ($1) and holder = $2`, [
    shards,
    holder,
  ]);
}

/**
 * Says that this process of the service lives for the next while; with 0 ms that it leaves.
 * @returns how many live, this one included
 */
export async function joinReplicas(tx: Tx, { holder, ttlMs }: { holder: string; ttlMs: number }): Promise<number> {
  const [row] = await tx.query<{ live: number }>('select es.join_replicas($1, $2) as live', [holder, ttlMs]);
  return row?.live ?? 1;
}

export function relayRows(tx: Tx): Promise<RelayRow[]> {
  return tx.query<RelayRow>(`select ${COLUMNS} from es.relay r order by r.shard`);
}
