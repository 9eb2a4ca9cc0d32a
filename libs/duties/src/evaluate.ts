import type { Action } from './actions.js';
import type { Condition, Facts } from './conditions.js';
import { DEFAULT_RISK, type DutyMatrix, type DutyRule, type Modality, type Posture, type RiskLevel } from './matrix.js';
import type { Role } from './roles.js';

export interface DutyQuestion {
  role: Role;
  action: Action;
  posture: Posture;
  /** `medium` unless told. */
  risk?: RiskLevel;
  facts?: Facts;
  /** RFC 3339 UTC. */
  at: string;
}

export type DutyVerdict =
  /** `open` are conditions of the rule about which no fact was told. */
  | { verdict: 'allowed' | 'obliged' | 'forbidden'; rule: DutyRule; open: Condition[] }
  /** `nearest` would permit it if `unmet` held. */
  | { verdict: 'gap'; nearest?: { rule: DutyRule; unmet: Condition[] } };

const STRONGEST_FIRST: Modality[] = ['forbidden', 'obliged', 'allowed'];

/**
 * Forbidden beats obliged beats allowed; where no rule matches nothing is permitted and the gap is told. Of several
 * rules of one modality the one with fewest open conditions counts, then the one with most conditions, then the first.
 */
export function evaluate(matrix: DutyMatrix, question: DutyQuestion): DutyVerdict {
  const { facts = {} } = question;
  const near = rulesFor(matrix, question).filter((rule) => appliesNow(rule, question));
  const matching = near.filter((rule) => unmetOf(rule, facts).length === 0);
  for (const modality of STRONGEST_FIRST) {
    const rule = mostCertain(
      matching.filter((candidate) => candidate.modality === modality),
      facts,
    );
    if (rule) return { verdict: modality, rule, open: openOf(rule, facts) };
  }
  const [nearest] = near;
  return { verdict: 'gap', ...(nearest ? { nearest: { rule: nearest, unmet: unmetOf(nearest, facts) } } : {}) };
}

const indexes = new WeakMap<DutyMatrix, Map<string, DutyRule[]>>();

/** A matrix never changes once it is made; each is sorted by role and action when it is first asked. */
function rulesFor(matrix: DutyMatrix, { role, action }: DutyQuestion): DutyRule[] {
  let index = indexes.get(matrix);
  if (!index) {
    index = new Map();
    for (const rule of matrix.rules) {
      const key = `${rule.role} ${rule.action}`;
      index.set(key, [...(index.get(key) ?? []), rule]);
    }
    indexes.set(matrix, index);
  }
  return index.get(`${role} ${action}`) ?? [];
}

function appliesNow(rule: DutyRule, { posture, risk = DEFAULT_RISK, at }: DutyQuestion): boolean {
  return (
    (rule.postures === undefined || rule.postures.includes(posture)) &&
    (rule.risks === undefined || rule.risks.includes(risk)) &&
    rule.validFrom <= at &&
    (rule.validTo === undefined || at < rule.validTo)
  );
}

const unmetOf = ({ conditions = [] }: DutyRule, facts: Facts) => conditions.filter((name) => facts[name] === false);
const openOf = ({ conditions = [] }: DutyRule, facts: Facts) => conditions.filter((name) => facts[name] === undefined);

function mostCertain(rules: DutyRule[], facts: Facts): DutyRule | undefined {
  const doubts = (rule: DutyRule) => openOf(rule, facts).length * 100 - (rule.conditions?.length ?? 0);
  return rules.reduce<DutyRule | undefined>(
    (best, rule) => (best === undefined || doubts(rule) < doubts(best) ? rule : best),
    undefined,
  );
}
