import { z } from 'zod';
import { contract } from './contract.js';

const id = z.string().min(1);
const count = z.int().nonnegative();
const some = z.int().positive();
const lots = z.array(z.object({ lotId: id, quantity: some })).min(1);
const community = 'd-pudong/s-weifang/c-y';

const examples = {
  offerId: '0196a3c0-0000-7000-8000-000000000001',
  orderId: '0196a3c0-0000-7000-8000-000000000002',
  roundId: '0196a3c0-0000-7000-8000-000000000003',
  consignmentId: '0196a3c0-0000-7000-8000-000000000004',
  lotId: '0196a3c0-0000-7000-8000-000000000004-0196a3c0-0000-7000-8000-000000000001',
};
const reservation = { orderId: examples.orderId, offerId: examples.offerId };
const reserved = { ...reservation, lots: [{ lotId: examples.lotId, quantity: 1 }] };

export const ITEM_CLASSES = ['food', 'infant', 'hygiene', 'medicine', 'device'] as const;

export const inventoryContracts = {
  SupplyAnnounced: contract({
    version: 1,
    schema: z.object({
      offerId: id,
      territory: id,
      supplier: id,
      sku: id,
      name: id,
      itemClass: z.enum(ITEM_CLASSES),
      unit: id,
      priceFen: count,
      quantity: some,
      weightGrams: some,
      origin: z.string(),
      arrivesFrom: id,
      arrivesTo: id,
    }),
    example: {
      offerId: examples.offerId,
      territory: community,
      supplier: 'gp-1',
      sku: 'veg-5kg',
      name: 'Vegetable bag 5 kg',
      itemClass: 'food',
      unit: 'bag',
      priceFen: 5000,
      quantity: 1200,
      weightGrams: 5000,
      origin: 'Chongming',
      arrivesFrom: '2026-04-15T04:00:00.000Z',
      arrivesTo: '2026-04-15T06:00:00.000Z',
    },
  }),
  SupplyWithdrawn: contract({
    version: 1,
    schema: z.object({ offerId: id, reason: id }),
    example: { offerId: examples.offerId, reason: 'the field was flooded' },
  }),
  ConsignmentDispatched: contract({
    version: 1,
    schema: z.object({
      consignmentId: id,
      roundId: id,
      territory: id,
      supplier: id,
      consignee: id,
      lines: z.array(z.object({ offerId: id, sku: id, quantity: some })).min(1),
    }),
    example: {
      consignmentId: examples.consignmentId,
      roundId: examples.roundId,
      territory: community,
      supplier: 'gp-1',
      consignee: 'pf-y',
      lines: [{ offerId: examples.offerId, sku: 'veg-5kg', quantity: 1200 }],
    },
  }),
  GoodsReceived: contract({
    version: 1,
    schema: z.object({
      consignmentId: id,
      roundId: id,
      territory: id,
      consignee: id,
      lines: z.array(
        z.object({
          offerId: id,
          sku: id,
          accepted: count,
          rejected: z.array(z.object({ quantity: some, reason: id })),
          lot: z.object({ lotId: id, expiresOn: id }),
          weightGrams: some,
        }),
      ),
    }),
    example: {
      consignmentId: examples.consignmentId,
      roundId: examples.roundId,
      territory: community,
      consignee: 'pf-y',
      lines: [
        {
          offerId: examples.offerId,
          sku: 'veg-5kg',
          accepted: 1180,
          rejected: [{ quantity: 20, reason: 'crushed' }],
          lot: { lotId: examples.lotId, expiresOn: '2026-04-20' },
          weightGrams: 5000,
        },
      ],
    },
  }),
  LotStocked: contract({
    version: 1,
    schema: z.object({ lotId: id, sku: id, offerId: id, quantity: some, expiresOn: id }),
    example: {
      lotId: examples.lotId,
      sku: 'veg-5kg',
      offerId: examples.offerId,
      quantity: 1180,
      expiresOn: '2026-04-20',
    },
  }),
  StockReserved: contract({
    version: 1,
    schema: z.object({ orderId: id, offerId: id, lots, until: id }),
    example: { ...reserved, until: '2026-04-17T06:00:00.000Z' },
  }),
  StockReservationDeclined: contract({
    version: 1,
    schema: z.object({ orderId: id, offerId: id, quantity: some, reason: id }),
    example: { ...reservation, quantity: 1, reason: 'not-enough-stock' },
  }),
  ReservationReleased: contract({
    version: 1,
    schema: z.object({ orderId: id, offerId: id, reason: id }),
    example: { ...reservation, reason: 'order-cancelled' },
  }),
  ReservationPinned: contract({
    version: 1,
    schema: z.object({ orderId: id, offerId: id }),
    example: reservation,
  }),
  ReservationExpired: contract({
    version: 1,
    schema: z.object({ orderId: id, offerId: id }),
    example: reservation,
  }),
  StockDispensed: contract({
    version: 1,
    schema: z.object({ orderId: id, offerId: id, lots }),
    example: reserved,
  }),
  StockAdjusted: contract({
    version: 1,
    schema: z.object({ offerId: id, lotId: id, change: z.int(), reason: id }),
    example: { offerId: examples.offerId, lotId: examples.lotId, change: -2, reason: 'mouldy' },
  }),
};

export type SupplyAnnounced = z.infer<typeof inventoryContracts.SupplyAnnounced.schema>;
export type SupplyWithdrawn = z.infer<typeof inventoryContracts.SupplyWithdrawn.schema>;
export type ConsignmentDispatched = z.infer<typeof inventoryContracts.ConsignmentDispatched.schema>;
export type GoodsReceived = z.infer<typeof inventoryContracts.GoodsReceived.schema>;
export type LotStocked = z.infer<typeof inventoryContracts.LotStocked.schema>;
export type StockReserved = z.infer<typeof inventoryContracts.StockReserved.schema>;
export type StockReservationDeclined = z.infer<typeof inventoryContracts.StockReservationDeclined.schema>;
export type ReservationReleased = z.infer<typeof inventoryContracts.ReservationReleased.schema>;
export type ReservationPinned = z.infer<typeof inventoryContracts.ReservationPinned.schema>;
export type ReservationExpired = z.infer<typeof inventoryContracts.ReservationExpired.schema>;
export type StockDispensed = z.infer<typeof inventoryContracts.StockDispensed.schema>;
export type StockAdjusted = z.infer<typeof inventoryContracts.StockAdjusted.schema>;
