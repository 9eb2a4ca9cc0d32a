import { z } from 'zod';
import { contract } from './contract.js';
import { ITEM_CLASSES } from './inventory.js';

const id = z.string().min(1);
const instant = z.string().min(1);
const whole = z.int().nonnegative();
const several = z.int().positive();

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('station'), stationId: id }),
  z.object({ kind: z.literal('door') }),
]);
const itemClass = z.enum(ITEM_CLASSES);
const requestLine = z.object({ offerId: id, quantity: several });
const roundItem = z.object({
  offerId: id,
  sku: id,
  name: id,
  itemClass: itemClass.optional(),
  unit: id,
  priceFen: whole,
  weightGrams: whole,
  capPerHousehold: several,
});
const grantedLine = z.object({
  offerId: id,
  sku: id,
  name: id,
  itemClass: itemClass.optional(),
  quantity: several,
  requested: several,
  priceFen: whole,
  weightGrams: whole,
});
const shortedLine = z.object({ offerId: id, requested: several, granted: whole, reason: id });
const confirmedLine = z.object({
  offerId: id,
  sku: id,
  name: id,
  itemClass: itemClass.optional(),
  quantity: several,
  weightGrams: whole,
  lots: z.array(z.object({ lotId: id, quantity: several })),
});
const ofOrder = { orderId: id, roundId: id, householdId: id };

const roundId = '0198c0de-0000-7000-8000-000000000101';
const orderId = '0198c0de-0000-7000-8000-000000000201';
const householdId = '0198c0de-0000-7000-8000-000000000301';
const offerId = '0198c0de-0000-7000-8000-000000000401';
const territory = `d-pudong/s-weifang/c-y/b-07/u-1/h-${householdId}`;
const order = { orderId, roundId, householdId };
const station = { kind: 'station' as const, stationId: 'ps-1' };

