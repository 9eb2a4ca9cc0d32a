import type { Action } from './actions.js';
import type { DutyMatrix, DutyRule, Modality, Posture } from './matrix.js';
import type { Role } from './roles.js';

export interface DutyQuestion {
  role: Role;
  action: Action;
  posture: Posture;
  /** RFC 3339 UTC. */
  at: string;
}

export type DutyVerdict = { verdict: 'allowed' | 'obliged' | 'forbidden'; rule: DutyRule } | { verdict: 'gap' };

const STRONGEST_FIRST: Modality[] = ['forbidden', 'obliged', 'allowed'];

/** Forbidden beats obliged beats allowed; where no rule matches nothing is permitted and the gap is told. */
export function evaluate(matrix: DutyMatrix, question: DutyQuestion): DutyVerdict {
  const matching = matrix.rules.filter((rule) => matches(rule, question));
  for (const modality of STRONGEST_FIRST) {
    const rule = matching.find((candidate) => candidate.modality === modality);
    if (rule) return { verdict: modality, rule };
  }
  return { verdict: 'gap' };
}

function matches(rule: DutyRule, { role, action, posture, at }: DutyQuestion): boolean {
  return (
    rule.role === role &&
    rule.action === action &&
    rule.postures.includes(posture) &&
    rule.validFrom <= at &&
    (rule.validTo === undefined || at < rule.validTo)
  );
}
