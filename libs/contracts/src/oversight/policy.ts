import { RISK_LEVELS, ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

/** Facts about a household that a policy may ask for, and those that none may: a rejected rule is told as it was asked. */
const criterion = z.enum([
  ...(['elderly', 'infant', 'living-alone', 'assisted'] as const),
  ...(['tenant', 'non-local', 'unregistered', 'in-arrears'] as const),
  ...(['health-status', 'test-status', 'complainant'] as const),
]);
const named = z.array(z.string().min(1)).min(1);
const place = z.string().min(1);
const howMuch = z.object({ times: z.number().int().positive(), days: z.number().int().positive() });

/** What is permitted; a part that is missing restricts nothing. */
const clause = z.object({
  id: z.string().min(1),
  who: z.object({ only: z.array(criterion).optional(), except: z.array(criterion).optional() }).optional(),
  /** An item class, or one article of it, such as `food:fruit`. */
  what: z.object({ only: named.optional(), except: named.optional() }).optional(),
  when: z.array(z.object({ days: z.array(z.number().int()), from: z.string(), to: z.string() })).optional(),
  where: z
    .object({
      only: named.optional(),
      except: named.optional(),
      channels: z.array(z.enum(['station', 'door'])).optional(),
    })
    .optional(),
  howMuch: howMuch.optional(),
  risks: z.array(z.enum(RISK_LEVELS)).optional(),
});

const parameter = z.enum(['times', 'days']);
const policyVersion = z.object({
  /** No number stands for two versions in a district; 0 is what holds before any. */
  version: z.number().int().positive(),
  territory: place,
  parentVersion: z.number().int().nonnegative(),
  /** Versions below that stay in force, though they were made under another. */
  keeps: z.array(z.number().int().positive()),
  source: z.object({ title: z.string().min(1), article: z.string().min(1), text: z.string().optional() }),
  clauses: z.array(clause).min(1),
  delegated: z.array(z.object({ clause: z.string(), parameter, least: z.number(), most: z.number() })),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  issuedAt: z.string(),
  issuedBy: z.enum(ROLES),
});
const valueOfParameter = z.object({ clause: z.string(), parameter, value: z.number().int().positive() });
const localParameterSet = policyVersion.extend({
  parameter: valueOfParameter,
  reason: z.string().min(1),
});
/** A poll decided it: the version carries what most households chose. */
const pollResultBound = valueOfParameter.extend({
  pollId: z.string().min(1),
  territory: place,
  version: z.number().int().positive(),
});
/** A poll decided what the policy, changed since, leaves to the community no more. */
const pollResultUnbound = valueOfParameter.extend({
  pollId: z.string().min(1),
  territory: place,
  code: z.enum(['territory-not-registered', 'nothing-delegated', 'outside-delegated-range', 'too-intricate']),
});

const values = z.array(z.string());
const difference = z.object({
  kind: z.enum(['lost', 'less', 'protected', 'beyond-range']),
  clause: z.string().min(1),
  dimension: z.enum(['who', 'what', 'when', 'where', 'channel', 'risk', 'how-much', 'all']),
  values,
  within: z.array(z.object({ dimension: z.string(), values })).optional(),
  together: values.optional(),
  floor: howMuch.optional(),
  asked: howMuch.optional(),
  zh: z.string().min(1),
  en: z.string().min(1),
});

const localRuleAccepted = z.object({
  ruleId: z.string().min(1),
  territory: place,
  title: z.string().min(1),
  clauses: z.array(clause).min(1),
  /** The organisation, never a person. */
  proposedBy: z.string().min(1),
  role: z.enum(ROLES),
  policyVersion: z.number().int().nonnegative(),
  sameAtEveryRisk: z.array(z.string()),
});
const localRuleRejected = localRuleAccepted.extend({
  differences: z.array(difference).min(1),
  more: z.number().int().positive().optional(),
});

/** A rule somebody met and nobody could show. Who reported it is told by the envelope alone, as of every event. */
const unknownRuleReported = z.object({
  reportId: z.string().min(1),
  territory: place,
  met: z.array(clause).min(1),
  /** The organisation at whose desk it was met. */
  imposedBy: z.string().min(1).optional(),
  policyVersion: z.number().int().nonnegative(),
  /** What holds there by every text that can be shown, the widest first. */
  lineage: z.array(z.object({ version: z.number().int(), territory: place, title: z.string(), article: z.string() })),
  /** Local rules that were proposed for the place: a rejected one is not unlikely to be the one that was met. */
  localRules: z.array(z.object({ ruleId: z.string(), outcome: z.enum(['accepted', 'rejected']) })),
  differences: z.array(difference),
});

export type PolicyIssued = z.infer<typeof policyVersion>;
export type LocalParameterSet = z.infer<typeof localParameterSet>;
export type PollResultBound = z.infer<typeof pollResultBound>;
export type PollResultUnbound = z.infer<typeof pollResultUnbound>;
export type LocalRuleAccepted = z.infer<typeof localRuleAccepted>;
export type LocalRuleRejected = z.infer<typeof localRuleRejected>;
export type UnknownRuleReported = z.infer<typeof unknownRuleReported>;

const daily = { id: 'daily', howMuch: { times: 1, days: 1 } };
const community = 'd-pudong/s-weifang/c-y';
const issued: PolicyIssued = {
  version: 1,
  territory: 'd-pudong',
  parentVersion: 0,
  keeps: [],
  source: { title: 'Notice 12 of the district command', article: 'article 3' },
  clauses: [daily],
  delegated: [{ clause: 'daily', parameter: 'times', least: 1, most: 3 }],
  effectiveFrom: '2026-04-15T00:00:00.000Z',
  issuedAt: '2026-04-14T08:00:00.000Z',
  issuedBy: 'district-office',
};
const proposed: LocalRuleAccepted = {
  ruleId: '0198c0de-0000-7000-8000-0000000000c1',
  territory: community,
  title: 'Gate rule of Y Garden',
  clauses: [{ ...daily, who: { except: ['tenant'] } }],
  proposedBy: 'pf-y',
  role: 'property-firm',
  policyVersion: 1,
  sameAtEveryRisk: ['daily'],
};
const noTenants: z.infer<typeof difference> = {
  kind: 'protected',
  clause: 'daily',
  dimension: 'who',
  values: ['tenant'],
  zh: '任何规定都不得以此为条件：租户（条款 daily）',
  en: 'Never a criterion of any rule: tenants (clause daily)',
};

export const policyContracts = {
  PolicyIssued: contract({ version: 1, schema: policyVersion, example: issued }),
  LocalParameterSet: contract({
    version: 1,
    schema: localParameterSet,
    example: {
      ...issued,
      ...{ version: 2, territory: community, parentVersion: 1, issuedBy: 'residents-committee', delegated: [] },
      clauses: [{ ...daily, howMuch: { times: 2, days: 1 } }],
      parameter: { clause: 'daily', parameter: 'times', value: 2 },
      reason: 'many infants here',
    },
  }),
  PollResultBound: contract({
    version: 1,
    schema: pollResultBound,
    example: {
      ...{ pollId: '0198c0de-0000-7000-8000-0000000000d1', territory: community, version: 2 },
      ...{ clause: 'daily', parameter: 'times', value: 2 },
    },
  }),
  PollResultUnbound: contract({
    version: 1,
    schema: pollResultUnbound,
    example: {
      ...{ pollId: '0198c0de-0000-7000-8000-0000000000d1', territory: community },
      ...{ clause: 'daily', parameter: 'times', value: 3, code: 'outside-delegated-range' },
    },
  }),
  LocalRuleAccepted: contract({
    version: 1,
    schema: localRuleAccepted,
    example: { ...proposed, clauses: [daily] },
  }),
  LocalRuleRejected: contract({
    version: 1,
    schema: localRuleRejected,
    example: { ...proposed, differences: [noTenants] },
  }),
  UnknownRuleReported: contract({
    version: 1,
    schema: unknownRuleReported,
    example: {
      reportId: '0198c0de-0000-7000-8000-0000000000c2',
      territory: community,
      met: proposed.clauses,
      imposedBy: 'pf-y',
      policyVersion: 1,
      lineage: [{ version: 1, territory: 'd-pudong', title: issued.source.title, article: issued.source.article }],
      localRules: [{ ruleId: proposed.ruleId, outcome: 'rejected' }],
      differences: [noTenants],
    },
  }),
};
