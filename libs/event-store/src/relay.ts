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

/** Takes or prolongs the lease of a shard; a change of holder raises the epoch. Undefined while another holds it. */
export async function takeRelayLease(
  tx: Tx,
  { shard, holder, ttlMs }: { shard: number; holder: string; ttlMs: number },
): Promise<RelayRow | undefined> {
  const [row] = await tx.query<RelayRow>(
    `update es.relay r set held_until = clock_timestamp() + make_interval(secs => $3::float8 / 1000), holder = $2,
       epoch = case when r.holder = $2 and r.held_until > clock_timestamp() then r.epoch else r.epoch + 1 end
     where r.shard = $1 and (r.holder = $2 or r.held_until <= clock_timestamp()) returning ${COLUMNS}`,
    [shard, holder, ttlMs],
  );
  return row;
}

/** Written after the broker's acknowledgement; false when the lease went to another meanwhile. */
export async function recordRelayed(tx: Tx, row: RelayRow): Promise<boolean> {
  const moved = await tx.query(
    `update es.relay set pos = $2, digest = $3, broker_offset = $4 where shard = $1 and epoch = $5 and pos <= $2 returning 1`,
    [row.shard, row.pos, row.digest, row.brokerOffset, row.epoch],
  );
  return moved.length > 0;
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
