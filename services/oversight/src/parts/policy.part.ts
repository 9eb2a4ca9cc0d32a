import type {
  LocalParameterSet,
  LocalRuleAccepted,
  LocalRuleRejected,
  PolicyIssued,
  PollResultBound,
  PollResultUnbound,
  UnknownRuleReported,
} from '@baogong/contracts';
import { LocalRulesController } from '../adapters/http/local-rules.controller.js';
import { PoliciesController } from '../adapters/http/policies.controller.js';
import { LocalRuleTables1764001600100 } from '../adapters/postgres/policy-tables.js';
import { LOCAL_RULES, ORGANISATIONS } from '../application/policies.js';
import { organisationLookup } from '../read-models/actors/holders.js';
import { LocalRulesListController } from '../read-models/local-rules/local-rules.controller.js';
import { localRules } from '../read-models/local-rules/local-rules.projection.js';
import { localRuleLookup } from '../read-models/local-rules/local-rules.query.js';
import type { Part } from './part.js';

export const policyPart: Part = {
  migrations: [LocalRuleTables1764001600100],
  published: {
    PolicyIssued: ({ data }) => data as PolicyIssued,
    LocalParameterSet: ({ data }) => data as LocalParameterSet,
    PollResultBound: ({ data }) => data as PollResultBound,
    PollResultUnbound: ({ data }) => data as PollResultUnbound,
    LocalRuleAccepted: ({ data }) => data as LocalRuleAccepted,
    LocalRuleRejected: ({ data }) => data as LocalRuleRejected,
    UnknownRuleReported: ({ data }) => data as UnknownRuleReported,
  },
  consumers: () => [localRules],
  controllers: [PoliciesController, LocalRulesController, LocalRulesListController],
  providers: (runtime) => [
    { provide: LOCAL_RULES, useValue: localRuleLookup(runtime) },
    { provide: ORGANISATIONS, useValue: organisationLookup(runtime) },
  ],
};
