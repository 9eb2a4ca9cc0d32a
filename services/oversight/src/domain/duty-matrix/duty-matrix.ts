import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant } from '@baogong/kernel';
import type { Rule } from './rule.js';

export interface DutyMatrix {
  version: number;
  rules: Rule[];
}

export interface DutyMatrixCommand {
  type: 'ActivateDutyMatrix';
  at: Instant;
  by: By;
  /** With every action that services ask about: each needs a rule. */
  data: DutyMatrix & { actions: readonly string[] };
}
export interface DutyMatrixEvent {
  type: 'DutyMatrixActivated';
  at: Instant;
  data: DutyMatrix;
}
export type DutyMatrixRejection =
  'version-must-rise-by-one' | 'rule-twice' | 'action-without-row' | 'nobody-could-amend';
export type DutyMatrixState = { version: number };

export const dutyMatrix: Decider<DutyMatrixState, DutyMatrixCommand, DutyMatrixEvent, DutyMatrixRejection> = {
  initial: { version: 0 },

  decide({ type, at, data }, state) {
    switch (type) {
      case 'ActivateDutyMatrix': {
        if (data.version !== state.version + 1)
          return reject('version-must-rise-by-one', { active: state.version, asked: data.version });
        const twice = repeatedId(data.rules);
        if (twice) return reject('rule-twice', { rule: twice });
        const bare = data.actions.find((action) => !data.rules.some((rule) => rule.action === action));
        if (bare) return reject('action-without-row', { action: bare });
        if (!data.rules.some(letsSomebodyAmend)) return reject('nobody-could-amend');
        return accept({ type: 'DutyMatrixActivated', at, data: { version: data.version, rules: data.rules } });
      }
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'DutyMatrixActivated':
        return { version: event.data.version };
      default:
        return unreachable(event.type);
    }
  },
};

function repeatedId(rules: Rule[]): string | undefined {
  const seen = new Set<string>();
  return rules.find(({ id }) => seen.size === seen.add(id).size)?.id;
}

/** A matrix under which no person could activate the next one would lock everybody out for good. */
function letsSomebodyAmend({ action, modality, role, validTo }: Rule): boolean {
  return action === 'ActivateDutyMatrix' && modality !== 'forbidden' && role !== 'system' && validTo === undefined;
}
