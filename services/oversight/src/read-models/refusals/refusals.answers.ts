import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole, masked } = FORMS_TOLD;

export const refusalsPage = pageTold(
  z.strictObject({
    community: text,
    rule: text,
    role: text,
    action: id,
    organisation: id.optional(),
    basis: text,
    count: whole,
    persons: masked,
    firstHour: instant,
    lastHour: instant,
  }),
);

/** `organisation` is empty for persons who act for none. */
export const refusalHoursPage = pageTold(
  z.strictObject({ hour: instant, community: text, organisation: text, role: text, count: whole, persons: masked }),
);
