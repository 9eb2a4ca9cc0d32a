import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, minutesBetween, type Instant, type Territory } from '@baogong/kernel';

/** Who is wanted, for what, between which moments, and how many. */
export interface Call {
  callId: string;
  territory: Territory;
  /** All that whoever answers may do meanwhile. */
  actions: string[];
  from: Instant;
  to: Instant;
  places: number;
}
export type Ending = 'over' | 'withdrawn';

type Asked<T extends string, D> = { type: T; at: Instant; by: By; data: D };
type Happened<T extends string, D> = { type: T; at: Instant; data: D };

export type HelpCallCommand =
  /** `unfit`: an action that helpers may not do there, or after training only. */
  | Asked<'CallForHelp', Call & { unfit?: string }>
  | Asked<'SignUpForHelp', Record<string, never>>
  | Asked<'EndHelpCall', { reason?: string }>;
export type HelpCallEvent =
  | Happened<'HelpCalled', Call & { lead: string }>
  | Happened<'HelpSignedUp', Omit<Call, 'places'> & { lead: string; actorId: string }>
  | Happened<'HelpCallEnded', { callId: string; how: Ending; places: number; reason?: string; helpers: string[] }>;
export type HelpCallRejection =
  | 'already-called'
  | 'unknown-call'
  | 'no-hours'
  | 'in-the-past'
  | 'too-long'
  | 'too-far-ahead'
  | 'not-for-helpers'
  | 'call-over'
  | 'call-full'
  | 'already-signed-up'
  | 'reason-missing';
export type HelpCallState =
  { status: 'none' } | { status: 'open' | 'ended'; call: Call; lead: string; helpers: string[] };

type Called = Exclude<HelpCallState, { status: 'none' }>;
type Decided = Decision<HelpCallEvent, HelpCallRejection>;

/** As long as anybody is on duty at a stretch, and as far ahead as duties are claimed. */
const MINUTES_MAX = 12 * 60;
const AHEAD_MINUTES_MAX = 14 * 24 * 60;

/** A call for helpers: whoever signs up has a place at once, as long as there are any. */
export const helpCall: Decider<HelpCallState, HelpCallCommand, HelpCallEvent, HelpCallRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'CallForHelp') return call(command, state);
    if (state.status === 'none') return reject('unknown-call');
    switch (command.type) {
      case 'SignUpForHelp':
        return signUp(command, state);
      case 'EndHelpCall':
        return end(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'HelpCalled': {
        const { lead, ...called } = event.data;
        return { status: 'open', call: called, lead, helpers: [] };
      }
      case 'HelpSignedUp':
        return state.status === 'none' ? state : { ...state, helpers: [...state.helpers, event.data.actorId] };
      case 'HelpCallEnded':
        return state.status === 'none' ? state : { ...state, status: 'ended' };
      default:
        return unreachable(event);
    }
  },
};

function call({ at, by, data }: Extract<HelpCallCommand, { type: 'CallForHelp' }>, state: HelpCallState): Decided {
  if (state.status !== 'none') return reject('already-called');
  const { unfit, ...called } = data;
  const fault = hoursFault(at, called);
  if (fault) return reject(fault);
  if (unfit !== undefined) return reject('not-for-helpers', { action: unfit });
  return accept({ type: 'HelpCalled', at, data: { ...called, lead: by.organisation } });
}

function hoursFault(at: Instant, { from, to }: Call): HelpCallRejection | undefined {
  if (to <= from) return 'no-hours';
  if (to <= at) return 'in-the-past';
  if (minutesBetween(from, to) > MINUTES_MAX) return 'too-long';
  return from > addMinutes(at, AHEAD_MINUTES_MAX) ? 'too-far-ahead' : undefined;
}

function signUp({ at, by }: Extract<HelpCallCommand, { type: 'SignUpForHelp' }>, state: Called): Decided {
  const { places, ...terms } = state.call;
  if (state.status === 'ended' || at >= terms.to) return reject('call-over');
  if (state.helpers.includes(by.actor)) return reject('already-signed-up');
  if (state.helpers.length >= places) return reject('call-full');
  return accept({ type: 'HelpSignedUp', at, data: { ...terms, lead: state.lead, actorId: by.actor } });
}

/** By its clock when its hours are over, whoever came; before that by those who called, with a reason. */
function end({ at, by, data }: Extract<HelpCallCommand, { type: 'EndHelpCall' }>, state: Called): Decided {
  const { callId, places, to } = state.call;
  const bySystem = by.role === 'system';
  if (state.status === 'ended') return bySystem ? accept() : reject('call-over');
  const ended = { callId, places, helpers: state.helpers };
  if (bySystem) {
    return at < to ? accept() : accept({ type: 'HelpCallEnded', at, data: { ...ended, how: 'over' } });
  }
  if (!data.reason) return reject('reason-missing');
  return accept({ type: 'HelpCallEnded', at, data: { ...ended, how: 'withdrawn', reason: data.reason } });
}
