import type { AnyDecider, Caller, CommandResult, IssuedTable } from '@baogong/commanding';
import { householdOf } from '@baogong/kernel';
import {
  meetingDecision,
  type DecisionOutcome,
  type MeetingEvent,
  type MeetingRejection,
  type Resolution,
} from '../domain/meeting-decision/meeting-decision.js';
import { poll, type PollEvent, type PollRejection, type Question } from '../domain/poll/poll.js';
import type { CaseParts } from './case-parts.js';
import type { Runtime } from './runtime.js';
import { decisionStream, pollStream } from './streams.js';

export type PollResult = CommandResult<PollEvent, PollRejection>;
export type MeetingResult = CommandResult<MeetingEvent, MeetingRejection>;

export function openPoll({ desk }: Runtime, caller: Caller, data: Question): Promise<PollResult> {
  return desk.handle({ action: 'OpenPoll', caller, stream: pollStream(data.pollId, data.place), decider: poll, data });
}

export async function voteInPoll(
  { desk, store }: Runtime,
  caller: Caller,
  { pollId, ...data }: { pollId: string; householdId: string; option: number },
): Promise<PollResult> {
  const { state } = await store.load(pollStream(pollId, '').id, poll);
  if (state.status === 'none') return { kind: 'not-found' };
  const stream = pollStream(pollId, state.question.place);
  return desk.handle({ action: 'VoteInPoll', caller, stream, decider: poll, data });
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

export const issuedOnPolls = (): IssuedTable => ({
  ClosePoll: { decider: poll as AnyDecider },
  LapseDecision: { decider: meetingDecision as AnyDecider },
});
