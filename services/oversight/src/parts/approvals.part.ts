import type {
  ApprovalClockSet,
  ApprovalClockStopped,
  ApprovalDeclined,
  ApprovalForwarded,
  ApprovalGranted,
  ApprovalRequested,
  ApprovalStepsGrew,
  ApprovalTacitlyGranted,
} from '@baogong/contracts';
import { approvalCounting, approvalTimers, reviewApproval } from '../adapters/events/approval-clocks.js';
import { reviewOnSwitch } from '../adapters/events/duty-issuer.js';
import { ApprovalCommandsController } from '../adapters/http/approvals.controller.js';
import { ApprovalTables1764000600000 } from '../adapters/postgres/approval-tables.js';
import { approvalsIssued } from '../application/approvals.js';
import { HOLDERS } from '../application/runtime.js';
import { holdersOf } from '../read-models/actors/holders.js';
import { ApprovalsController } from '../read-models/approvals/approvals.controller.js';
import { approvalGrowth, approvals } from '../read-models/approvals/approvals.projection.js';
import { pendingUnder } from '../read-models/approvals/pending.js';
import type { Part } from './part.js';

export const approvalsPart: Part = {
  migrations: [ApprovalTables1764000600000],
  published: {
    ApprovalRequested: ({ data }) => data as ApprovalRequested,
    ApprovalForwarded: ({ data }) => data as ApprovalForwarded,
    ApprovalGranted: ({ data }) => data as ApprovalGranted,
    ApprovalTacitlyGranted: ({ data }) => data as ApprovalTacitlyGranted,
    ApprovalDeclined: ({ data }) => data as ApprovalDeclined,
    ApprovalClockSet: ({ data }) => data as ApprovalClockSet,
    ApprovalClockStopped: ({ data }) => data as ApprovalClockStopped,
    ApprovalStepsGrew: ({ data }) => data as ApprovalStepsGrew,
  },
  eventTypes: { ApprovalStepsCounted: 1 },
  consumers: (runtime) => [
    approvals,
    approvalGrowth,
    approvalTimers,
    approvalCounting(runtime),
    reviewOnSwitch(runtime, {
      ...{ name: 'approval-review', readModel: 'approvals' },
      ...{ waiting: pendingUnder(runtime), issue: reviewApproval },
    }),
  ],
  issued: (runtime) => approvalsIssued(runtime),
  controllers: [ApprovalsController, ApprovalCommandsController],
  providers: (runtime) => [{ provide: HOLDERS, useValue: holdersOf(runtime) }],
};
