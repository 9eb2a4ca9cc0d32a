import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant, masked } = FORMS_TOLD;

export const coveragePage = pageTold(
  z.strictObject({
    territory: id,
    action: id,
    /** Who is obliged there. */
    roles: z.array(id),
    hours: z.array(
      z.strictObject({ hour: instant, covered: z.boolean(), organisations: z.array(id), persons: masked }),
    ),
  }),
);

/** Rank 1 is what the caller is obliged to, 2 what it may, 3 what it may while nobody else does. */
export const dutyOffersPage = pageTold(
  z.strictObject({
    action: id,
    territory: id,
    from: instant,
    to: instant,
    rank: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    role: id,
  }),
);
