import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole, masked } = FORMS_TOLD;

/** Nothing is told of the votes before the poll is over. */
export const poll = z.strictObject({
  id,
  territory: id,
  policyVersion: whole,
  clause: id,
  parameter: id,
  least: whole,
  most: whole,
  options: z.array(whole),
  openedAt: instant,
  closesAt: instant,
  status: z.enum(['open', 'closed']),
  outcome: z.enum(['decided', 'tied', 'too-few']).optional(),
  /** Untold, too, where one of the counts is: what is missing would be the difference. */
  votes: masked.optional(),
  counts: z.array(z.strictObject({ option: whole, votes: masked })).optional(),
  /** What most chose. */
  value: whole.optional(),
  /** What came of it: missing as long as that is not known. */
  binding: z
    .union([
      z.strictObject({ binds: z.literal(true), policyVersion: whole, since: instant }),
      z.strictObject({ binds: z.literal(false), why: id }),
    ])
    .optional(),
});

const decision = z.strictObject({
  id,
  territory: id,
  title: text,
  status: z.enum(['open', 'overdue', 'ended']),
  owner: z.strictObject({ role: id, actor: id }),
  dueAt: instant,
  recordedAt: instant,
  outcome: z.enum(['fulfilled', 'dropped']).optional(),
  endedAt: instant.optional(),
  reason: text.optional(),
});

export type Poll = z.infer<typeof poll>;
export type Decision = z.infer<typeof decision>;

export const pollsPage = pageTold(poll);
export const decisionsPage = pageTold(decision);
