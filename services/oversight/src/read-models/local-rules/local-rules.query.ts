import type { LocalRuleRejected } from '@baogong/contracts';
import { communityOf, type Territory } from '@baogong/kernel';
import type { LocalRuleLookup } from '../../application/policies.js';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

export interface LocalRuleRow {
  rule_id: string;
  territory: string;
  outcome: 'accepted' | 'rejected';
  title: string;
  proposed_by: string;
  role: string;
  policy_version: number;
  decided_at: string;
  told: Pick<LocalRuleRejected, 'clauses' | 'sameAtEveryRisk' | 'differences' | 'more'>;
}

export interface LocalRuleAsk {
  place: Territory;
  outcome: string | undefined;
  /** Moment and id of the last one seen. */
  after: readonly string[];
  limit: number;
}

/** Newest first. To a household belongs what was proposed for its community, to a district what was for any of its own. */
export function localRuleRows(runtime: Runtime, { place, outcome, after, limit }: LocalRuleAsk) {
  return rowsOf<LocalRuleRow>(
    runtime,
    `select rule_id, territory, outcome, title, proposed_by, role, policy_version, decided_at, told
     from oversight.local_rule
     where (community = $1 or starts_with(community, $1 || '/')) and ($2::text is null or outcome = $2)
       and (decided_at, rule_id) < ($3, $4)
     order by decided_at desc, rule_id desc limit $5`,
    [communityOf(place) ?? place, outcome ?? null, ...after, limit],
  );
}

const KNOWN_MAX = 20;

export function localRuleLookup(runtime: Runtime): LocalRuleLookup {
  return async (place) => {
    if (communityOf(place) === undefined) return [];
    const rows = await localRuleRows(runtime, { place, outcome: undefined, after: NEWEST, limit: KNOWN_MAX });
    return rows.map(({ rule_id, outcome }) => ({ ruleId: rule_id, outcome }));
  };
}

/** Before the first page: later than any moment. */
export const NEWEST = ['9999', ''] as const;
