import { covers, type ItemClass, type Territory } from '@baogong/kernel';
import { eventually, rowsOf } from '../../application/reading.js';
import type { OfferedItem, Runtime } from '../../application/runtime.js';

type OfferRow = Omit<OfferedItem, 'itemClass'> & {
  itemClass: ItemClass | null;
  territory: Territory;
  withdrawn: boolean;
};

export async function offersFor(runtime: Runtime, community: Territory, offerIds: string[]): Promise<OfferedItem[]> {
  const read = () =>
    rowsOf<OfferRow>(
      runtime,
      `select offer_id as "offerId", sku, name, item_class as "itemClass", unit, price_fen::float8 as "priceFen",
         weight_grams::float8 as "weightGrams", territory, withdrawn
       from orders.supply_offer where offer_id = any($1) and announced`,
      [offerIds],
    );
  const rows = await eventually(read, (found) => found.length === offerIds.length);
  return rows
    .filter(({ territory, withdrawn }) => !withdrawn && covers(territory, community))
    .map(({ territory: _place, withdrawn: _stands, itemClass, ...item }) => ({
      ...item,
      ...(itemClass === null ? {} : { itemClass }),
    }));
}
