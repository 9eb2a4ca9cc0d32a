import type { Projection } from '@baogong/event-pipe';
import type { OrderAddress } from '../../application/runtime.js';

/** Where the stream of an order stands. */
export const orderIndex: Projection = {
  name: 'order-index',
  source: 'orders',
  handles: ['OrderPlaced'],
  async apply(tx, records) {
    const rows = records.map(({ data }) => data as OrderAddress);
    await tx.query(
      `insert into orders.order_index (order_id, round_id, household_id, territory)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
      [
        rows.map(({ orderId }) => orderId),
        rows.map(({ roundId }) => roundId),
        rows.map(({ householdId }) => householdId),
        rows.map(({ territory }) => territory),
      ],
    );
  },
};
