import type { PollClosed } from '@baogong/contracts';
import type { EventRecord, ProcessConsumer } from '@baogong/event-pipe';
import type { PollMarks } from '../../application/polls.js';
import type { PollResult } from '../../domain/policy/messages.js';

/** A tie or a thin turnout is no result. */
export function pollTold({ data }: Pick<EventRecord, 'data'>): PollResult | undefined {
  const { pollId, place: territory, clause, parameter, value } = data as PollClosed;
  return value === undefined ? undefined : { pollId, territory, clause, parameter, value };
}

/** Nobody is asked again whose vote it was: from the end on nobody could say, whatever keys they hold. */
export const markDestroying = (marks: PollMarks): ProcessConsumer => ({
  name: 'poll-marks',
  source: 'oversight',
  handles: ['PollClosed'],
  handle: ({ data, at }) => marks.destroy((data as PollClosed).pollId, at),
});
