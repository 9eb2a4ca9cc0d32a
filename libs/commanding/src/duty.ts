import { communityOf, covers, householdOf, type Instant, type Territory } from '@baogong/kernel';
import { evaluate, ROLES, type Action, type DutyRule, type Role } from '@baogong/duties';
import type { Authority, Grant } from './types.js';
import type { By } from '@baogong/decider';
import type { Refused } from './desk-types.js';

export interface DutyCase {
  actor: string;
  askedRole?: string;
  action: Action;
  territory: Territory;
  at: Instant;
}

export interface RefusedDuty extends Refused {
  organisation?: string;
}

export type Judgement =
  | { ok: true; by: By; rule: string; policyVersion: number }
  | { ok: false; refusal: RefusedDuty | { kind: 'not-found' } | { kind: 'authority-unknown' } };

const SYSTEM = 'system';
const NO_RULE_BASIS = 'S61: what no rule of the duty matrix allows is refused';
const APPEAL = 'district-office';
const STALE_BASIS = 'the copy of roles and policy has not been confirmed by oversight of late';
/** Rights over others' rights: never exercised on a copy that may be out of date. */
const NEEDS_FRESH_AUTHORITY: Action[] = ['ActivateDutyMatrix', 'SwitchPosture'];

/** Scope first (another community's things do not exist for the caller), then the matrix. */
export function judge(authority: Authority, duty: DutyCase): Judgement {
  if (!authority.matrix()) return { ok: false, refusal: { kind: 'authority-unknown' } };
  const grants = authority.grantsOf(duty.actor);
  // Nobody outside a service acts as the system, whatever was granted.
  const near = grants.filter(({ role, territory }) => role !== SYSTEM && reaches(territory, duty.territory));
  if (near.length === 0) return { ok: false, refusal: { kind: 'not-found' } };
  const held = duty.askedRole === undefined ? near : near.filter(({ role }) => role === duty.askedRole);
  if (held.length === 0) return refused(duty, { rule: 'role-not-held', role: duty.askedRole ?? '' });
  const best = held.map((grant) => weigh(authority, duty, grant)).reduce((a, b) => (b.weight < a.weight ? b : a));
  const judged = best.judged(byOf(best.grant, grants));
  return judged.ok && authority.isStale() && NEEDS_FRESH_AUTHORITY.includes(duty.action)
    ? refused(duty, { rule: 'authority-stale', role: best.grant.role, basis: STALE_BASIS, grant: best.grant })
    : judged;
}

/** The role `system` needs a rule like everyone else, but no grant: it acts on its own service's streams only. */
export function judgeSystem(authority: Authority, { action, territory, at }: DutyCase): Judgement {
  const matrix = authority.matrix();
  if (!matrix) return { ok: false, refusal: { kind: 'authority-unknown' } };
  const duty = { actor: SYSTEM, action, territory, at };
  const found = evaluate(matrix, { role: SYSTEM, action, posture: authority.posture(territory), at });
  if (found.verdict === 'gap') return refused(duty, { rule: 'no-rule', role: SYSTEM });
  if (found.verdict === 'forbidden') return refused(duty, { ...cited(found.rule), role: SYSTEM });
  return { ok: true, by: systemBy(), rule: found.rule.id, policyVersion: matrix.version };
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

function weigh(authority: Authority, duty: DutyCase, grant: Grant): Weighed {
  const matrix = authority.matrix()!;
  const posture = authority.posture(duty.territory);
  const found = evaluate(matrix, { role: grant.role, action: duty.action, posture, at: duty.at });
  const rank = ROLES.indexOf(grant.role);
  const no = (step: number, why: Why): Weighed => ({
    weight: step * 100 + rank,
    grant,
    judged: () => refused(duty, { ...why, grant }),
  });
  if (found.verdict === 'gap') return no(4, { rule: 'no-rule', role: grant.role });
  const { rule, verdict } = found;
  if (verdict === 'forbidden') return no(2, { ...cited(rule), role: grant.role });
  if (rule.scope === 'territory' && !covers(grant.territory, duty.territory)) {
    return no(3, { ...cited(rule), role: grant.role });
  }
  return {
    weight: (verdict === 'obliged' ? 0 : 100) + rank,
    grant,
    judged: (by) => ({ ok: true, by, rule: rule.id, policyVersion: matrix.version }),
  };
}

interface Why {
  rule: string;
  role: Role | string;
  basis?: string;
  appeal?: string;
  grant?: Grant;
}

function refused({ action }: DutyCase, { rule, role, basis, appeal, grant }: Why): Judgement {
  const refusal: RefusedDuty = {
    kind: 'refused',
    rule,
    role,
    action,
    basis: basis ?? NO_RULE_BASIS,
    appeal: appeal ?? APPEAL,
    ...(grant?.organisation === undefined ? {} : { organisation: grant.organisation }),
  };
  return { ok: false, refusal };
}

const cited = (rule: DutyRule) => ({ rule: rule.id, basis: rule.legalBasis, appeal: rule.appeal });

function byOf(grant: Grant, all: Grant[]): By {
  const households = all
    .filter(({ role }) => role === 'resident')
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
