import { communityOf, covers, householdOf, type Territory } from '@baogong/kernel';
import { evaluate, ROLES, type Action, type DutyRule, type Facts, type RefusalReason } from '@baogong/duties';
import type { Authority, Grant, InForce } from './types.js';
import type { By } from '@baogong/decider';
import { cited, refusedDuty, type DutyCase, type Judgement } from './refusing.js';

const SYSTEM = 'system';
/** Rights over others' rights: never exercised on a copy that may be out of date. */
const NEEDS_FRESH_AUTHORITY: Action[] = [
  'ActivateDutyMatrix',
  'SwitchPosture',
  'SetRiskLevel',
  'IssuePolicy',
  'SetLocalParameter',
  'DeclareRecall',
  'RequisitionGoods',
];

/**
 * Scope first (another community's things do not exist for the caller), then the matrix. All of it is judged by what is
 * in force at one moment; the judgement hands that on, so that the decision is made by the same.
 */
export function judge(authority: Authority, duty: DutyCase): Judgement {
  const inForce = authority.inForce(duty.territory);
  if (!inForce) return { ok: false, refusal: { kind: 'authority-unknown' } };
  const grants = authority.grantsOf(duty.actor);
  // Nobody outside a service acts as the system, whatever was granted.
  const near = grants.filter(({ role, territory }) => role !== SYSTEM && reaches(territory, duty.territory));
  if (near.length === 0) return { ok: false, refusal: { kind: 'not-found' } };
  const held = duty.askedRole === undefined ? near : near.filter(({ role }) => role === duty.askedRole);
  if (held.length === 0) return refusedDuty(duty, { reason: 'role-not-held', role: duty.askedRole ?? '' });
  const best = held.map((grant) => weigh(inForce, duty, grant)).reduce((a, b) => (b.weight < a.weight ? b : a));
  const judged = best.judged(byOf(best.grant, grants, duty.action));
  return judged.ok && authority.isStale() && NEEDS_FRESH_AUTHORITY.includes(duty.action)
    ? refusedDuty(duty, { reason: 'authority-stale', role: best.grant.role, grant: best.grant })
    : judged;
}

/** The role `system` needs a rule like everyone else, but no grant: it acts on its own service's streams only. */
export function judgeSystem(authority: Authority, { action, territory, at }: DutyCase): Judgement {
  const inForce = authority.inForce(territory);
  if (!inForce) return { ok: false, refusal: { kind: 'authority-unknown' } };
  const { matrix, posture, risk } = inForce;
  const duty = { actor: SYSTEM, action, territory, at };
  const found = evaluate(matrix, { role: SYSTEM, action, posture, risk, at });
  if (found.verdict === 'gap') return refusedDuty(duty, { reason: 'no-rule', role: SYSTEM });
  if (found.verdict === 'forbidden') {
    return refusedDuty(duty, { reason: 'forbidden', ...cited(found.rule, matrix), role: SYSTEM });
  }
  return { ok: true, by: systemBy(), rule: found.rule.id, inForce };
}

export function systemBy(): By {
  return { actor: SYSTEM, role: SYSTEM, organisation: SYSTEM, households: [] };
}

interface Weighed {
  /** Lower is better for the caller; among refusals the one that explains most comes first. */
  weight: number;
  grant: Grant;
  judged(by: By): Judgement;
}

const STEPS: Record<RefusalReason, number> = {
  forbidden: 2,
  elsewhere: 3,
  condition: 3,
  'not-in-grant': 4,
  'no-rule': 5,
  'role-not-held': 6,
  'authority-stale': 6,
};

function weigh(inForce: InForce, duty: DutyCase, grant: Grant): Weighed {
  const { matrix, posture, risk } = inForce;
  const { role } = grant;
  const rank = ROLES.indexOf(role);
  const no = (reason: RefusalReason, rule?: DutyRule, more = {}): Weighed => ({
    weight: STEPS[reason] * 100 + rank,
    grant,
    judged: () => refusedDuty(duty, { reason, ...(rule ? cited(rule, matrix) : {}), role, grant, ...more }),
  });
  if (grant.actions && !grant.actions.includes(duty.action)) return no('not-in-grant');
  const facts = { ...factsOf(grant, duty.action), ...duty.facts };
  const found = evaluate(matrix, { role, action: duty.action, posture, risk, facts, at: duty.at });
  if (found.verdict === 'gap') {
    return found.nearest ? no('condition', found.nearest.rule, { unmet: found.nearest.unmet }) : no('no-rule');
  }
  const { rule, verdict } = found;
  if (verdict === 'forbidden') return no('forbidden', rule);
  if (rule.scope === 'territory' && !covers(grant.territory, duty.territory)) return no('elsewhere', rule);
  return {
    weight: (verdict === 'obliged' ? 0 : 100) + rank,
    grant,
    judged: (by) => ({ ok: true, by, rule: rule.id, inForce }),
  };
}

/**
 * What a grant itself says of the conditions: a volunteer who was taken in by an organisation works under its lead, and
 * helpers to whom an action was entrusted by its name were trained for it.
 */
function factsOf({ role, organisation, actions = [] }: Grant, action: Action): Facts {
  const trained = actions.includes(action);
  if (role === 'volunteer') return { 'under-lead': organisation !== undefined, trained };
  return role === 'social-organisation' ? { trained } : {};
}

function byOf(grant: Grant, all: Grant[], action: Action): By {
  const households = all
    .filter(({ role, actions }) => role === 'resident' && (!actions || actions.includes(action)))
    .flatMap(({ territory }) => householdOf(territory) ?? []);
  return {
    actor: grant.actor,
    role: grant.role,
    // An organisation that acts itself is its own organisation.
    organisation: grant.organisation ?? grant.actor,
    households: [...new Set(households)],
  };
}

/** Whether a grant has anything to do with the community of a place; above communities, with the place itself. */
function reaches(granted: Territory, place: Territory): boolean {
  const near = communityOf(place) ?? place;
  return covers(granted, near) || covers(near, granted);
}
