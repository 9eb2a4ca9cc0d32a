import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, day, whole } = FORMS_TOLD;

export const STATUSES = ['pending', 'granted', 'tacit', 'declined'] as const;

export const approvalsPage = pageTold(
  z.strictObject({
    id,
    action: id,
    territory: id,
    subject: text,
    reason: text,
    /** To offices a person who asked is one of so many. */
    requestedBy: z.union([z.strictObject({ persons: z.literal(1) }), z.strictObject({ id })]),
    role: id,
    requestedAt: instant,
    hop: whole,
    with: z.strictObject({ role: id, id }),
    dueAt: instant.optional(),
    status: z.enum(STATUSES),
    endedAt: instant.optional(),
    waitedMinutes: whole.optional(),
    answer: text.optional(),
  }),
);

export const approvalStepsPage = pageTold(
  z.strictObject({
    week: day,
    action: id,
    ended: whole,
    meanHops: z.number(),
    maxHops: whole,
    meanWaitedMinutes: z.number(),
    tacit: whole,
    declined: whole,
    grew: z.boolean(),
  }),
);