export const ordersContracts = {
  HouseholdRegistered: contract({
    version: 1,
    schema: z.object({ householdId: id, territory: id, people: several, members: z.array(id) }),
    example: { householdId, territory, people: 3, members: ['re-0001', 're-0002'] },
  }),
  HouseholdAmended: contract({
    version: 1,
    schema: z.object({ householdId: id, territory: id, people: several, members: z.array(id) }),
    example: { householdId, territory, people: 2, members: ['re-0001'] },
  }),
  ConsentRecorded: contract({
    version: 1,
    schema: z.object({ householdId: id, platform: id }),
    example: { householdId, platform: 'gp-1' },
  }),
  RoundOpened: contract({
    version: 1,
    schema: z.object({
      roundId: id,
      territory: id,
      openedBy: id,
      opensAt: instant,
      closesAt: instant,
      items: z.array(roundItem).min(1),
    }),
    example: {
      roundId,
      territory: 'd-pudong/s-weifang/c-y',
      openedBy: 'rc-y',
      opensAt: '2026-04-15T00:00:00.000Z',
      closesAt: '2026-04-15T06:00:00.000Z',
      items: [
        {
          offerId,
          sku: 'veg-bag-5',
          name: 'Vegetable bag',
          itemClass: 'food',
          unit: 'bag',
          priceFen: 6800,
          weightGrams: 5000,
          capPerHousehold: 2,
        },
      ],
    },
  }),
  RoundClosed: contract({
    version: 1,
    schema: z.object({ roundId: id, closedAt: instant, reason: id }),
    example: { roundId, closedAt: '2026-04-15T06:00:00.000Z', reason: 'window-ended' },
  }),
  RequestsFixed: contract({
    version: 1,
    schema: z.object({
      roundId: id,
      /** Shard -> highest position that belongs to the set. */
      positions: z.record(z.string(), whole),
      orders: whole,
      seed: id,
      requestsHash: id,
      /** Offer -> pieces asked for. */
      demand: z.record(z.string(), whole).optional(),
    }),
    example: {
      ...{ roundId, positions: { '0': 17, '3': 4 }, orders: 1, seed: 'a1b2', requestsHash: 'c3d4' },
      demand: { [offerId]: 2 },
    },
  }),
  OrderPlaced: contract({
    version: 1,
    schema: z.object({
      ...ofOrder,
      territory: id,
      channel: z.enum(['api', 'desk', 'platform']),
      lines: z.array(requestLine).min(1),
      place,
    }),
    example: { ...order, territory, channel: 'api', lines: [{ offerId, quantity: 2 }], place: station },
  }),
  OrderAmended: contract({
    version: 1,
    schema: z.object({ ...ofOrder, lines: z.array(requestLine).min(1), place }),
    example: { ...order, lines: [{ offerId, quantity: 1 }], place: { kind: 'door' } },
  }),
  OrderCancelled: contract({
    version: 1,
    schema: z.object({ ...ofOrder, reason: id }),
    example: { ...order, reason: 'no-longer-needed' },
  }),
  OrderMissedRound: contract({ version: 1, schema: z.object(ofOrder), example: order }),
  AllocationComputed: contract({
    version: 1,
    schema: z.object({
      roundId: id,
      seed: id,
      supply: z.record(z.string(), whole),
      requestsHash: id,
      resultHash: id,
      granted: z.record(z.string(), whole),
    }),
    example: {
      roundId,
      seed: 'a1b2',
      supply: { [offerId]: 1 },
      requestsHash: 'c3d4',
      resultHash: 'e5f6',
      granted: { [offerId]: 1 },
    },
  }),
  GoodsGranted: contract({
    version: 1,
    schema: z.object({
      ...ofOrder,
      territory: id,
      place,
      lines: z.array(grantedLine).min(1),
      amountDueFen: whole,
      reservedUntil: instant,
    }),
    example: {
      ...order,
      territory,
      place: station,
      lines: [
        {
          offerId,
          sku: 'veg-bag-5',
          name: 'Vegetable bag',
          itemClass: 'food',
          quantity: 1,
          requested: 2,
          priceFen: 6800,
          weightGrams: 5000,
        },
      ],
      amountDueFen: 6800,
      reservedUntil: '2026-04-17T06:00:00.000Z',
    },
  }),
  OrderShorted: contract({
    version: 1,
    schema: z.object({ ...ofOrder, lines: z.array(shortedLine).min(1) }),
    example: { ...order, lines: [{ offerId, requested: 2, granted: 1, reason: 'supply-short' }] },
  }),
  OrderConfirmed: contract({
    version: 1,
    schema: z.object({ ...ofOrder, territory: id, place, lines: z.array(confirmedLine).min(1) }),
    example: {
      ...order,
      territory,
      place: station,
      lines: [
        {
          offerId,
          sku: 'veg-bag-5',
          name: 'Vegetable bag',
          itemClass: 'food',
          quantity: 1,
          weightGrams: 5000,
          lots: [{ lotId: '0198c0de-0000-7000-8000-000000000501', quantity: 1 }],
        },
      ],
    },
  }),
  OrderCancellationRequested: contract({
    version: 1,
    schema: z.object({ orderId: id, householdId: id }),
    example: { orderId, householdId },
  }),
  OrderFulfilled: contract({ version: 1, schema: z.object(ofOrder), example: order }),
  OrderLapsed: contract({
    version: 1,
    schema: z.object({ ...ofOrder, reason: id }),
    example: { ...order, reason: 'uncollected' },
  }),
  SettlementRecorded: contract({
    version: 1,
    schema: z.object({ orderId: id, amountFen: several, reference: id }),
    example: { orderId, amountFen: 6800, reference: 'transfer 4711' },
  }),
  RefundDue: contract({
    version: 1,
    schema: z.object({ orderId: id, amountFen: several }),
    example: { orderId, amountFen: 6800 },
  }),
};

type Contracts = typeof ordersContracts;
export type HouseholdRegistered = z.infer<Contracts['HouseholdRegistered']['schema']>;
export type HouseholdAmended = z.infer<Contracts['HouseholdAmended']['schema']>;
export type ConsentRecorded = z.infer<Contracts['ConsentRecorded']['schema']>;
export type RoundOpened = z.infer<Contracts['RoundOpened']['schema']>;
export type RoundClosed = z.infer<Contracts['RoundClosed']['schema']>;
export type RequestsFixed = z.infer<Contracts['RequestsFixed']['schema']>;
export type OrderPlaced = z.infer<Contracts['OrderPlaced']['schema']>;
export type OrderAmended = z.infer<Contracts['OrderAmended']['schema']>;
export type OrderCancelled = z.infer<Contracts['OrderCancelled']['schema']>;
export type OrderMissedRound = z.infer<Contracts['OrderMissedRound']['schema']>;
export type AllocationComputed = z.infer<Contracts['AllocationComputed']['schema']>;
export type GoodsGranted = z.infer<Contracts['GoodsGranted']['schema']>;
export type OrderShorted = z.infer<Contracts['OrderShorted']['schema']>;
export type OrderConfirmed = z.infer<Contracts['OrderConfirmed']['schema']>;
export type OrderCancellationRequested = z.infer<Contracts['OrderCancellationRequested']['schema']>;
export type OrderFulfilled = z.infer<Contracts['OrderFulfilled']['schema']>;
export type OrderLapsed = z.infer<Contracts['OrderLapsed']['schema']>;
export type SettlementRecorded = z.infer<Contracts['SettlementRecorded']['schema']>;
export type RefundDue = z.infer<Contracts['RefundDue']['schema']>;
