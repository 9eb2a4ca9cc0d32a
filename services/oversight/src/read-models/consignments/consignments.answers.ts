import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant, whole } = FORMS_TOLD;

/** Null is what is not known before it was dispatched. */
const consignment = z.strictObject({
  id,
  roundId: id,
  community: id,
  supplier: id.nullable(),
  consignee: id,
  holder: id.nullable(),
  heldSince: instant.nullable(),
  heldMinutes: whole.nullable(),
  status: z.enum(['on-its-way', 'counted']),
  dueAt: instant.nullable(),
  lateMinutes: whole,
  shipped: whole,
  accepted: whole,
  rejected: whole,
});

export type Consignment = z.infer<typeof consignment>;

export const consignmentsPage = pageTold(consignment);
