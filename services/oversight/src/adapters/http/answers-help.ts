import { ACTIONS } from '@baogong/duties';
import { FORMS_TOLD, idTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

export const helpCalled = idTold.extend({
  territory: id,
  role: z.literal('volunteer'),
  actions: z.array(z.enum(ACTIONS)),
  from: instant,
  to: instant,
  places: whole,
});
/** From when to when one has the right to do it. */
export const signedUp = idTold.extend({ status: z.literal('signed-up'), from: instant, to: instant });
export const helpCallEnded = idTold.extend({ status: z.literal('withdrawn'), reason: text });
