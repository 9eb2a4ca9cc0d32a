import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, chainAt, type Instant, type Territory } from '@baogong/kernel';
import type { Parameter } from '../policy/clause.js';
import type { PolicyState, SettingRejection } from '../policy/messages.js';
import { rangeAt, settingRefusal } from '../policy/setting.js';

/** Which value a parameter shall have that the policy in force leaves to the community. */
export interface Asking {
  pollId: string;
  place: Territory;
  /** The version whose clause it is about: what was read when the question was put. */
  policyVersion: number;
  clause: string;
  parameter: Parameter;
  options: number[];
  closesAt: Instant;
}
export interface Question extends Asking {
  /** The discretion envelope: below and above it, others decide. */
  least: number;
  most: number;
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
  /** `voter` is a mark of the household that nobody makes without the poll's key; a later vote takes the place of its first. */
  | Happened<'VoteCast', { pollId: string; voter: string; option: number }>
  | Happened<
      'PollClosed',
      Pick<Question, 'pollId' | 'place' | 'policyVersion' | 'clause' | 'parameter'> & {
        outcome: PollOutcome;
        votes: number;
        counts: Count[];
        /** What is to bind; only where the vote decided. */
        value?: number;
      }
    >;
export type PollCommand =
  /** With the policies of the district, and whether the place is registered there. */
  | Asked<'OpenPoll', Asking & { policies: PolicyState; registered: boolean }>
  /** `voter` is missing once the poll's key is destroyed. */
  | Asked<'VoteInPoll', { householdId: string; option: number; voter?: string }>
  | Asked<'ClosePoll', Record<string, never>>;
export type PollRejection =
  | SettingRejection
  | 'already-opened'
  | 'unknown-poll'
  | 'policy-not-in-force'
  | 'too-few-options'
  | 'too-short'
  | 'too-long'
  | 'not-your-household'
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
  const { policies, registered, ...asking } = data;
  if (!registered) return reject('territory-not-registered');
  const options = [...new Set(asking.options)];
  if (options.length < 2) return reject('too-few-options');
  if (asking.closesAt < addMinutes(at, OPEN_MINUTES_MIN)) return reject('too-short');
  if (asking.closesAt > addMinutes(at, OPEN_MINUTES_MAX)) return reject('too-long');
  const envelope = envelopeOf(asking, policies, at);
  if ('code' in envelope) return envelope;
  return accept({ type: 'PollOpened', at, data: { ...asking, ...envelope, options } });
}

/** Each value has to be one that the committee could set by itself: nothing is asked that could not bind. */
function envelopeOf(
  { place, policyVersion, clause, parameter, options }: Asking,
  policies: PolicyState,
  at: Instant,
): Pick<Question, 'least' | 'most'> | Extract<Decided, { kind: 'rejected' }> {
  const inForce = chainAt(policies, place, at).at(-1)?.version ?? 0;
  if (inForce !== policyVersion) return reject('policy-not-in-force', { inForce, asked: policyVersion });
  const about = { territory: place, clause, parameter };
  const range = rangeAt(policies, about, at);
  if (!range) return reject('nothing-delegated', { clause, parameter });
  const refusals = options.map((value) => settingRefusal(policies, { ...about, value }, at));
  return refusals.find((refusal) => refusal !== undefined) ?? { least: range.least, most: range.most };
}

function vote(
  { at, by, data }: Extract<PollCommand, { type: 'VoteInPoll' }>,
  { status, question, votes }: Standing,
): Decided {
  const { pollId, options, closesAt } = question;
  const { householdId, option, voter } = data;
  if (!by.households.includes(householdId)) return reject('not-your-household');
  if (status === 'closed' || at >= closesAt || voter === undefined) return reject('poll-over');
  if (!options.includes(option)) return reject('no-such-option');
  if (votes[voter] === option) return accept(); // chosen already
  return accept({ type: 'VoteCast', at, data: { pollId, voter, option } });
}

/** Ties and thin turnouts bind nobody, and that is an outcome too. */
function close({ at }: Extract<PollCommand, { type: 'ClosePoll' }>, { status, question, votes }: Standing): Decided {
  if (status === 'closed' || at < question.closesAt) return accept();
  const { pollId, place, policyVersion, clause, parameter, options } = question;
  const cast = Object.values(votes);
  const told = { pollId, place, policyVersion, clause, parameter, votes: cast.length };
  if (cast.length < QUORUM)
    return accept({ type: 'PollClosed', at, data: { ...told, outcome: 'too-few', counts: [] } });
  const counts = options.map((option) => ({ option, votes: cast.filter((one) => one === option).length }));
  const [first, second] = [...counts].sort((a, b) => b.votes - a.votes) as [Count, Count];
  const decided = first.votes > second.votes;
  const end = decided ? { outcome: 'decided' as const, value: first.option } : { outcome: 'tied' as const };
  return accept({ type: 'PollClosed', at, data: { ...told, counts, ...end } });
}
