import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';

export interface Resolution {
  decisionId: string;
  place: Territory;
  /** What was decided; names nobody. */
  title: string;
  owner: { role: string; actor: string };
  dueAt: Instant;
}
export type DecisionOutcome = 'fulfilled' | 'dropped';

type Happened<T extends string, D> = { type: T; at: Instant; data: D };
type Asked<T extends string, D> = { type: T; at: Instant; by: By; data: D };

export type MeetingEvent =
  | Happened<'DecisionRecorded', Resolution>
  | Happened<'DecisionOverdue', { decisionId: string; owner: Resolution['owner'] }>
  | Happened<
      'DecisionEnded',
      { decisionId: string; outcome: DecisionOutcome; reason?: string; owner: Resolution['owner'] }
    >;
export type MeetingCommand =
  | Asked<'RecordDecision', Omit<Resolution, 'owner'> & { owner: string; holders: { role: string; actor: string }[] }>
  | Asked<'EndDecision', { outcome: DecisionOutcome; reason?: string }>
  | Asked<'LapseDecision', Record<string, never>>;
export type MeetingRejection =
  | 'already-recorded'
  | 'unknown-decision'
  | 'due-in-the-past'
  | 'unknown-owner'
  | 'already-ended'
  | 'own-work'
  | 'reason-missing';
export type MeetingState = { status: 'none' } | { status: 'open' | 'overdue' | 'ended'; resolution: Resolution };

type Decided = Decision<MeetingEvent, MeetingRejection>;

/** What a meeting decided: somebody's, by a day, and open until somebody else records how it ended. */
export const meetingDecision: Decider<MeetingState, MeetingCommand, MeetingEvent, MeetingRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'RecordDecision':
        return record(command, state);
      case 'EndDecision':
        return end(command, state);
      case 'LapseDecision':
        return lapse(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'DecisionRecorded':
        return { status: 'open', resolution: event.data };
      case 'DecisionOverdue':
        return state.status === 'none' ? state : { ...state, status: 'overdue' };
      case 'DecisionEnded':
        return state.status === 'none' ? state : { ...state, status: 'ended' };
      default:
        return unreachable(event);
    }
  },
};

function record({ at, data }: Extract<MeetingCommand, { type: 'RecordDecision' }>, state: MeetingState): Decided {
  if (state.status !== 'none') return reject('already-recorded');
  const { owner: code, holders, ...resolution } = data;
  if (resolution.dueAt <= at) return reject('due-in-the-past');
  const owner = holders.find(({ actor }) => actor === code);
  return owner ? accept({ type: 'DecisionRecorded', at, data: { ...resolution, owner } }) : reject('unknown-owner');
}

/** Whoever had to do it does not record that it is done. */
function end({ at, by, data }: Extract<MeetingCommand, { type: 'EndDecision' }>, state: MeetingState): Decided {
  if (state.status === 'none') return reject('unknown-decision');
  if (state.status === 'ended') return reject('already-ended');
  const { decisionId, owner } = state.resolution;
  if ([by.actor, by.organisation].includes(owner.actor)) return reject('own-work');
  if (data.outcome === 'dropped' && !data.reason) return reject('reason-missing');
  return accept({ type: 'DecisionEnded', at, data: { decisionId, owner, ...data } });
}

function lapse({ at }: Extract<MeetingCommand, { type: 'LapseDecision' }>, state: MeetingState): Decided {
  if (state.status !== 'open' || at < state.resolution.dueAt) return accept();
  const { decisionId, owner } = state.resolution;
  return accept({ type: 'DecisionOverdue', at, data: { decisionId, owner } });
}
