import { oversightContracts } from '@baogong/contracts';
import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const { clauses, sameAtEveryRisk, differences, more } = oversightContracts.LocalRuleRejected.schema.shape;

/** Of what was rejected, what it lacks of the policy it was judged under. */
const localRule = z.strictObject({
  id,
  territory: id,
  title: text,
  outcome: z.enum(['accepted', 'rejected']),
  proposedBy: id,
  role: id,
  policyVersion: whole,
  decidedAt: instant,
  clauses,
  sameAtEveryRisk,
  // Those of an accepted rule are none.
  differences: z.array(differences.element).optional(),
  more,
  inForce: z.boolean(),
});

export const localRulesPage = pageTold(localRule);
