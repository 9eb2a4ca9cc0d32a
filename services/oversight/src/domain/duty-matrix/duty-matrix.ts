import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant } from '@baogong/kernel';
import type { Rule } from './rule.js';

export interface DutyMatrix {
  version: number;
  rules: Rule[];
  texts?: Record<string, { zh: string; en: string }>;
}

/** The same document as it is published: shorter, and signed by whoever holds the district's key. */
export interface SealedMatrix {
  version: number;
  /** Which of the documents that Baogong brings it is; missing where the district wrote its own. */
  edition?: number;
  rules: unknown[];
}

export interface Unevaluated {
  rule: string;
  condition: string;
}

export interface DutyMatrixCommand {
  type: 'ActivateDutyMatrix';
  at: Instant;
  by: By;
  /** With every action that services ask about, each needs a rule; and with rules whose condition nobody looks at. */
  data: DutyMatrix & { actions: readonly string[]; unevaluated: Unevaluated[]; sealed: SealedMatrix };
}
export interface DutyMatrixEvent {
  type: 'DutyMatrixActivated';
  at: Instant;
  data: SealedMatrix;
}
export type DutyMatrixRejection =
  | 'version-must-rise-by-one'
  | 'rule-twice'
  | 'action-without-row'
  | 'nobody-could-amend'
  | 'rule-never-in-force'
  | 'obligation-without-clock'
  | 'prohibition-with-condition'
  | 'rules-contradict'
  | 'condition-nobody-evaluates';
export type DutyMatrixState = { version: number; edition?: number };

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
        const [blind] = data.unevaluated;
        if (blind) return reject('condition-nobody-evaluates', { ...blind });
        const faulty = faultOf(data.rules);
        if (faulty) return reject(faulty.code, { rule: faulty.rule });
        const contradiction = contradictionIn(data.rules);
        if (contradiction) return reject('rules-contradict', contradiction);
        return accept({ type: 'DutyMatrixActivated', at, data: data.sealed });
      }
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'DutyMatrixActivated':
        return { version: event.data.version, ...editionOf(event.data) };
      default:
        return unreachable(event.type);
    }
  },
};

/** The first one, which an installation activates for itself, did not say yet that it was Baogong's. */
function editionOf({ version, edition = version === 1 ? 1 : undefined }: SealedMatrix): { edition?: number } {
  return edition === undefined ? {} : { edition };
}

/** Rules that could not be carried out as they stand. */
function faultOf(rules: Rule[]): { code: DutyMatrixRejection; rule: string } | undefined {
  for (const { id, modality, conditions, deadlineMinutes, escalateTo, validFrom, validTo } of rules) {
    if (validTo !== undefined && validTo <= validFrom) return { code: 'rule-never-in-force', rule: id };
    // Its clock would have no end and its breach no ear.
    if (modality === 'obliged' && !(deadlineMinutes && escalateTo))
      return { code: 'obligation-without-clock', rule: id };
    // A fact that nobody tells would lift the prohibition.
    if (modality === 'forbidden' && conditions) return { code: 'prohibition-with-condition', rule: id };
  }
  return undefined;
}

/**
 * An obligation that is forbidden to the same role: it could only be breached, for a prohibition has no condition and
 * beats the obligation wherever both are in force.
 */
function contradictionIn(rules: Rule[]): { rule: string; forbiddenBy: string } | undefined {
  const forbidding = rules.filter(({ modality }) => modality === 'forbidden');
  for (const obliging of rules.filter(({ modality }) => modality === 'obliged')) {
    const against = forbidding.find((forbidden) => meets(forbidden, obliging));
    if (against) return { rule: obliging.id, forbiddenBy: against.id };
  }
  return undefined;
}

const meets = (one: Rule, other: Rule): boolean =>
  one.role === other.role &&
  one.action === other.action &&
  overlap(one.postures, other.postures) &&
  overlap(one.risks, other.risks) &&
  (one.validTo === undefined || other.validFrom < one.validTo) &&
  (other.validTo === undefined || one.validFrom < other.validTo);

/** Missing means in every one. */
const overlap = <T>(one: T[] | undefined, other: T[] | undefined): boolean =>
  one === undefined || other === undefined || one.some((each) => other.includes(each));

function repeatedId(rules: Rule[]): string | undefined {
  const seen = new Set<string>();
  return rules.find(({ id }) => seen.size === seen.add(id).size)?.id;
}

/** A matrix under which no person could activate the next one would lock everybody out for good. */
function letsSomebodyAmend({ action, modality, role, validTo }: Rule): boolean {
  return action === 'ActivateDutyMatrix' && modality !== 'forbidden' && role !== 'system' && validTo === undefined;
}
