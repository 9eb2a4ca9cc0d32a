import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, instant } = FORMS_TOLD;

/** A person is one of so many to whoever may see no persons. */
const party = z.union([z.strictObject({ persons: z.literal(1) }), z.strictObject({ id })]);
const ended = { startsAt: instant, expiresAt: instant, revokedAt: instant.optional() };

export const delegationsPage = pageTold(
  z.strictObject({ id, from: party, to: party, role: id, territory: id, actions: z.array(id), ...ended }),
);

/** `territory`: the household's for whoever may see persons, its community for all others. */
export const proxiesPage = pageTold(
  z.strictObject({ id, proxy: party, territory: id, kind: id, consent: id, actions: z.array(id), ...ended }),
);
