import type { AnyDecider, Caller, CommandResult, IssuedTable } from '@baogong/commanding';
import { householdOf, type Instant } from '@baogong/kernel';
import {
  meetingDecision,
  type DecisionOutcome,
  type MeetingEvent,
  type MeetingRejection,
  type Resolution,
} from '../domain/meeting-decision/meeting-decision.js';
import type { PollResult as Result } from '../domain/policy/messages.js';
import { policy } from '../domain/policy/policy.js';
import { poll, type Asking, type PollEvent, type PollRejection } from '../domain/poll/poll.js';
import type { CaseParts } from './case-parts.js';
import { isRegistered } from './places.js';
import type { Runtime } from './runtime.js';
import { decisionStream, policyStream, pollStream } from './streams.js';

export type PollResult = CommandResult<PollEvent, PollRejection>;
export type MeetingResult = CommandResult<MeetingEvent, MeetingRejection>;

/** What stands for a household in the votes of one poll: made with a key of that poll, and by nobody once it is destroyed. */
export interface PollMarks {
  markOf(pollId: string, householdId: string): Promise<string | undefined>;
  destroy(pollId: string, at: Instant): Promise<void>;
}
export const POLL_MARKS = Symbol('PollMarks');

export function openPoll(runtime: Runtime, caller: Caller, asked: Asking): Promise<PollResult> {
  const { pollId, place } = asked;
  return runtime.desk.handle({
    action: 'OpenPoll',
    caller,
    stream: pollStream(pollId, place),
    decider: poll,
    data: async () => ({
      ...asked,
      policies: (await runtime.store.load(policyStream(place).id, policy)).state,
      registered: await isRegistered(runtime, place),
    }),
  });
}

/** Under the mark also in the envelope: who asked would tell as much as whose vote it is. */
export async function voteInPoll(
  { runtime: { desk, store }, marks }: { runtime: Runtime; marks: PollMarks },
  caller: Caller,
  { pollId, ...asked }: { pollId: string; householdId: string; option: number },
): Promise<PollResult> {
  const { state } = await store.load(pollStream(pollId, '').id, poll);
  if (state.status === 'none') return { kind: 'not-found' };
  const voter = await marks.markOf(pollId, asked.householdId);
  const stream = pollStream(pollId, state.question.place);
  const data = { ...asked, ...(voter === undefined ? {} : { voter }) };
  return desk.handle({ action: 'VoteInPoll', caller, stream, decider: poll, data, ...(voter ? { veil: voter } : {}) });
}

export async function recordDecision(
  { runtime, holdersAt }: Pick<CaseParts, 'runtime' | 'holdersAt'>,
  caller: Caller,
  data: Omit<Resolution, 'owner'> & { owner: string },
): Promise<MeetingResult> {
  const stream = decisionStream(data.decisionId, data.place);
  const holders = await holdersAt(data.place);
  return runtime.desk.handle({
    action: 'RecordDecision',
    caller,
    stream,
    decider: meetingDecision,
    data: { ...data, holders },
  });
}

export async function endDecision(
  { desk, store }: Runtime,
  caller: Caller,
  { decisionId, ...data }: { decisionId: string; outcome: DecisionOutcome; reason?: string },
): Promise<MeetingResult> {
  const { state } = await store.load(decisionStream(decisionId, '').id, meetingDecision);
  if (state.status === 'none') return { kind: 'not-found' };
  const stream = decisionStream(decisionId, state.resolution.place);
  return desk.handle({ action: 'EndDecision', caller, stream, decider: meetingDecision, data });
}

/** Which household somebody votes for: the only one they live in, unless they name one of several. */
export function homeOf({ authority }: Runtime, { actor }: Caller, asked?: string): string {
  if (asked !== undefined) return asked;
  const homes = authority.grantsOf(actor).filter(({ role }) => role === 'resident');
  return homes.length === 1 ? (householdOf(homes[0]!.territory) ?? '') : '';
}

export const issuedOnPolls = (runtime: Runtime): IssuedTable => ({
  ClosePoll: { decider: poll as AnyDecider },
  // The last step of closing it: no committee has to agree, and none may do it in the voters' place.
  BindPollResult: {
    decider: policy as AnyDecider,
    duty: 'ClosePoll',
    async data({ data }) {
      const result = data as Result;
      return { ...result, registered: await isRegistered(runtime, result.territory) };
    },
  },
  LapseDecision: { decider: meetingDecision as AnyDecider },
});
