import { accept, reject, unreachable, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, type Instant } from '@baogong/kernel';
import type {
  Broken,
  Charge,
  Duty,
  LapseReason,
  Level,
  ObligationCommand,
  ObligationEvent,
  ObligationRejection,
  ObligationState,
  Started,
  Turn,
} from './messages.js';

type Asking<T extends ObligationCommand['type']> = Extract<ObligationCommand, { type: T }>;
type Open = Extract<ObligationState, { turn: Turn }>;
type Decided = Decision<ObligationEvent, ObligationRejection>;

const LEVELS_MAX = 2;

/** One thing that somebody must do by a time: done, or told to whoever answers for it, at most two levels up. */
export const obligation: Decider<ObligationState, ObligationCommand, ObligationEvent, ObligationRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'StartDuty':
        return start(command, state);
      case 'FulfilDuty':
        return fulfil(command, state);
      case 'LapseDuty':
        return drop(command, state);
      case 'EscalateDuty':
        return escalate(command, state);
      case 'ReviewDuty':
        return review(command, state);
      case 'SettleBreach':
        return settle(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'DutyStarted':
        return begun(event.data);
      case 'DutyForestalled':
        return { status: 'forestalled' };
      case 'DutyNoted':
        return { status: 'noted', duty: event.data };
      case 'DutyDropped':
        return { status: 'ended', how: 'lapsed' };
      case 'DutyFulfilled':
        return { status: 'ended', how: 'fulfilled' };
      case 'DutyLapsed':
        return { status: 'ended', how: 'lapsed' };
      case 'BreachSettled':
        return { status: 'ended', how: 'settled' };
      default:
        return isOpen(state) ? moved(state, event) : state;
    }
  },
};

/** Whether a clock has begun and what came of it is not settled yet. */
export const isOpen = (state: ObligationState): state is Open => 'turn' in state;

function begun(duty: Started): ObligationState {
  const { rule, role, owner, escalateTo, dueAt } = duty;
  return { status: 'running', duty, turn: { level: 0, rule, role, owner, escalateTo, dueAt } };
}

type Moving = Extract<
  ObligationEvent,
  { type: 'DutyBreached' | 'DutyEscalated' | 'DutyUnanswered' | 'DutyRescheduled' }
>;

function moved(state: Open, event: Moving): ObligationState {
  const { duty, turn } = state;
  switch (event.type) {
    case 'DutyBreached':
      return { status: 'breached', duty, turn };
    case 'DutyEscalated': {
      const { level, rule, role, owner, escalateTo, dueAt } = event.data;
      return { status: 'breached', duty, turn: { level, rule, role, owner, escalateTo, dueAt } };
    }
    case 'DutyUnanswered':
      return { status: 'unanswered', duty, turn };
    case 'DutyRescheduled':
      return { ...state, turn: { ...turn, rule: event.data.rule, dueAt: event.data.dueAt } };
    default:
      return unreachable(event);
  }
}

/** Where nobody is obliged no clock runs; what another posture would make a duty is noted for the day of its switch. */
function start({ at, data: { charge, note, broken, ...duty } }: Asking<'StartDuty'>, state: ObligationState): Decided {
  if (state.status !== 'none') return accept();
  if (broken) return breakAtOnce(at, duty, broken);
  if (charge) return accept(started(at, duty, charge));
  return note ? accept({ type: 'DutyNoted', at, data: duty }) : accept();
}

/** To leave a thing alone is a duty without a clock: it is breached when the thing is done. */
function breakAtOnce(at: Instant, duty: Duty, { next, ...charge }: Broken): Decided {
  const begins: ObligationEvent = { type: 'DutyStarted', at, data: { ...duty, ...charge, dueAt: duty.startedAt } };
  const state = begun(begins.data as Started) as Open;
  return accept(begins, breach(at, state), onwards({ at, next, turn: state.turn, obligationId: duty.obligationId }));
}

function started(at: Instant, duty: Duty, { minutes, ...charge }: Charge): ObligationEvent {
  return { type: 'DutyStarted', at, data: { ...duty, ...charge, dueAt: dueOf(duty, minutes) } };
}

function dueOf({ startedAt, promisedBy }: Duty, minutes: number): Instant {
  return promisedBy !== undefined && promisedBy > startedAt ? promisedBy : addMinutes(startedAt, minutes);
}

/** Counted by when it was done, not by when we heard: a breach told too early is taken back. */
function fulfil({ at, data }: Asking<'FulfilDuty'>, state: ObligationState): Decided {
  const { obligationId, doneAt, doneBy, keep } = data;
  if (state.status === 'noted' || (state.status === 'none' && keep)) {
    return accept({ type: 'DutyForestalled', at, data: { obligationId, doneAt, doneBy } });
  }
  if (!isOpen(state)) return accept();
  const late = doneAt > firstDueOf(state);
  return accept({ type: 'DutyFulfilled', at, data: { obligationId, doneAt, doneBy, late, ...clockOf(state) } });
}

