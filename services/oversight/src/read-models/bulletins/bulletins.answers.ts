import { oversightContracts } from '@baogong/contracts';
import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, day } = FORMS_TOLD;

export const bulletinsPage = pageTold(z.strictObject({ territory: id, day, digest: id }));

/** The page as it was published: whoever has it has all that checking it needs. */
export const bulletinTold = oversightContracts.BulletinPublished.schema;
