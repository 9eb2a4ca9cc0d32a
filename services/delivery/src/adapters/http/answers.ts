import { FORMS_TOLD, idTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant, whole } = FORMS_TOLD;

export const packed = idTold.extend({ status: z.literal('packed') });
export const offered = idTold.extend({ status: z.literal('offered'), offeredTo: id });
export const accepted = idTold.extend({ status: z.literal('accepted') });

export const handedOver = idTold.extend({
  parcelId: id,
  orderId: id,
  by: id,
  means: z.enum(['pass', 'code']),
  pieces: whole,
  weightGrams: whole,
  at: instant,
});