const firstDueOf = ({ duty, turn }: Open): Instant => (turn.level === 0 ? turn.dueAt : duty.dueAt);

const clockOf = ({ status, turn }: Open): { clock?: Instant } => (status === 'unanswered' ? {} : { clock: turn.dueAt });

function drop({ at, data: { reason } }: Asking<'LapseDuty'>, state: ObligationState): Decided {
  if (isOpen(state)) return accept(lapsed(at, state, reason));
  if (state.status !== 'noted') return accept();
  return accept({ type: 'DutyDropped', at, data: { obligationId: state.duty.obligationId, reason } });
}

function lapsed(at: Instant, state: Open, reason: LapseReason): ObligationEvent {
  const { obligationId } = state.duty;
  return {
    type: 'DutyLapsed',
    at,
    data: { obligationId, reason, breached: state.status !== 'running', ...clockOf(state) },
  };
}

/** A breach is over for good; a duty that ran begins again where the posture makes it one again. */
function suspend(at: Instant, state: Open): Decided {
  const lapse = lapsed(at, state, 'posture-switched');
  if (state.status !== 'running') return accept(lapse);
  const { rule: _rule, role: _role, owner: _owner, escalateTo: _to, dueAt: _due, ...duty } = state.duty;
  return accept(lapse, { type: 'DutyNoted', at, data: duty });
}

function escalate({ at, data }: Asking<'EscalateDuty'>, state: ObligationState): Decided {
  // Another clock has taken the place of the one that fired.
  if (!isOpen(state) || state.status === 'unanswered' || state.turn.dueAt !== data.dueAt) return accept();
  if (!data.obliged) return suspend(at, state);
  const events: ObligationEvent[] = state.status === 'running' ? [breach(at, state)] : [];
  const { turn, duty } = state;
  return accept(...events, onwards({ at, next: data.next, turn, obligationId: duty.obligationId }));
}

function breach(at: Instant, { duty, turn }: Open): ObligationEvent {
  const { obligationId, action, territory } = duty;
  const { rule, role, owner, dueAt } = turn;
  return { type: 'DutyBreached', at, data: { obligationId, action, territory, rule, role, owner, dueAt } };
}

interface Step {
  at: Instant;
  next: Charge | undefined;
  turn: Turn;
  obligationId: string;
}

function onwards({ at, next, turn, obligationId }: Step): ObligationEvent {
  const { level, role, owner, dueAt } = turn;
  if (!next || level >= LEVELS_MAX) {
    return { type: 'DutyUnanswered', at, data: { obligationId, level, role, owner, dueAt } };
  }
  const { minutes, ...charge } = next;
  const to = { ...charge, level: (level + 1) as Level, dueAt: addMinutes(at, minutes) };
  return { type: 'DutyEscalated', at, data: { obligationId, ...to } };
}

/**
 * Outside a crisis no clock runs: what runs ends without a breach, and what was breached needs no answer any more. In
 * another crisis posture a longer time counts from the beginning, a shorter one from the switch: none is late at once.
 * What was no duty before has its whole time from the switch; a promise is a promise in each.
 */
function review({ at, data: { switchedAt, charge } }: Asking<'ReviewDuty'>, state: ObligationState): Decided {
  if (state.status === 'noted') return charge ? accept(started(at, from(switchedAt, state.duty), charge)) : accept();
  if (!isOpen(state) || state.status === 'unanswered') return accept();
  if (!charge) return suspend(at, state);
  if (state.turn.level > 0) return accept();
  const { duty, turn } = state;
  const fromStart = dueOf(duty, charge.minutes);
  const dueAt =
    fromStart >= turn.dueAt ? fromStart : earlier(turn.dueAt, dueOf(from(switchedAt, duty), charge.minutes));
  if (dueAt === turn.dueAt) return accept();
  const { obligationId } = duty;
  return accept({ type: 'DutyRescheduled', at, data: { obligationId, rule: charge.rule, dueAt, clock: turn.dueAt } });
}

const from = (switchedAt: Instant, duty: Duty): Duty => ({ ...duty, startedAt: later(duty.startedAt, switchedAt) });
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** By whoever the breach was told to last, and never by whoever is in breach. */
function settle({ at, by, data }: Asking<'SettleBreach'>, state: ObligationState): Decided {
  if (state.status === 'ended') return reject('already-settled');
  if (!isOpen(state)) return reject('never-started');
  if (state.status === 'running') return reject('not-breached');
  const { duty, turn } = state;
  if ([by.actor, by.organisation].includes(duty.owner)) return reject('own-breach');
  if (by.role !== turn.role) return reject('not-yours-to-settle', { role: turn.role });
  if (data.reason.trim() === '') return reject('reason-missing');
  const told = { outcome: data.outcome, reason: data.reason, role: by.role, settledBy: by.organisation || by.actor };
  return accept({ type: 'BreachSettled', at, data: { obligationId: duty.obligationId, ...told, ...clockOf(state) } });
}
