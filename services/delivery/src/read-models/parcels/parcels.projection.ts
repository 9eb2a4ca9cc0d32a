import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { ParcelEvent } from '../../domain/parcel/messages.js';
import { changeOf, type ParcelRow } from './parcel-row.js';

/** A parcel's events lie on one stream, so its row is written in their order and by nobody else. */
export const parcelsProjection: Projection = {
  name: 'parcels',
  source: 'delivery',
  handles: [
    'ParcelPlanned',
    'ParcelPacked',
    'PassIssued',
    'ParcelOffered',
    'ParcelAccepted',
    'ParcelHandedOver',
    'ParcelUncollected',
    'ParcelWithdrawn',
  ],

  async apply(tx, records) {
    const ids = [...new Set(records.map(parcelOf))];
    const known = await tx.query<ParcelRow>('select * from read.parcel where parcel_id = any($1)', [ids]);
    await tx.query(WRITE, [JSON.stringify(rowsAfter(known, records))]);
  },
};

export function rowsAfter(
  known: ParcelRow[],
  records: Pick<EventRecord, 'type' | 'at' | 'data' | 'version'>[],
): ParcelRow[] {
  const rows = new Map(known.map((row) => [row.parcel_id, row]));
  for (const record of records) {
    const row = rows.get(parcelOf(record));
    if (row && row.version >= record.version) continue;
    const { type, at, data } = record;
    const change = changeOf({ type, at, data } as ParcelEvent);
    rows.set(parcelOf(record), { ...row, ...change, version: record.version } as ParcelRow);
  }
  return [...rows.values()];
}

const parcelOf = ({ data }: Pick<EventRecord, 'data'>): string => (data as { parcelId: string }).parcelId;

const WRITE = `
  insert into read.parcel
  select * from json_populate_recordset(null::read.parcel, $1::json)
  on conflict (parcel_id) do update set status = excluded.status, custodian = excluded.custodian,
    offered_to = excluded.offered_to, pieces = excluded.pieces, weight_grams = excluded.weight_grams,
    window_from = excluded.window_from, window_to = excluded.window_to, version = excluded.version`;
