import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, whole } = FORMS_TOLD;

const listed = z.strictObject({ id, territory: id, building: id.nullable(), people: whole });

export type HouseholdListed = z.infer<typeof listed>;

/** Of persons no more than how many: whom they are is asked for one household at a time. */
export const householdsPage = pageTold(listed);

/** Name, telephone, room and needs are missing once the household's key is destroyed. */
export const householdTold = z.strictObject({
  id,
  territory: id,
  people: whole,
  consents: z.array(id),
  members: z.array(z.strictObject({ actorId: id, name: text.optional(), telephone: text.optional() })),
  room: text.optional(),
  needs: text.optional(),
});
