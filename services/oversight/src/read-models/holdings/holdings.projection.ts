import type { Context } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';

interface Held {
  kind: 'parcel' | 'consignment';
  /** The field that names who holds it from now on; without one nobody of us does. */
  holder?: string;
  id: 'parcelId' | 'consignmentId';
}

const parcel = { kind: 'parcel', id: 'parcelId' } as const;
const consignment = { kind: 'consignment', id: 'consignmentId' } as const;
const CUSTODY: Record<string, Held> = {
  ParcelPacked: { ...parcel, holder: 'packedBy' },
  ParcelAccepted: { ...parcel, holder: 'custodian' },
  ParcelHandedOver: parcel,
  ParcelWithdrawn: parcel,
  // Under way it is the supplier's; once counted it is stock, and no longer one thing that is passed on.
  ConsignmentDispatched: { ...consignment, holder: 'supplier' },
  GoodsReceived: consignment,
};

export const holdings: Projection[] = [
  custodyOf('delivery', ['ParcelPacked', 'ParcelAccepted', 'ParcelHandedOver', 'ParcelWithdrawn']),
  custodyOf('inventory', ['ConsignmentDispatched', 'GoodsReceived']),
];

function custodyOf(source: Context, handles: string[]): Projection {
  return {
    name: `holdings-${source}`,
    source,
    handles,
    async apply(tx, records) {
      await tx.query(
        `insert into oversight.custody_mark (kind, subject, version, community, at, holder)
         select * from json_to_recordset($1::json)
           as m(kind text, subject text, version bigint, community text, at text, holder text)
         on conflict do nothing`,
        [JSON.stringify(records.map(markOf))],
      );
    },
  };
}

function markOf({ type, version, community, at, data }: EventRecord) {
  const { kind, id, holder } = CUSTODY[type]!;
  const told = data as Record<string, string>;
  return { kind, subject: told[id], version, community, at, holder: holder === undefined ? null : told[holder] };
}
