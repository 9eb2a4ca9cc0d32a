import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, whole, masked } = FORMS_TOLD;

const needs = z.strictObject({ households: masked, short: masked, unserved: masked, unreached: masked });

/** `hidden`: counts of communities that are too small to be told, and so in none of the sums. */
export const needsTotal = needs.extend({ hidden: whole.optional() });

export const needsPage = pageTold(needs.extend({ community: id })).extend({ territory: id, total: needsTotal });
