import type { Projection } from '@baogong/event-pipe';
import { scheduleTimer } from '@baogong/event-store';
import type { Instant } from '@baogong/kernel';
import { decisionStream, pollStream } from '../../application/streams.js';

/** Every poll ends, and every decision is asked after, by itself. */
export const pollTimers: Projection = {
  name: 'poll-timers',
  source: 'oversight',
  handles: ['PollOpened', 'DecisionRecorded'],
  async apply(tx, records) {
    for (const { type, territory, data } of records) {
      const { pollId, closesAt, decisionId, dueAt } = data as Record<string, Instant>;
      const timer =
        type === 'PollOpened'
          ? { id: `poll-${pollId}`, dueAt: closesAt!, action: 'ClosePoll', stream: pollStream(pollId!, territory) }
          : {
              ...{ id: `decision-${decisionId}`, dueAt: dueAt!, action: 'LapseDecision' },
              stream: decisionStream(decisionId!, territory),
            };
      const { action, stream, ...when } = timer;
      await scheduleTimer(tx, { ...when, command: { action, stream, data: {} } });
    }
  },
};
