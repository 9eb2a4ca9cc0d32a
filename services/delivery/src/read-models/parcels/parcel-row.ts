import { buildingOf } from '@baogong/kernel';
import type { ParcelEvent, PlannedParcel } from '../../domain/parcel/messages.js';
import { placeOf } from '../../domain/parcel/parcel.js';

/** As the table has it. */
export interface ParcelRow {
  parcel_id: string;
  order_id: string;
  household_id: string;
  territory: string;
  building: string;
  place_kind: string;
  place: string;
  lines: unknown;
  status: string;
  custodian: string | null;
  offered_to: string | null;
  pieces: number | null;
  weight_grams: number;
  window_from: string;
  window_to: string;
  planned_at: string;
  version: number;
}

/** What an event of a parcel changes in its row; nothing for events the list does not show. */
export function changeOf(event: ParcelEvent): Partial<ParcelRow> {
  switch (event.type) {
    case 'ParcelPlanned':
      return planned(event.data, event.at);
    case 'ParcelPacked': {
      const { packedBy, pieces, weightGrams } = event.data;
      return { status: 'packed', custodian: packedBy, pieces, weight_grams: weightGrams };
    }
    case 'PassIssued':
      return { window_from: event.data.windowFrom, window_to: event.data.windowTo };
    case 'ParcelOffered':
      return { status: 'offered', offered_to: event.data.to };
    case 'ParcelAccepted':
      return { status: 'accepted', custodian: event.data.custodian, offered_to: null };
    default:
      return endOf(event);
  }
}

type Ending = Exclude<
  ParcelEvent,
  { type: 'ParcelPlanned' | 'ParcelPacked' | 'PassIssued' | 'ParcelOffered' | 'ParcelAccepted' }
>;

function endOf(event: Ending): Partial<ParcelRow> {
  switch (event.type) {
    case 'ParcelHandedOver':
      return { status: 'handed-over', custodian: event.data.householdId, offered_to: null };
    case 'ParcelUncollected':
      return { status: 'uncollected', offered_to: null };
    case 'ParcelWithdrawn':
      return { status: 'withdrawn', offered_to: null };
    default:
      return {};
  }
}

function planned(plan: PlannedParcel, at: string): Partial<ParcelRow> {
  return {
    parcel_id: plan.parcelId,
    order_id: plan.orderId,
    household_id: plan.householdId,
    territory: plan.territory,
    building: buildingOf(plan.territory) ?? '',
    place_kind: plan.place.kind,
    place: placeOf(plan),
    lines: plan.lines.map(({ lots: _, ...line }) => line),
    status: 'planned',
    custodian: null,
    offered_to: null,
    pieces: null,
    weight_grams: plan.weightGrams,
    window_from: plan.windowFrom,
    window_to: plan.windowTo,
    planned_at: at,
  };
}
