import type { Projection } from '@baogong/event-pipe';
import type { SupplyOfferEvent } from '../../domain/supply-offer/supply-offer.js';

type DataOf<T> = Extract<SupplyOfferEvent, { type: T }>['data'];

export const supplyOffersProjection: Projection = {
  name: 'supply-offers',
  source: 'inventory',
  handles: ['SupplyAnnounced', 'SupplyWithdrawn'],

  async apply(tx, records) {
    const of = <T extends SupplyOfferEvent['type']>(type: T) =>
      records.filter((record) => record.type === type).map(({ data }) => data as DataOf<T>);
    const announced = of('SupplyAnnounced');
    const withdrawn = of('SupplyWithdrawn');
    if (announced.length > 0) await tx.query(INSERT, [JSON.stringify(announced)]);
    if (withdrawn.length > 0) await tx.query(WITHDRAW, [JSON.stringify(withdrawn)]);
  },
};

const INSERT = `
  insert into read.supply_offer (offer_id, territory, supplier, sku, name, item_class, unit, price_fen, quantity,
    weight_grams, origin, arrives_from, arrives_to)
  select o."offerId", o.territory, o.supplier, o.sku, o.name, o."itemClass", o.unit, o."priceFen", o.quantity,
    o."weightGrams", o.origin, o."arrivesFrom", o."arrivesTo"
  from json_to_recordset($1::json) as o("offerId" text, territory text, supplier text, sku text, name text,
    "itemClass" text, unit text, "priceFen" int, quantity int, "weightGrams" int, origin text, "arrivesFrom" text,
    "arrivesTo" text)`;

const WITHDRAW = `
  update read.supply_offer s set withdrawn_because = w.reason
  from json_to_recordset($1::json) as w("offerId" text, reason text) where s.offer_id = w."offerId"`;
