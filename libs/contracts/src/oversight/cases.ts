import { ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';
import { ITEM_CLASSES } from '../inventory.js';

/** An organisation in a role; who of it acted stands in no contract. */
const owner = z.object({ role: z.enum(ROLES), actor: z.string().min(1) });
const severity = z.number().int().min(1).max(4);
const standing = z.object({
  caseId: z.string().min(1),
  owner,
  level: z.number().int().min(0).max(2),
  dueAt: z.string(),
});
const evidence = z.enum(['counterparty', 'visit', 'photo']);

// Neither household nor words: whoever hears of a case learns where it is and of what kind, not whose it is.
const caseOpened = standing.extend({
  number: z.string().min(1),
  kind: z.enum(['complaint', 'need', 'rule-report', 'dispute', 'hardship']),
  subject: z.enum([
    ...['supply', 'missing-goods', 'spoiled-goods', 'short-weight', 'price', 'late-delivery', 'pickup'],
    ...['cleaning', 'conduct', 'access', 'other'],
  ] as [string, ...string[]]),
  place: z.string().min(1),
  severity,
  itemClass: z.enum(ITEM_CLASSES).optional(),
  sku: z.string().optional(),
  about: z.string().optional(),
});
const caseAnswered = standing.extend({
  outcome: z.enum(['done', 'partly', 'not-possible']),
  evidence: z.array(evidence),
  answeredBy: owner,
});
const disputeMediated = standing.extend({
  outcome: z.enum(['agreed', 'not-agreed', 'referred']),
  mediator: owner,
});
const caseEscalated = standing.extend({ from: owner, reason: z.enum(['unanswered', 'not-visited']), severity });
const caseOverdue = standing.omit({ dueAt: true }).extend({ severity });
const caseReopened = standing.extend({ from: owner, by: z.enum(['household', 'visit']), severity });
const caseVisited = z.object({
  caseId: z.string().min(1),
  visitor: owner,
  resolved: z.boolean(),
  evidence: z.array(evidence).min(1),
});
const caseClosed = standing
  .omit({ dueAt: true })
  .extend({ how: z.enum(['confirmed', 'visited', 'unconfirmed']), severity });

export type CaseOpened = z.infer<typeof caseOpened>;
export type CaseAnswered = z.infer<typeof caseAnswered>;
export type DisputeMediated = z.infer<typeof disputeMediated>;
export type CaseEscalated = z.infer<typeof caseEscalated>;
export type CaseOverdue = z.infer<typeof caseOverdue>;
export type CaseSampled = z.infer<typeof standing>;
export type CaseReopened = z.infer<typeof caseReopened>;
export type CaseVisited = z.infer<typeof caseVisited>;
export type CaseClosed = z.infer<typeof caseClosed>;

const caseId = '0198c0de-0000-7000-8000-0000000000c1';
const firm = { role: 'property-firm', actor: 'pf-y' } as const;
const committee = { role: 'residents-committee', actor: 'rc-y' } as const;
const atCommittee = { caseId, owner: committee, level: 1, dueAt: '2026-04-15T14:00:00.000Z' };

export const casesContracts = {
  CaseOpened: contract({
    version: 1,
    schema: caseOpened,
    example: {
      caseId,
      number: '04123-45678',
      kind: 'complaint',
      subject: 'missing-goods',
      place: 'd-pudong/s-weifang/c-y/b-07',
      severity: 1,
      itemClass: 'infant',
      sku: 'infant-formula',
      about: 'pf-y',
      owner: firm,
      level: 0,
      dueAt: '2026-04-15T06:00:00.000Z',
    },
  }),
  CaseAnswered: contract({
    version: 1,
    schema: caseAnswered,
    example: {
      caseId,
      outcome: 'done',
      evidence: ['photo'],
      answeredBy: firm,
      owner: firm,
      level: 0,
      dueAt: '2026-04-18T03:00:00.000Z',
    },
  }),
  DisputeMediated: contract({
    version: 1,
    schema: disputeMediated,
    example: { ...atCommittee, outcome: 'agreed', mediator: committee },
  }),
  CaseEscalated: contract({
    version: 1,
    schema: caseEscalated,
    example: { ...atCommittee, from: firm, reason: 'unanswered', severity: 1 },
  }),
  CaseOverdue: contract({
    version: 1,
    schema: caseOverdue,
    example: { caseId, owner: { role: 'district-office', actor: 'do-1' }, level: 2, severity: 1 },
  }),
  CaseSampled: contract({ version: 1, schema: standing, example: atCommittee }),
  CaseReopened: contract({
    version: 1,
    schema: caseReopened,
    example: { ...atCommittee, from: firm, by: 'household', severity: 1 },
  }),
  CaseVisited: contract({
    version: 1,
    schema: caseVisited,
    example: { caseId, visitor: committee, resolved: true, evidence: ['visit', 'photo'] },
  }),
  CaseClosed: contract({
    version: 1,
    schema: caseClosed,
    example: { caseId, how: 'confirmed', owner: firm, level: 0, severity: 1 },
  }),
};
