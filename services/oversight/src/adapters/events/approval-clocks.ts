import type { ApprovalGranted, ApprovalRequested } from '@baogong/contracts';
import type { ProcessConsumer, Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer } from '@baogong/event-store';
import type { Instant } from '@baogong/kernel';
import type { Runtime } from '../../application/runtime.js';
import { approvalStream } from '../../domain/approval/approval.js';
import type { Waiting } from './duty-issuer.js';

const timerOf = (approvalId: string, dueAt: Instant) => `approval-${approvalId}-${dueAt}`;
const ENDED = ['ApprovalGranted', 'ApprovalTacitlyGranted', 'ApprovalDeclined'];

interface Told {
  approvalId: string;
  at?: ApprovalRequested['at'];
  dueAt?: Instant;
  clock?: Instant;
}

export const approvalTimers: Projection = {
  name: 'approval-timers',
  source: 'oversight',
  handles: ['ApprovalRequested', 'ApprovalForwarded', 'ApprovalClockSet', 'ApprovalClockStopped', ...ENDED],
  async apply(tx, records) {
    for (const { data, stream, territory } of records) {
      const { approvalId, at, dueAt = at?.dueAt, clock } = data as Told;
      if (clock) await cancelTimer(tx, timerOf(approvalId, clock));
      if (!dueAt) continue;
      const command = {
        action: 'ElapseApproval',
        stream: { id: stream, kind: 'approval', territory },
        data: { dueAt },
      };
      await scheduleTimer(tx, { id: timerOf(approvalId, dueAt), dueAt, command });
    }
  },
};

/** Every approval that has ended is counted once, for its district and action. */
export function approvalCounting(runtime: Runtime): ProcessConsumer {
  return {
    name: 'approval-steps',
    source: 'oversight',
    handles: ENDED,
    async handle({ data, at, shard, pos, correlation, id }) {
      const { approvalId, action, territory, hops, waitedMinutes } = data as ApprovalGranted;
      const district = territory.split('/')[0]!;
      const stream = { id: `approval-steps-${district}-${action}`, kind: 'approval-steps', territory: district };
      const counted = { approvalId, action, district, endedAt: at, hops, waitedMinutes };
      const origin = { key: `${shard}:${pos}:0`, correlation, causation: id };
      await runtime.issue({ action: 'CountApprovalSteps', stream, data: counted }, origin);
    },
  };
}

export const reviewApproval = ({ id, territory }: Waiting, switchedAt: Instant) => ({
  action: 'ReviewApproval',
  stream: approvalStream(id, territory),
  data: { switchedAt },
});
