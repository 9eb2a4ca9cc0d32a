import type { Action, Condition, Facts, RefusalReason } from '@baogong/duties';
import type { By, Decider, IssuedCommand } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';
import type { InForce } from './in-force.js';

export interface DomainEvent {
  type: string;
  at: Instant;
  data: unknown;
}

/** What the desk hands to a decider. */
export interface DomainCommand {
  type: string;
  at: Instant;
  by: By;
  data: unknown;
}

export interface IssueOrigin {
  key: string;
  correlation: string;
  causation: string;
}

/** A decider whose types are known only to its own service. */
export type AnyDecider = Decider<unknown, unknown, DomainEvent, string>;

/** Who asks, as the edge learnt it from the request. */
export interface Caller {
  actor: string;
  /** The role asked to act in (`Baogong-Role`), where the actor holds several. */
  askedRole?: string;
  key: string;
  requestHash: string;
  ifMatch?: number | 'missing';
  needsIfMatch?: boolean;
  correlation: string;
  traceparent?: string;
}

/** As much of a caller as a reading needs. */
export type Reader = Pick<Caller, 'actor' | 'askedRole' | 'correlation'>;

export interface Refused {
  kind: 'refused';
  reason: RefusalReason;
  rule: string;
  basis: string;
  appeal: string;
  action: string;
  role: string;
  /** Conditions of the rule that do not hold. */
  unmet?: Condition[];
  /** Basis and appeal in Chinese. */
  zh: { basis: string; appeal: string };
}

export interface RefusedDuty extends Refused {
  organisation?: string;
}

export interface Done<E> {
  kind: 'done';
  version: number;
  replayed: boolean;
  events: E[];
  /** `orders:3=17`; empty when nothing was appended. */
  position: string;
}

export type CommandResult<E = DomainEvent, R extends string = string> =
  | Done<E>
  | { kind: 'rejected'; code: R; params?: Record<string, string | number> }
  | Refused
  | { kind: 'not-found' }
  | { kind: 'stale'; version: number }
  | { kind: 'version-required' }
  | { kind: 'key-reused' }
  | { kind: 'too-large'; type: string; bytes: number; limitBytes: number }
  | { kind: 'too-many'; events: number; limit: number }
  | { kind: 'stream-full'; limit: number }
  | { kind: 'overloaded'; retryAfterSeconds: number }
  | { kind: 'authority-unknown' };

export interface StreamRef {
  id: string;
  kind: string;
  territory: Territory;
}

export interface CommandUnit<S, C, E, R extends string> {
  action: Action;
  caller: Caller;
  stream: StreamRef;
  /** Where the duty is asked about, if the stream itself lies above: a book of many places. */
  place?: Territory;
  decider: Decider<S, C, E, R>;
  data: unknown | (() => Promise<unknown>);
  /** Whether the policy in force decides on it: then a service that has not seen that policy yet says so. */
  byPolicy?: true;
  /** What the service knows beforehand of the conditions of this action's rules. */
  facts?: Facts;
  /**
   * Stands in the log, and beside the key, in place of who asks; nor does the log name the request then. For what a reader
   * of the log may trace to nobody. Whether it may be done is asked of the actor all the same.
   */
  veil?: string;
  /** For deciders whose command is more than `{type, at, by, data}`. */
  toCommand?(command: DomainCommand, state: S, inForce: InForce): C;
}

export interface IssuedUnit extends IssueOrigin {
  command: IssuedCommand;
  decider: AnyDecider;
  data?(command: IssuedCommand): unknown;
  /** The action whose duty it is, where that is not the command's own. */
  duty?: Action;
  /** Before the first matrix only: the rule is `installation`. */
  installation?: boolean;
}

export type SeeResult =
  { ok: true; by: By } | { ok: false; refusal: Refused | { kind: 'not-found' } | { kind: 'authority-unknown' } };

/** The one way in: every change and every reading that shows more than one's own goes over this desk. */
export interface CommandDesk {
  handle<S, C, E extends DomainEvent, R extends string>(unit: CommandUnit<S, C, E, R>): Promise<CommandResult<E, R>>;
  /** A command of the role `system`, under the matrix's rule for it. */
  issue(unit: IssuedUnit): Promise<CommandResult>;
  /** May the caller read this? `not-found` for another community's. */
  see(caller: Reader, action: Action, territory: Territory): SeeResult;
  /** What was refused elsewhere than at this desk, so that the district sees it beside the rest. */
  report(refusal: RefusedDuty, seen: { actor: string; territory: Territory; correlation: string }): void;
  /** Requests refused since the start, by rule. */
  refusalCounts(): ReadonlyMap<string, number>;
  /** Writes out the refusals counted so far; told how many events were recorded. */
  flushRefusals(): Promise<number>;
  close(): Promise<void>;
}
