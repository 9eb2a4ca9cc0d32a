import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const OUTCOMES = ['withdrawn', 'uncollected', 'posture-switched', 'done-otherwise', 'excused', 'upheld'] as const;
const obligation = z.strictObject({
  id,
  action: id,
  community: id,
  subject: z.strictObject({ kind: z.enum(['consignment', 'parcel', 'round', 'rule-report']), id }),
  rule: id,
  role: id,
  /** To offices a person is one of so many. */
  owner: z.union([z.strictObject({ persons: z.literal(1) }), z.strictObject({ id, name: text.optional() })]),
  startedAt: instant,
  dueAt: instant,
  status: z.enum(['running', 'breached', 'fulfilled', 'lapsed', 'settled', 'unanswered']),
  level: whole,
  answering: z.strictObject({ role: id, id }).optional(),
  breachedAt: instant.optional(),
  endedAt: instant.optional(),
  late: z.boolean().optional(),
  outcome: z.enum(OUTCOMES).optional(),
});

export type Obligation = z.infer<typeof obligation>;

export const obligationsPage = pageTold(obligation);
