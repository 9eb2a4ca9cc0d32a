import { ACTIONS } from '@baogong/duties';
import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole, masked } = FORMS_TOLD;

export const helpCallsPage = pageTold(
  z.strictObject({
    id,
    territory: id,
    role: z.literal('volunteer'),
    actions: z.array(z.enum(ACTIONS)),
    from: instant,
    to: instant,
    places: whole,
    taken: masked,
    status: z.enum(['open', 'full', 'over', 'withdrawn']),
    reason: text.optional(),
  }),
);
