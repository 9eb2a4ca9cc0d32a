import type { EventRecord, Projection } from '@baogong/event-pipe';

const KINDS: Record<string, string> = {
  OrderPlaced: 'placed',
  OrderAmended: 'amended',
  OrderCancelled: 'cancelled',
  OrderMissedRound: 'missed',
};

/** Every word a household said in a round, with its position: what stood at any position can be told for ever. */
export const requestHistory: Projection = {
  name: 'request-history',
  source: 'orders',
  handles: Object.keys(KINDS),
  async apply(tx, records) {
    await tx.query(
      `insert into orders.request_history
         (shard, pos, round_id, household_id, order_id, version, kind, territory, lines, place)
       select shard, pos, round_id, household_id, order_id, version, kind, territory, lines, place
       from json_to_recordset($1::json) as r (shard int, pos bigint, round_id text, household_id text, order_id text,
         version int, kind text, territory text, lines json, place json)
       on conflict do nothing`,
      [JSON.stringify(records.map(rowOf))],
    );
  },
};

function rowOf({ shard, pos, version, type, territory, data }: EventRecord) {
  const { roundId, householdId, orderId, lines, place } = data as Record<string, unknown>;
  const names = { round_id: roundId, household_id: householdId, order_id: orderId };
  return { shard, pos, ...names, version, kind: KINDS[type], territory, lines, place };
}
