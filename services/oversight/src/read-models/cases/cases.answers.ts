import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

export const STATUSES = ['open', 'overdue', 'answered', 'visit-due', 'closed'] as const;

/** `householdId` for those alone who see to it; `alike` for all but residents. */
const listed = z.strictObject({
  id,
  number: id,
  kind: z.enum(['complaint', 'need', 'rule-report', 'dispute', 'hardship']),
  subject: id,
  place: id,
  severity: whole,
  status: z.enum(STATUSES),
  level: whole,
  itemClass: id.optional(),
  sku: id.optional(),
  about: id.optional(),
  householdId: id.optional(),
  owner: z.strictObject({ role: id, actor: id }),
  dueAt: instant,
  overdue: z.boolean(),
  openedAt: instant,
  answeredAt: instant.optional(),
  closedAt: instant.optional(),
  how: z.enum(['confirmed', 'visited', 'unconfirmed']).optional(),
  alike: whole.optional(),
});
const statement = z.strictObject({
  ordinal: whole,
  side: z.enum(['household', 'other-side', 'reporter', 'owner', 'mediator', 'visitor']),
  at: instant,
  words: text,
});

export type CaseListed = z.infer<typeof listed>;

export const casesPage = pageTold(listed);

/** Words are for the household, for whoever has to answer, and for who looks into it; for others there are none. */
export const caseTold = listed.extend({ statements: z.array(statement) });
