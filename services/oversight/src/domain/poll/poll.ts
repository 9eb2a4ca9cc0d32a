import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, hashText, type Instant, type Territory } from '@baogong/kernel';

/** A question over one value that the community may set for itself, within the range given to it. */
export interface Question {
  pollId: string;
  place: Territory;
  parameter: string;
  /** The discretion envelope: below and above it, others decide. */
  least: number;
  most: number;
  options: number[];
  closesAt: Instant;
}
export interface Count {
  option: number;
  votes: number;
}
export type PollOutcome = 'decided' | 'tied' | 'too-few';

type Happened<T extends string, D> = { type: T; at: Instant; data: D };
type Asked<T extends string, D> = { type: T; at: Instant; by: By; data: D };

export type PollEvent =
  | Happened<'PollOpened', Question>
  /** `voter` is a mark of the household, by which it votes once. */
  | Happened<'VoteCast', { pollId: string; voter: string; option: number }>
  | Happened<
      'PollClosed',
      Pick<Question, 'pollId' | 'place' | 'parameter'> & {
        outcome: PollOutcome;
        votes: number;
        counts: Count[];
        /** What binds from now on; only where the vote decided. */
        value?: number;
      }
    >;
export type PollCommand =
  | Asked<'OpenPoll', Question>
  | Asked<'VoteInPoll', { householdId: string; option: number }>
  | Asked<'ClosePoll', Record<string, never>>;
export type PollRejection =
  | 'already-opened'
  | 'unknown-poll'
  | 'empty-envelope'
  | 'outside-envelope'
  | 'too-few-options'
  | 'too-short'
  | 'too-long'
  | 'not-your-household'
  | 'already-voted'
  | 'no-such-option'
  | 'poll-over';
export type PollState =
  { status: 'none' } | { status: 'open' | 'closed'; question: Question; votes: Readonly<Record<string, number>> };

type Decided = Decision<PollEvent, PollRejection>;
type Standing = Exclude<PollState, { status: 'none' }>;

/** Fewer than this bind nobody, and their counts would tell who voted how. */
export const QUORUM = 5;
const OPEN_MINUTES_MIN = 60;
const OPEN_MINUTES_MAX = 30 * 24 * 60;

export const poll: Decider<PollState, PollCommand, PollEvent, PollRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'OpenPoll') return open(command, state);
    if (state.status === 'none') return reject('unknown-poll');
    return command.type === 'VoteInPoll' ? vote(command, state) : close(command, state);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'PollOpened':
        return { status: 'open', question: event.data, votes: {} };
      case 'VoteCast':
        if (state.status === 'none') return state;
        return { ...state, votes: { ...state.votes, [event.data.voter]: event.data.option } };
      case 'PollClosed':
        return state.status === 'none' ? state : { ...state, status: 'closed' };
      default:
        return unreachable(event);
    }
  },
};

function open({ at, data }: Extract<PollCommand, { type: 'OpenPoll' }>, state: PollState): Decided {
  if (state.status !== 'none') return reject('already-opened');
  const { least, most, options, closesAt } = data;
  if (least > most) return reject('empty-envelope');
  const beyond = options.find((option) => option < least || option > most);
  if (beyond !== undefined) return reject('outside-envelope', { option: beyond, least, most });
  if (new Set(options).size < 2) return reject('too-few-options');
  if (closesAt < addMinutes(at, OPEN_MINUTES_MIN)) return reject('too-short');
  if (closesAt > addMinutes(at, OPEN_MINUTES_MAX)) return reject('too-long');
  return accept({ type: 'PollOpened', at, data: { ...data, options: [...new Set(options)] } });
}

function vote(
  { at, by, data }: Extract<PollCommand, { type: 'VoteInPoll' }>,
  { status, question, votes }: Standing,
): Decided {
  const { pollId, options, closesAt } = question;
  const { householdId, option } = data;
  if (!by.households.includes(householdId)) return reject('not-your-household');
  if (status === 'closed' || at >= closesAt) return reject('poll-over');
  if (!options.includes(option)) return reject('no-such-option');
  const voter = voterOf(pollId, householdId);
  if (votes[voter] !== undefined) return reject('already-voted');
  return accept({ type: 'VoteCast', at, data: { pollId, voter, option } });
}

/** Ties and thin turnouts bind nobody, and that is an outcome too. */
function close({ at }: Extract<PollCommand, { type: 'ClosePoll' }>, { status, question, votes }: Standing): Decided {
  if (status === 'closed' || at < question.closesAt) return accept();
  const { pollId, place, parameter, options } = question;
  const cast = Object.values(votes);
  const told = { pollId, place, parameter, votes: cast.length };
  if (cast.length < QUORUM)
    return accept({ type: 'PollClosed', at, data: { ...told, outcome: 'too-few', counts: [] } });
  const counts = options.map((option) => ({ option, votes: cast.filter((one) => one === option).length }));
  const [first, second] = [...counts].sort((a, b) => b.votes - a.votes) as [Count, Count];
  const decided = first.votes > second.votes;
  const end = decided ? { outcome: 'decided' as const, value: first.option } : { outcome: 'tied' as const };
  return accept({ type: 'PollClosed', at, data: { ...told, counts, ...end } });
}

export const voterOf = (pollId: string, householdId: string): string => hashText('vote', pollId, householdId);
