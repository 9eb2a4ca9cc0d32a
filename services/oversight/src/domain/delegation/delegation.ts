import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { covers, isTerritory, millisOf, type Instant, type Territory } from '@baogong/kernel';

/** A right as the registry knows it, by whoever holds it. */
export interface Right {
  role: string;
  territory: Territory;
  /** Present where it was itself passed on. */
  delegatedBy?: string;
  actions?: readonly string[];
}

export interface Passing {
  delegationId: string;
  from: string;
  to: string;
  role: string;
  territory: Territory;
  actions: string[];
  organisation?: string;
  startsAt: Instant;
  expiresAt: Instant;
}

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: D;
}

export interface DelegationFacts {
  /** What the delegating side holds now. */
  own: Right[];
  /** Whether the other side is a registered actor. */
  known: boolean;
  undelegable: readonly string[];
}
type Ending = { delegationId: string; from: string; to: string };

export type DelegationCommand =
  Asked<'DelegateDuty', Passing & DelegationFacts> | Asked<'RevokeDelegation', { reach: Right[] }>;
export type DelegationEvent = Happened<'DutyDelegated', Passing> | Happened<'DelegationRevoked', Ending>;
export type DelegationRejection =
  | 'already-delegated'
  | 'never-delegated'
  | 'unknown-actor'
  | 'unknown-territory'
  | 'to-oneself'
  | 'delegation-cycle'
  | 'not-yours-to-delegate'
  | 'passed-on-already'
  | 'not-delegable'
  | 'no-end'
  | 'too-long'
  | 'not-your-delegation';
export type DelegationState = { status: 'none' } | { status: 'running'; passing: Passing } | { status: 'revoked' };

type Decided = Decision<DelegationEvent, DelegationRejection>;

/** Long enough for one crisis; longer is a grant, and grants are the district's. */
const DAYS_MAX = 90;
const DAY_MS = 86_400_000;

/** A duty handed to another actor: for named actions, in one place, until a time. What one was handed, one does not hand on. */
export const delegation: Decider<DelegationState, DelegationCommand, DelegationEvent, DelegationRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'DelegateDuty':
        return delegate(command, state);
      case 'RevokeDelegation':
        return revoke(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'DutyDelegated':
        return { status: 'running', passing: event.data };
      case 'DelegationRevoked':
        return { status: 'revoked' };
      default:
        return unreachable(event);
    }
  },
};

function delegate({ at, data }: Extract<DelegationCommand, { type: 'DelegateDuty' }>, state: DelegationState): Decided {
  if (state.status !== 'none') return reject('already-delegated');
  const { own, known, undelegable, ...passing } = data;
  if (!isTerritory(passing.territory)) return reject('unknown-territory');
  if (passing.to === passing.from) return reject('to-oneself');
  if (!known) return reject('unknown-actor');
  const fixed = passing.actions.find((action) => undelegable.includes(action));
  if (fixed) return reject('not-delegable', { action: fixed });
  const fault = spanFault(at, passing) ?? rightFault(own, passing);
  return fault ? reject(fault) : accept({ type: 'DutyDelegated', at, data: passing });
}

function spanFault(at: Instant, { startsAt, expiresAt }: Passing): DelegationRejection | undefined {
  if (expiresAt <= startsAt || expiresAt <= at) return 'no-end';
  return millisOf(expiresAt) - millisOf(startsAt) > DAYS_MAX * DAY_MS ? 'too-long' : undefined;
}

function rightFault(own: Right[], { to, role, territory, actions }: Passing): DelegationRejection | undefined {
  const there = own.filter((right) => right.role === role && covers(right.territory, territory));
  const named = (right: Right) => actions.some((action) => !right.actions || right.actions.includes(action));
  if (own.some((right) => right.delegatedBy === to && right.role === role && named(right))) return 'delegation-cycle';
  const first = there.filter(({ delegatedBy }) => delegatedBy === undefined);
  const whole = (right: Right) => actions.every((action) => !right.actions || right.actions.includes(action));
  if (first.some(whole)) return undefined;
  return there.some(({ delegatedBy }) => delegatedBy !== undefined) ? 'passed-on-already' : 'not-yours-to-delegate';
}

/** By whoever delegated it, or by the same role above: never by the side that received it. */
function revoke(
  { at, by, data }: Extract<DelegationCommand, { type: 'RevokeDelegation' }>,
  state: DelegationState,
): Decided {
  if (state.status === 'none') return reject('never-delegated');
  if (state.status === 'revoked') return accept();
  const { delegationId, from, to, territory } = state.passing;
  const above = data.reach.some((right) => right.role === 'district-office' && covers(right.territory, territory));
  if (by.actor !== from && !(by.role === 'district-office' && above)) return reject('not-your-delegation');
  return accept({ type: 'DelegationRevoked', at, data: { delegationId, from, to } });
}
