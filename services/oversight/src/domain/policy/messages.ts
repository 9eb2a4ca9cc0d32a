import type { By, Decision } from '@baogong/decider';
import type { Clause, Instant, Standing, Territory } from '@baogong/kernel';
import type { DelegatedRange, Parameter } from './clause.js';
import type { ClauseFault, RangeFault } from './faults.js';

/** Where a policy comes from: the text it carries out, so that anyone can hold one against the other. */
export interface Source {
  title: string;
  article: string;
  text?: string;
}

export interface PolicyVersion extends Standing {
  source: Source;
  clauses: readonly Clause[];
  delegated: readonly DelegatedRange[];
  issuedAt: Instant;
  issuedBy: string;
  /** Where it differs from the one before it in one parameter only. */
  parameter?: { clause: string; parameter: Parameter; value: number };
  /** By which poll it was set, where it was by one. */
  pollId?: string;
}

export interface Issue {
  version: number;
  territory: Territory;
  parentVersion: number;
  source: Source;
  clauses: readonly Clause[];
  delegated: readonly DelegatedRange[];
  effectiveFrom?: Instant;
  effectiveTo?: Instant;
}
export interface Setting {
  territory: Territory;
  clause: string;
  parameter: Parameter;
  value: number;
  reason: string;
}
/** What the households of a community chose. */
export interface PollResult extends Omit<Setting, 'reason'> {
  pollId: string;
}
interface Facts {
  registered: boolean;
}
interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D = PolicyVersion & { reason?: string }> {
  type: T;
  at: Instant;
  data: D;
}

export type PolicyCommand =
  | Asked<'IssuePolicy', Issue & Facts>
  | Asked<'SetLocalParameter', Setting & Facts>
  | Asked<'BindPollResult', PollResult & Facts>;
export type PolicyEvent =
  | Happened<'PolicyIssued'>
  | Happened<'LocalParameterSet'>
  /** Beside the version that was set by it. */
  | Happened<'PollResultBound', PollResult & { version: number }>
  /** The policy had changed since the poll was opened; the code is what a committee would be told. */
  | Happened<'PollResultUnbound', PollResult & { code: SettingRejection }>;
/** Why a parameter cannot have a value at a place. */
export type SettingRejection =
  'territory-not-registered' | 'nothing-delegated' | 'outside-delegated-range' | 'too-intricate';
export type PolicyRejection =
  | ClauseFault
  | RangeFault
  | SettingRejection
  | 'version-must-rise-by-one'
  | 'effective-in-the-past'
  | 'never-in-force'
  | 'parent-not-in-force'
  | 'protected-criterion'
  | 'cannot-delegate'
  | 'outlasts-mandate'
  | 'no-reason';
export type PolicyState = readonly PolicyVersion[];
export type Decided = Decision<PolicyEvent, PolicyRejection>;
export type Rejected = Extract<Decided, { kind: 'rejected' }>;
export type Refusal<C extends string> = Extract<Decision<never, C>, { kind: 'rejected' }>;
