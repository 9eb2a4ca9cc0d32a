import { contract } from './contract.js';
import { ITEM_CLASSES } from './inventory.js';
import { z } from 'zod';

const parcelId = '0198f3a2-7c10-7000-8000-00000000a001';
const householdId = '0198f3a2-7c10-7000-8000-00000000b001';
const territory = `d-pudong/s-weifang/c-y/b-07/u-1/h-${householdId}`;
const windowFrom = '2026-04-15T06:00:00.000Z';
const windowTo = '2026-04-16T06:00:00.000Z';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('station'), stationId: z.string().min(1) }),
  z.object({ kind: z.literal('door') }),
]);
// Where a pass counts, as one text: the station's id, or the household's territory for a door.
const placeCode = z.string().min(1);
const parcelLine = z.object({
  offerId: z.string().min(1),
  sku: z.string().min(1),
  name: z.string().min(1),
  itemClass: z.enum(ITEM_CLASSES).optional(),
  quantity: z.int().positive(),
  weightGrams: z.int().nonnegative(),
  lots: z.array(z.object({ lotId: z.string().min(1), quantity: z.int().positive() })),
});
const passRefusalReason = z.enum([
  'replayed',
  'forged',
  'foreign',
  'expired',
  'too-early',
  'wrong-code',
  'not-ready',
  'locked',
  'outside-policy',
]);
/** What the policy in force said, where it was the reason. */
const byPolicy = z.object({
  policy: z.int().nonnegative(),
  clause: z.string().min(1),
  part: z.string().min(1),
  lineage: z.string(),
  zh: z.string().min(1),
  en: z.string().min(1),
});

const station = z.object({
  stationId: z.string().min(1),
  territory: z.string().min(1),
  name: z.string().min(1),
  organisation: z.string().min(1),
  opensAt: clockTime,
  closesAt: clockTime,
});
const northGate = {
  stationId: 'ps-1',
  territory: 'd-pudong/s-weifang/c-y',
  name: 'North gate',
  organisation: 'ps-1',
  opensAt: '08:00',
  closesAt: '20:00',
};

const stationContracts = {
  StationOpened: contract({ version: 1, schema: station, example: northGate }),
  StationAmended: contract({ version: 1, schema: station, example: { ...northGate, closesAt: '21:00' } }),
};

const parcelContracts = {
  ParcelPlanned: contract({
    version: 1,
    schema: z.object({
      parcelId: z.string().min(1),
      orderId: z.string().min(1),
      householdId: z.string().min(1),
      territory: z.string().min(1),
      place,
      lines: z.array(parcelLine).min(1),
      weightGrams: z.int().nonnegative(),
      windowFrom: z.string(),
      windowTo: z.string(),
    }),
    example: {
      parcelId,
      orderId: parcelId,
      householdId,
      territory,
      place: { kind: 'station', stationId: 'ps-1' },
      lines: [
        {
          offerId: '0198f3a2-7c10-7000-8000-00000000c001',
          sku: 'VEG-5KG',
          name: 'Vegetable box',
          itemClass: 'food',
          quantity: 1,
          weightGrams: 5000,
          lots: [{ lotId: 'lot-1', quantity: 1 }],
        },
      ],
      weightGrams: 5000,
      windowFrom,
      windowTo,
    },
  }),
  ParcelPacked: contract({
    version: 1,
    schema: z.object({
      parcelId: z.string().min(1),
      orderId: z.string().min(1),
      packedBy: z.string().min(1),
      pieces: z.int().positive(),
      weightGrams: z.int().nonnegative(),
    }),
    example: { parcelId, orderId: parcelId, packedBy: 'pf-y', pieces: 1, weightGrams: 5010 },
  }),
  ParcelWithdrawn: contract({
    version: 1,
    schema: z.object({ parcelId: z.string().min(1), orderId: z.string().min(1) }),
    example: { parcelId, orderId: parcelId },
  }),
  ParcelWithdrawalDeclined: contract({
    version: 1,
    schema: z.object({ parcelId: z.string().min(1), orderId: z.string().min(1), reason: z.string().min(1) }),
    example: { parcelId, orderId: parcelId, reason: 'already-packed' },
  }),
  ParcelUncollected: contract({
    version: 1,
    schema: z.object({ parcelId: z.string().min(1), orderId: z.string().min(1) }),
    example: { parcelId, orderId: parcelId },
  }),
};

const custodyContracts = {
  ParcelOffered: contract({
    version: 1,
    schema: z.object({ parcelId: z.string().min(1), from: z.string().min(1), to: z.string().min(1) }),
    example: { parcelId, from: 'pf-y', to: 'ps-1' },
  }),
  ParcelAccepted: contract({
    version: 1,
    schema: z.object({ parcelId: z.string().min(1), custodian: z.string().min(1) }),
    example: { parcelId, custodian: 'ps-1' },
  }),
  ParcelHandedOver: contract({
    version: 1,
    schema: z.object({
      parcelId: z.string().min(1),
      orderId: z.string().min(1),
      householdId: z.string().min(1),
      by: z.string().min(1),
      means: z.enum(['pass', 'code']),
      pieces: z.int().positive(),
      weightGrams: z.int().nonnegative(),
    }),
    example: { parcelId, orderId: parcelId, householdId, by: 'ps-1', means: 'pass', pieces: 1, weightGrams: 5010 },
  }),
};

const passContracts = {
  PassIssued: contract({
    version: 1,
    schema: z.object({
      parcelId: z.string().min(1),
      passId: z.string().min(1),
      place: placeCode,
      windowFrom: z.string(),
      windowTo: z.string(),
    }),
    example: { parcelId, passId: parcelId, place: 'ps-1', windowFrom, windowTo },
  }),
  PassRefused: contract({
    version: 1,
    schema: z.object({
      parcelId: z.string().optional(),
      place: placeCode,
      reason: passRefusalReason,
      byPolicy: byPolicy.optional(),
    }),
    example: { parcelId, place: 'ps-1', reason: 'replayed' },
  }),
  PassExpired: contract({
    version: 1,
    schema: z.object({ parcelId: z.string().min(1), passId: z.string().min(1) }),
    example: { parcelId, passId: parcelId },
  }),
};

export const deliveryContracts = { ...stationContracts, ...parcelContracts, ...custodyContracts, ...passContracts };

export type StationOpened = z.infer<typeof stationContracts.StationOpened.schema>;
export type ParcelPlanned = z.infer<typeof parcelContracts.ParcelPlanned.schema>;
export type ParcelPacked = z.infer<typeof parcelContracts.ParcelPacked.schema>;
export type ParcelWithdrawn = z.infer<typeof parcelContracts.ParcelWithdrawn.schema>;
export type ParcelWithdrawalDeclined = z.infer<typeof parcelContracts.ParcelWithdrawalDeclined.schema>;
export type ParcelUncollected = z.infer<typeof parcelContracts.ParcelUncollected.schema>;
export type ParcelOffered = z.infer<typeof custodyContracts.ParcelOffered.schema>;
export type ParcelAccepted = z.infer<typeof custodyContracts.ParcelAccepted.schema>;
export type ParcelHandedOver = z.infer<typeof custodyContracts.ParcelHandedOver.schema>;
export type PassIssued = z.infer<typeof passContracts.PassIssued.schema>;
export type PassRefused = z.infer<typeof passContracts.PassRefused.schema>;
export type PassExpired = z.infer<typeof passContracts.PassExpired.schema>;
