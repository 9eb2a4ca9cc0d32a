import { FORMS_TOLD, idTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const owner = z.strictObject({ role: id, actor: id });
const standing = {
  number: id,
  severity: whole,
  owner,
  level: whole,
  dueAt: instant,
  side: z.enum(['household', 'other-side', 'reporter', 'owner', 'mediator', 'visitor']),
};

/** No words, and nobody's home: it may be stored by whoever sits between. */
export const caseOpened = idTold.extend({ ...standing, statementDueAt: instant.optional() });

/** What the last event changed; no more than the id where nothing was to change. */
export const caseMoved = idTold
  .extend({
    ...standing,
    outcome: z.enum(['done', 'partly', 'not-possible', 'agreed', 'not-agreed', 'referred']),
    resolved: z.boolean(),
    how: z.enum(['confirmed', 'visited', 'unconfirmed']),
    state: z.enum(['claimed', 'phone', 'door']),
    statementDueAt: instant,
    status: z.literal('closed'),
  })
  .partial()
  .required({ id: true });

export const pollOpened = idTold.extend({
  territory: id,
  policyVersion: whole,
  clause: id,
  parameter: id,
  least: whole,
  most: whole,
  options: z.array(whole),
  closesAt: instant,
});
export const voted = idTold.extend({ status: z.literal('voted') });
export const decisionRecorded = idTold.extend({ territory: id, title: text, owner: id, dueAt: instant });
export const decisionEnded = idTold.extend({ outcome: z.enum(['fulfilled', 'dropped']), reason: text.optional() });
