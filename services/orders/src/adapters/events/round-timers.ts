import type { Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer } from '@baogong/event-store';
import { roundStream } from '../../application/streams.js';
import type { OpenedRound } from '../../domain/round/round.js';

const timerOf = (roundId: string): string => `close-round-${roundId}`;

/** Every window ends by itself: the timer is set in the transaction that has read the opening. */
export const roundTimers: Projection = {
  name: 'round-timers',
  source: 'orders',
  handles: ['RoundOpened', 'RoundClosed'],
  async apply(tx, records) {
    for (const { type, data } of records) {
      const { roundId, territory, closesAt } = data as OpenedRound;
      if (type === 'RoundClosed') {
        await cancelTimer(tx, timerOf(roundId));
        continue;
      }
      const command = {
        action: 'CloseRound',
        stream: roundStream(roundId, territory),
        data: { reason: 'window-ended' },
      };
      await scheduleTimer(tx, { id: timerOf(roundId), dueAt: closesAt, command });
    }
  },
};
