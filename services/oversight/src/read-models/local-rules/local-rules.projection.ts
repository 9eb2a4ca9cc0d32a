import type { LocalRuleAccepted, LocalRuleRejected } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import { communityOf } from '@baogong/kernel';

export const localRules: Projection = {
  name: 'local-rules',
  source: 'oversight',
  handles: ['LocalRuleAccepted', 'LocalRuleRejected'],
  async apply(tx, records) {
    await tx.query(
      `insert into oversight.local_rule
         (rule_id, community, territory, outcome, title, proposed_by, role, policy_version, decided_at, told)
       select r."ruleId", r.community, r.territory, r.outcome, r.title, r."proposedBy", r.role, r."policyVersion",
         r.at, r.told
       from json_to_recordset($1::json) as r("ruleId" text, community text, territory text, outcome text, title text,
         "proposedBy" text, role text, "policyVersion" int, at text, told json)
       on conflict do nothing`,
      [JSON.stringify(records.map(rowOf))],
    );
  },
};

function rowOf({ type, at, data }: EventRecord) {
  const rule = data as LocalRuleAccepted | LocalRuleRejected;
  const { ruleId, territory, title, proposedBy, role, policyVersion, clauses, sameAtEveryRisk } = rule;
  const { differences = [], more }: Partial<LocalRuleRejected> = rule;
  return {
    ...{ ruleId, territory, title, proposedBy, role, policyVersion, at },
    community: communityOf(territory) ?? territory,
    outcome: type === 'LocalRuleAccepted' ? 'accepted' : 'rejected',
    told: { clauses, sameAtEveryRisk, differences, ...(more === undefined ? {} : { more }) },
  };
}
