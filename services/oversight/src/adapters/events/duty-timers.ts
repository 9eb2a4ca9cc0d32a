import type { EventRecord, Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer, type Tx } from '@baogong/event-store';
import type { Instant } from '@baogong/kernel';

const timerOf = (obligationId: string, dueAt: Instant) => `duty-${obligationId}-${dueAt}`;

interface Told {
  obligationId: string;
  /** The clock that begins. */
  dueAt?: Instant;
  /** The clock that ends. */
  clock?: Instant;
  /** Why it ends. */
  reason?: string;
}

const BEGINS = ['DutyStarted', 'DutyEscalated', 'DutyRescheduled'];
const ENDS = ['DutyRescheduled', 'DutyFulfilled', 'DutyLapsed', 'BreachSettled'];

/** A clock is a timer of its own, set and taken back in the transaction that has read why. */
export const dutyTimers: Projection = {
  name: 'duty-timers',
  source: 'oversight',
  handles: [...new Set([...BEGINS, ...ENDS])],
  async apply(tx, records) {
    for (const record of records) {
      const { obligationId, dueAt, clock, reason } = record.data as Told;
      // The next switch may begin the same duty with the same due time: a timer once taken back is never set again.
      const isSuspended = record.type === 'DutyLapsed' && reason === 'posture-switched';
      if (ENDS.includes(record.type) && clock && !isSuspended) await cancelTimer(tx, timerOf(obligationId, clock));
      if (BEGINS.includes(record.type) && dueAt) await begin(tx, record, { obligationId, dueAt });
    }
  },
};

function begin(
  tx: Tx,
  { stream, territory }: EventRecord,
  { obligationId, dueAt }: Required<Omit<Told, 'clock' | 'reason'>>,
) {
  const command = { action: 'EscalateDuty', stream: { id: stream, kind: 'obligation', territory }, data: { dueAt } };
  return scheduleTimer(tx, { id: timerOf(obligationId, dueAt), dueAt, command });
}
