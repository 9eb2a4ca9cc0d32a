import { oversightContracts } from '@baogong/contracts';
import { ACTIONS, ROLES } from '@baogong/duties';
import { FORMS_TOLD, idTold } from '@baogong/http';
import { z } from 'zod';
import { MEASURES } from '../../domain/threshold/threshold.js';

const { id, text, instant, day, whole } = FORMS_TOLD;

const role = z.enum(ROLES);
const action = z.enum(ACTIONS);
const actions = z.array(action);

export const actorRegistered = idTold.extend({
  kind: z.enum(['person', 'organisation']),
  name: text.optional(),
  territory: id,
});
export const roleGranted = idTold.extend({
  actorId: id,
  role,
  territory: id,
  organisation: id.optional(),
  expiresAt: instant.optional(),
  actions: actions.optional(),
});
export const roleWithdrawn = idTold.extend({ actorId: id, status: z.literal('withdrawn') });
export const territoryRegistered = z.strictObject({ territory: id, name: text.optional() });

export const dutyDelegated = idTold.extend({
  to: id,
  role,
  territory: id,
  actions,
  startsAt: instant,
  expiresAt: instant,
});
export const proxyAppointed = idTold.extend({
  actorId: id,
  territory: id,
  kind: z.enum(['relative', 'neighbour', 'volunteer']),
  consent: z.enum(['own-account', 'in-person', 'telephone', 'paper']),
  actions,
  expiresAt: instant,
});
export const revoked = idTold.extend({ status: z.literal('revoked') });

const { schema: matrix } = oversightContracts.DutyMatrixActivated;
/** Rules and the texts that their keys stand for; beside a document of the district's own, the one that Baogong brings. */
export const matrixTold = matrix.omit({ since: true, signature: true }).extend({
  rules: z.array(matrix.shape.rules.element.required({ id: true, validFrom: true })).min(1),
  offered: z.strictObject({ edition: whole, actionsWithoutRule: actions }).optional(),
});
/** How many rules the version has. */
export const matrixActivated = z.strictObject({ version: whole, rules: whole });
export const postureSwitched = oversightContracts.PostureSwitched.schema;
export const riskLevelSet = oversightContracts.RiskLevelSet.schema;

export const approvalRequested = idTold.extend({
  action,
  territory: id,
  subject: text,
  reason: text,
  status: z.literal('pending'),
});
export const approvalGranted = idTold.extend({ status: z.literal('granted') });
export const approvalDeclined = idTold.extend({ status: z.literal('declined'), reason: text });
export const approvalForwarded = idTold.extend({ status: z.literal('pending'), hop: z.literal(2) });

const span = z.strictObject({ action, territory: id, from: instant, to: instant });
export const dutyClaimed = span.extend({ id });
export const dutyReleased = span.extend({ reason: text });

export const thresholdSet = idTold.extend({ territory: id, measure: z.enum(MEASURES), atLeast: whole });
export const breachSettled = idTold.extend({
  status: z.literal('settled'),
  outcome: z.enum(['done-otherwise', 'excused', 'upheld']),
  reason: text,
});
export const bulletinPublished = z.strictObject({
  territory: id,
  day,
  digest: id,
  previous: z.strictObject({ day, digest: id }).nullable(),
});
