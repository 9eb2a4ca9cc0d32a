import { FORMS_TOLD } from '@baogong/http';
import { z } from 'zod';

const { id, text, whole } = FORMS_TOLD;

const line = z.strictObject({ offerId: id, quantity: whole, households: whole });
const demand = z.strictObject({
  buildings: z.array(z.strictObject({ building: text, lines: z.array(line) })),
  totals: z.array(line),
});

export type DemandLine = z.infer<typeof line>;
export type Demand = z.infer<typeof demand>;

export const demandTold = demand.extend({
  roundId: id,
  fixed: z.boolean(),
  orders: whole,
});
