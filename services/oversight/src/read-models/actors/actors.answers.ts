import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

/** `persons`: role -> how many different persons hold it. */
export const actorsPage = pageTold(
  z.strictObject({
    id,
    kind: z.enum(['person', 'organisation']),
    name: text.optional(),
    territory: id,
    registeredAt: instant,
  }),
).extend({ persons: z.record(z.string(), whole) });

export const grantsPage = pageTold(
  z.strictObject({
    id,
    actorId: id,
    role: id,
    territory: id,
    organisation: id.optional(),
    expiresAt: instant.optional(),
    grantedAt: instant,
    withdrawnAt: instant.optional(),
  }),
);
