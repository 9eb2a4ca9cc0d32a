import { CommandDelayed } from '@baogong/commanding';
import type { SupplyAnnounced } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

/** Who supplies an offer, what kind of thing it is and until when it is promised: facts on which duties depend. */
export const offerTerms: Projection = {
  name: 'offer-terms',
  source: 'inventory',
  handles: ['SupplyAnnounced'],
  async apply(tx, records) {
    const rows = records.map(({ data }) => data as SupplyAnnounced);
    await tx.query(
      `insert into oversight.offer_terms (offer_id, supplier, item_class, arrives_to)
       select o."offerId", o.supplier, o."itemClass", o."arrivesTo"
       from json_to_recordset($1::json) as o("offerId" text, supplier text, "itemClass" text, "arrivesTo" text)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  },
};

interface Terms {
  supplier: string;
  item_class: string;
  /** Null for offers that were announced before promises were kept here. */
  arrives_to: string | null;
}

/** Orders and parcels may be heard of before the offers they are about: then the caller comes back. */
async function termsOf(runtime: Runtime, offerIds: string[]): Promise<Terms[]> {
  const asked = [...new Set(offerIds)];
  if (asked.length === 0) return [];
  const rows = await rowsOf<Terms>(
    runtime,
    'select supplier, item_class, arrives_to from oversight.offer_terms where offer_id = any($1::text[])',
    [asked],
  );
  if (rows.length < asked.length) throw new CommandDelayed('some offers are not known here yet');
  return rows;
}

export const offerFacts = (runtime: Runtime) => ({
  promises: async (offerIds: string[]) =>
    (await termsOf(runtime, offerIds)).map(({ supplier, arrives_to }) => ({
      supplier,
      ...(arrives_to === null ? {} : { arrivesTo: arrives_to }),
    })),
  areMedicine: async (offerIds: string[]) =>
    (await termsOf(runtime, offerIds)).some(({ item_class }) => item_class === 'medicine'),
});
