import type { SupplyAnnounced } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

export async function noteOffers(tx: Tx, records: EventRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `insert into oversight.offer (offer_id, name, weight_grams, community, supplier, sku, item_class, arrives_to)
     select o."offerId", o.name, o."weightGrams", o.community, o.supplier, o.sku, o."itemClass", o."arrivesTo"
     from json_to_recordset($1::json) as o("offerId" text, name text, "weightGrams" bigint, community text,
       supplier text, sku text, "itemClass" text, "arrivesTo" text)
     on conflict do nothing`,
    [JSON.stringify(records.map(({ data, community }) => ({ ...(data as SupplyAnnounced), community })))],
  );
}
