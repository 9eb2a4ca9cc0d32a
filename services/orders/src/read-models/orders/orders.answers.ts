import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const STATUSES = [
  'requested',
  'granted',
  'confirmed',
  'cancelling',
  'fulfilled',
  'cancelled',
  'shorted',
  'missed',
  'lapsed',
] as const;
const granted = z.strictObject({
  offerId: id,
  sku: id,
  name: id,
  itemClass: id.optional(),
  quantity: whole,
  requested: whole,
  priceFen: whole,
  weightGrams: whole,
});
const shorted = z.strictObject({ offerId: id, requested: whole, granted: whole, reason: id });

export const orderTold = z.strictObject({
  id,
  roundId: id,
  householdId: id,
  territory: id,
  channel: z.enum(['api', 'desk', 'platform']),
  status: z.enum(STATUSES),
  placedAt: instant,
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('station'), stationId: id }),
    z.strictObject({ kind: z.literal('door') }),
  ]),
  lines: z.array(z.strictObject({ offerId: id, quantity: whole })),
  granted: z.array(granted),
  shorted: z.array(shorted),
  amountDueFen: whole,
  settledFen: whole,
  refundDueFen: whole,
  notes: z.array(z.strictObject({ at: instant, text })),
  reservedUntil: instant.optional(),
  reason: text.optional(),
});

export const ordersPage = pageTold(orderTold);
