import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Clause, Instant, Territory } from '@baogong/kernel';
import { withProtected } from '../policy/criteria.js';
import { spelledOut, type SpelledOut } from '../policy/difference-words.js';
import { clauseFault, type ClauseFault } from '../policy/faults.js';
import { departures, type Parent } from '../policy/range.js';

/** What holds at the place by every text that can be shown, the widest first. */
export interface Lineage {
  version: number;
  territory: Territory;
  title: string;
  article: string;
}
export interface KnownRule {
  ruleId: string;
  outcome: 'accepted' | 'rejected';
}
export interface Report {
  reportId: string;
  territory: Territory;
  /** What was demanded, in the rule language: no free text, so nobody is named. */
  met: readonly Clause[];
  /** The organisation at whose desk it was met. */
  imposedBy?: string;
}
export interface RuleReportCommand {
  type: 'ReportUnknownRule';
  at: Instant;
  by: By;
  data: Report & {
    policyVersion: number;
    lineage: Lineage[];
    localRules: KnownRule[];
    parent: Parent;
    imposerKnown: boolean;
  };
}
export interface RuleReportEvent {
  type: 'UnknownRuleReported';
  at: Instant;
  data: Report & {
    policyVersion: number;
    lineage: Lineage[];
    localRules: KnownRule[];
    /** In what the rule that was met falls short of the policy in force. */
    differences: SpelledOut[];
  };
}
export type RuleReportRejection = ClauseFault | 'already-reported' | 'too-intricate' | 'unknown-organisation';
export type RuleReportState = { status: 'none' | 'reported' };

const TOLD_MAX = 10;

/** A rule that somebody met at the gate and nobody could show. */
export const ruleReport: Decider<RuleReportState, RuleReportCommand, RuleReportEvent, RuleReportRejection> = {
  initial: { status: 'none' },

  decide({ type, at, data }, state) {
    switch (type) {
      case 'ReportUnknownRule': {
        if (state.status !== 'none') return reject('already-reported');
        const { parent, imposerKnown, ...report } = data;
        if (report.imposedBy !== undefined && !imposerKnown) return reject('unknown-organisation');
        const fault = clauseFault(report.met, report.territory);
        if (fault) return reject(fault.code, fault.params);
        const found = departures(parent, { asked: report.met, place: report.territory });
        if (!found) return reject('too-intricate');
        const differences = withProtected(found, report.met).slice(0, TOLD_MAX).map(spelledOut);
        return accept({ type: 'UnknownRuleReported', at, data: { ...report, differences } });
      }
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'UnknownRuleReported':
        return { status: 'reported' };
      default:
        return unreachable(event.type);
    }
  },
};
