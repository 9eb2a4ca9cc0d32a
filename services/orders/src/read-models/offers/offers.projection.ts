import type { SupplyAnnounced, SupplyWithdrawn } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** What was announced by suppliers, as far as a round needs it. */
export const offers: Projection = {
  name: 'offers',
  source: 'inventory',
  handles: ['SupplyAnnounced', 'SupplyWithdrawn'],
  async apply(tx, records) {
    for (const { type, data } of records) {
      if (type === 'SupplyWithdrawn') {
        await tx.query(
          `insert into orders.supply_offer (offer_id, withdrawn) values ($1, true)
           on conflict (offer_id) do update set withdrawn = true`,
          [(data as SupplyWithdrawn).offerId],
        );
        continue;
      }
      const { offerId, territory, sku, name, itemClass, unit, priceFen, weightGrams } = data as SupplyAnnounced;
      await tx.query(
        `insert into orders.supply_offer (offer_id, territory, sku, name, item_class, unit, price_fen, weight_grams, announced)
         values ($1, $2, $3, $4, $5, $6, $7, $8, true)
         on conflict (offer_id) do update set territory = excluded.territory, sku = excluded.sku, name = excluded.name,
           item_class = excluded.item_class, unit = excluded.unit, price_fen = excluded.price_fen, weight_grams = excluded.weight_grams, announced = true`,
        [offerId, territory, sku, name, itemClass, unit, priceFen, weightGrams],
      );
    }
  },
};
