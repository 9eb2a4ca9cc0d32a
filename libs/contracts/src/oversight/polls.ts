import { ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);
const value = z.number().int().nonnegative();
const owner = z.object({ role: z.enum(ROLES), actor: id });

/** Of which clause of which version, as it was in force when the question was put. */
const about = { policyVersion: value, clause: id, parameter: z.enum(['times', 'days']) };
const pollOpened = z.object({
  pollId: id,
  place: id,
  ...about,
  /** The discretion envelope: what the policy leaves to the community. */
  least: value,
  most: value,
  options: z.array(value).min(2),
  closesAt: z.string(),
});
const pollClosed = z.object({
  pollId: id,
  place: id,
  ...about,
  outcome: z.enum(['decided', 'tied', 'too-few']),
  votes: value,
  /** Empty where so few voted that it would tell who. */
  counts: z.array(z.object({ option: value, votes: value })),
  /** What is to bind; only where the vote decided. */
  value: value.optional(),
});
const decisionRecorded = z.object({ decisionId: id, place: id, title: id, owner, dueAt: z.string() });
const decisionOverdue = z.object({ decisionId: id, owner });
const decisionEnded = decisionOverdue.extend({
  outcome: z.enum(['fulfilled', 'dropped']),
  reason: z.string().optional(),
});

export type PollOpened = z.infer<typeof pollOpened>;
export type PollClosed = z.infer<typeof pollClosed>;
export type DecisionRecorded = z.infer<typeof decisionRecorded>;
export type DecisionOverdue = z.infer<typeof decisionOverdue>;
export type DecisionEnded = z.infer<typeof decisionEnded>;

const poll = {
  pollId: '0198c0de-0000-7000-8000-0000000000d1',
  place: 'd-pudong/s-weifang/c-y',
  ...{ policyVersion: 1, clause: 'daily', parameter: 'times' as const },
};
const decision = {
  decisionId: '0198c0de-0000-7000-8000-0000000000d2',
  owner: { role: 'property-firm', actor: 'pf-y' } as const,
};

export const pollsContracts = {
  PollOpened: contract({
    version: 2,
    schema: pollOpened,
    example: { ...poll, least: 1, most: 3, options: [1, 2, 3], closesAt: '2026-04-16T12:00:00.000Z' },
  }),
  PollClosed: contract({
    version: 2,
    schema: pollClosed,
    example: {
      ...poll,
      ...{ outcome: 'decided', votes: 21, value: 2 },
      counts: [
        { option: 1, votes: 4 },
        { option: 2, votes: 17 },
      ],
    },
  }),
  DecisionRecorded: contract({
    version: 1,
    schema: decisionRecorded,
    example: {
      ...decision,
      place: poll.place,
      title: 'A second gate for deliveries',
      dueAt: '2026-04-18T12:00:00.000Z',
    },
  }),
  DecisionOverdue: contract({ version: 1, schema: decisionOverdue, example: decision }),
  DecisionEnded: contract({ version: 1, schema: decisionEnded, example: { ...decision, outcome: 'fulfilled' } }),
};
