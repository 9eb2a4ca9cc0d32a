import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant, day, whole } = FORMS_TOLD;

const shippedLine = z.strictObject({ offerId: id, sku: id, quantity: whole, weightGrams: whole });
const countedLine = z.strictObject({
  offerId: id,
  sku: id,
  accepted: whole,
  rejected: z.array(z.strictObject({ quantity: whole, reason: id })),
  lot: z.strictObject({ lotId: id, expiresOn: day }),
  weightGrams: whole,
});
const consignment = z.strictObject({ consignmentId: id, roundId: id, territory: id, supplier: id, consignee: id });

export const consignmentsPage = pageTold(
  consignment.extend({
    shipped: z.array(shippedLine),
    dispatchedAt: instant,
    counted: z.array(countedLine).nullable(),
    countedAt: instant.nullable(),
  }),
);

export const consignmentTold = consignment.extend({
  lines: z.array(shippedLine),
  status: z.enum(['dispatched', 'counted']),
  counted: z.array(countedLine),
});
