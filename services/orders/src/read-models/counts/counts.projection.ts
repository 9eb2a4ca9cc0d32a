import type { GoodsReceived, LotStocked } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** What was counted for a round, and which of its lots inventory has stocked. */
export const counts: Projection = {
  name: 'counts',
  source: 'inventory',
  handles: ['GoodsReceived', 'LotStocked'],
  async apply(tx, records) {
    for (const { type, data } of records) {
      if (type === 'LotStocked') {
        const { lotId } = data as LotStocked;
        await tx.query('insert into orders.stocked_lot (lot_id) values ($1) on conflict do nothing', [lotId]);
        continue;
      }
      const { consignmentId, roundId, lines } = data as GoodsReceived;
      for (const { offerId, accepted, lot } of lines) {
        await tx.query(
          `insert into orders.counted_line (consignment_id, offer_id, round_id, lot_id, accepted)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [consignmentId, offerId, roundId, lot.lotId, accepted],
        );
      }
    }
  },
};
