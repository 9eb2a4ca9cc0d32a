import { oversightContracts } from '@baogong/contracts';
import { FORMS_TOLD } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const proposed = oversightContracts.LocalRuleRejected.schema.shape;
const setting = oversightContracts.LocalParameterSet.schema.shape;
const differences = z.array(proposed.differences.element);

/** Version 0 is what holds before any policy was issued. */
export const policyVersionTold = oversightContracts.PolicyIssued.schema.omit({ keeps: true }).extend({
  version: whole,
  issuedBy: id,
  sameAtEveryRisk: z.array(text),
  parameter: setting.parameter.optional(),
  reason: text.optional(),
  pollId: id.optional(),
});

export const policiesInForce = z.strictObject({
  territory: id,
  at: instant,
  version: whole,
  inForce: policyVersionTold,
  lineage: z.array(
    policyVersionTold.extend({
      difference: z.union([
        z.strictObject({ narrower: differences, wider: differences }),
        z.strictObject({ tooIntricate: z.literal(true) }),
      ]),
    }),
  ),
  upcoming: z.array(policyVersionTold),
});

/** No new version where the parameter has this value already. */
export const localParameterSet = z.union([policyVersionTold, setting.parameter.extend({ territory: id })]);

/** A rejection is no fault of the request but the answer to it. */
export const localRuleDecided = z.strictObject({
  id,
  territory: id,
  title: text,
  policyVersion: whole,
  sameAtEveryRisk: z.array(text),
  outcome: z.enum(['accepted', 'rejected']),
  differences,
  more: whole.optional(),
});

export const unknownRuleReported = oversightContracts.UnknownRuleReported.schema
  .omit({ reportId: true })
  .extend({ id });
