import type { ParcelPacked, ParcelPlanned } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { hourOf, type Amount } from './sums.js';

/** What each parcel holds, from its plan: packing and handing over tell of the parcel as a whole. */
export async function noteParcels(tx: Tx, records: EventRecord[]): Promise<void> {
  const lines = records.flatMap(({ data }) => {
    const { parcelId, lines: planned } = data as ParcelPlanned;
    return planned.map(({ offerId, quantity, weightGrams }) => ({ parcelId, offerId, quantity, weightGrams }));
  });
  if (lines.length === 0) return;
  await tx.query(
    `insert into oversight.parcel_line (parcel_id, offer_id, pieces, grams)
     select l."parcelId", l."offerId", sum(l.quantity), sum(l.quantity * l."weightGrams")
     from json_to_recordset($1::json) as l("parcelId" text, "offerId" text, quantity bigint, "weightGrams" bigint)
     group by 1, 2 on conflict do nothing`,
    [JSON.stringify(lines)],
  );
}

/** A parcel's events come in their order: its plan is known before it is packed. */
export async function goodsOf(
  tx: Tx,
  stage: 'packedGoods' | 'handedOverGoods',
  records: EventRecord[],
): Promise<Amount[]> {
  if (records.length === 0) return [];
  const byParcel = new Map(records.map((record) => [(record.data as ParcelPacked).parcelId, record]));
  const lines = await tx.query<{ parcel_id: string; offer_id: string; pieces: string; grams: string }>(
    `select * from oversight.parcel_line where parcel_id = any($1::text[])`,
    [[...byParcel.keys()]],
  );
  return lines.map(({ parcel_id, offer_id, pieces, grams }) => {
    const { community, at, data } = byParcel.get(parcel_id)!;
    const { packedBy, by } = data as { packedBy?: string; by?: string };
    const amount = { orders: 1, pieces: Number(pieces), grams: Number(grams) };
    return { stage, community, hour: hourOf(at), offerId: offer_id, actor: packedBy ?? by ?? '', ...amount };
  });
}
