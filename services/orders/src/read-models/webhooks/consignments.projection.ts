import type { ConsignmentDispatched, GoodsReceived } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { noteMessage } from './messages.js';

/** Both events stand on the consignment's stream: who dispatched it is known when it is counted. */
export const webhookConsignments: Projection = {
  name: 'webhook-consignments',
  source: 'inventory',
  handles: ['ConsignmentDispatched', 'GoodsReceived'],
  async apply(tx, records) {
    for (const record of records) {
      if (record.type === 'ConsignmentDispatched') {
        const { consignmentId, supplier } = record.data as ConsignmentDispatched;
        await tx.query('insert into orders.webhook_consignment values ($1, $2) on conflict do nothing', [
          consignmentId,
          supplier,
        ]);
        continue;
      }
      const counted = record.data as GoodsReceived;
      const supplier = await supplierOf(tx, counted.consignmentId);
      if (supplier !== undefined) {
        await noteMessage(tx, record, { supplier, type: 'consignment.counted', data: toldOf(counted) });
      }
    }
  },
};

function toldOf({ consignmentId, roundId, territory, consignee, lines }: GoodsReceived) {
  const told = lines.map(({ offerId, sku, accepted, rejected }) => ({ offerId, sku, accepted, rejected }));
  return { consignmentId, roundId, territory, consignee, lines: told };
}

async function supplierOf(tx: Tx, consignmentId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ supplier: string }>(
    'select supplier from orders.webhook_consignment where consignment_id = $1',
    [consignmentId],
  );
  return row?.supplier;
}
