import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import type { Clause, Instant, Territory } from '@baogong/kernel';
import { sameAtEveryRisk } from '../policy/clause.js';
import { withProtected } from '../policy/criteria.js';
import { spelledOut, type SpelledOut } from '../policy/difference-words.js';
import { clauseFault, type ClauseFault } from '../policy/faults.js';
import { departures, type Parent } from '../policy/range.js';

export interface Proposal {
  ruleId: string;
  territory: Territory;
  title: string;
  clauses: readonly Clause[];
}

export interface LocalRuleCommand {
  type: 'ProposeLocalRule';
  at: Instant;
  by: By;
  /** With the policy in force at the place. */
  data: Proposal & { registered: boolean; policyVersion: number; parent: Parent };
}

interface Proposed extends Proposal {
  proposedBy: string;
  role: string;
  /** Under which the rule was judged. */
  policyVersion: number;
  /** S29: clauses that restrict, and the same at every level of risk. */
  sameAtEveryRisk: string[];
}
export type LocalRuleEvent =
  | { type: 'LocalRuleAccepted'; at: Instant; data: Proposed }
  | { type: 'LocalRuleRejected'; at: Instant; data: Proposed & { differences: SpelledOut[]; more?: number } };
export type LocalRuleRejection = ClauseFault | 'already-proposed' | 'territory-not-registered' | 'too-intricate';
export type LocalRuleState = { status: 'none' | 'accepted' | 'rejected' };

/** What is published is readable: a rule with more to say about than this is told in part. */
const TOLD_MAX = 30;
const TEXT_MAX = 100_000;

/**
 * A rule that somebody below the policy proposes. It is decided at once, and both outcomes are published: a rejection is
 * no fault of the request but the answer to it.
 */
export const localRule: Decider<LocalRuleState, LocalRuleCommand, LocalRuleEvent, LocalRuleRejection> = {
  initial: { status: 'none' },

  decide({ type, at, by, data }, state) {
    switch (type) {
      case 'ProposeLocalRule':
        if (state.status !== 'none') return reject('already-proposed');
        return judged({ at, by, data });
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'LocalRuleAccepted':
        return { status: 'accepted' };
      case 'LocalRuleRejected':
        return { status: 'rejected' };
      default:
        return unreachable(event);
    }
  },
};

function judged({ at, by, data }: Omit<LocalRuleCommand, 'type'>): Decision<LocalRuleEvent, LocalRuleRejection> {
  const { registered, parent, ...proposal } = data;
  const { clauses, territory } = proposal;
  if (!registered) return reject('territory-not-registered');
  const fault = clauseFault(clauses, territory);
  if (fault) return reject(fault.code, fault.params);
  const found = departures(parent, { asked: clauses, place: territory });
  if (!found) return reject('too-intricate');
  const proposed: Proposed = {
    ...proposal,
    proposedBy: by.organisation,
    role: by.role,
    sameAtEveryRisk: sameAtEveryRisk(clauses),
  };
  const differences = withProtected(found, clauses).map(spelledOut);
  if (differences.length === 0) return accept({ type: 'LocalRuleAccepted', at, data: proposed });
  return accept({ type: 'LocalRuleRejected', at, data: { ...proposed, ...tellable(differences) } });
}

function tellable(all: SpelledOut[]): { differences: SpelledOut[]; more?: number } {
  let room = TEXT_MAX;
  const differences = all.slice(0, TOLD_MAX).filter((one) => (room -= JSON.stringify(one).length) >= 0);
  const more = all.length - differences.length;
  return { differences, ...(more > 0 ? { more } : {}) };
}
