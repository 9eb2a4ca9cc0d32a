import { ACTIONS } from '@baogong/duties';
import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant, whole, masked } = FORMS_TOLD;
const action = z.enum(ACTIONS);

/** Missing `until`: nobody is on duty still. */
export const alarmsPage = pageTold(
  z.strictObject({
    territory: id,
    action,
    since: instant,
    until: instant.optional(),
    offeredTo: z.array(z.strictObject({ rank: whole, role: id, holders: masked })),
  }),
);

export const uncoveredTold = z.strictObject({
  territory: id,
  from: instant,
  to: instant,
  hours: whole,
  items: z.array(z.strictObject({ territory: id, action, hours: whole })),
});
