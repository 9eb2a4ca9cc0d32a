import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant, whole } = FORMS_TOLD;

export const STATUSES = [
  'planned',
  'packed',
  'offered',
  'accepted',
  'handed-over',
  'uncollected',
  'withdrawn',
] as const;
const line = z.strictObject({
  offerId: id,
  sku: id,
  name: id,
  itemClass: id.optional(),
  quantity: whole,
  weightGrams: whole,
});
const lot = z.strictObject({ lotId: id, quantity: whole });

const parcel = z.strictObject({
  id,
  parcelId: id,
  orderId: id,
  householdId: id,
  territory: id,
  /** A station's id, or the household's territory for a door. */
  place: id,
  placeKind: z.enum(['station', 'door']),
  /** At a door: left there and handed over without contact, as the building was told. */
  contactless: z.boolean(),
  status: z.enum(STATUSES),
  custodian: id.nullable(),
  offeredTo: id.nullable(),
  pieces: whole.nullable(),
  weightGrams: whole,
  windowFrom: instant,
  windowTo: instant,
});

export const parcelsPage = pageTold(
  parcel.extend({ building: z.string(), lines: z.array(line), plannedAt: instant, version: whole }),
);

export const parcelTold = parcel.extend({ lines: z.array(line.extend({ lots: z.array(lot) })) });
