import { Tally } from './finding.js';
import { placeOf } from './log.js';
import type { Data, LoggedEvent, Reader } from './log.js';
import type { Snapshot } from './snapshot.js';

interface Open {
  /** The timer that waits for its due time. */
  timer: string | undefined;
  owner: string | undefined;
  dueAt: string | undefined;
  /** Whether a rule gave it a clock: outside a crisis an approval waits without one. */
  clocked: boolean;
}
interface Told {
  obligationId: string;
  approvalId: string;
  caseId: string;
  /** Counts the clocks of a case. */
  clock?: number;
  owner?: string | { actor?: string };
  dueAt?: string;
  escalateTo?: string;
  at?: { office?: string; rule?: string; dueAt?: string };
}

type Step = (open: Open | undefined, told: Told) => Open | undefined;

const owed: Step = (_open, { obligationId, owner, dueAt }) => ({
  ...{ timer: `duty-${obligationId}-${dueAt}`, owner: actorOf(owner), dueAt, clocked: true },
});
const asked: Step = (_open, { approvalId, at }) => ({
  timer: `approval-${approvalId}-${at?.dueAt}`,
  ...{ owner: at?.office, dueAt: at?.dueAt, clocked: at?.rule !== undefined },
});
const movedDuty: Step = (open, { obligationId, dueAt }) =>
  open && { ...open, timer: `duty-${obligationId}-${dueAt}`, dueAt, clocked: true };
const movedApproval: Step = (open, { approvalId, dueAt }) =>
  open && { ...open, timer: `approval-${approvalId}-${dueAt}`, dueAt, clocked: true };
const stands: Step = (_open, { caseId, clock, owner, dueAt }) => ({
  ...{ timer: `case-${caseId}-${clock}`, owner: actorOf(owner), dueAt, clocked: true },
});
const stopped: Step = (open) => open && { ...open, timer: undefined, dueAt: undefined, clocked: false };
const ended: Step = () => undefined;

const STEPS: Record<string, Step> = {
  DutyStarted: owed,
  DutyEscalated: owed,
  DutyRescheduled: movedDuty,
  DutyFulfilled: ended,
  DutyLapsed: ended,
  DutyUnanswered: ended,
  BreachSettled: ended,
  ApprovalRequested: asked,
  ApprovalForwarded: asked,
  ApprovalClockSet: movedApproval,
  ApprovalClockStopped: stopped,
  ApprovalGranted: ended,
  ApprovalTacitlyGranted: ended,
  ApprovalDeclined: ended,
  CaseOpened: stands,
  CaseAnswered: stands,
  DisputeMediated: stands,
  CaseEscalated: stands,
  CaseSampled: stands,
  CaseReopened: stands,
  // Of the highest level, past its clock: it stays with its owner, and the district sees it as overdue.
  CaseOverdue: stopped,
  CaseClosed: ended,
};

/** I14: whatever is open has an owner and a due time, and its clock runs. */
export class OpenThings implements Reader {
  private readonly tally = new Tally('I14');
  private readonly open = new Map<string, Open>();

  read(event: LoggedEvent, data: Data): void {
    const step = event.service === 'oversight' ? STEPS[event.type] : undefined;
    if (!step) return;
    const told = data as unknown as Told;
    const after = step(this.open.get(event.stream), told);
    if (!after) return void this.open.delete(event.stream);
    this.open.set(event.stream, after);
    const lacks =
      faultOf(after) ?? (event.type === 'DutyStarted' && !told.escalateTo ? 'nobody to escalate to' : undefined);
    this.tally.check(lacks === undefined, () => `${placeOf(event)} ${event.stream}: ${lacks}`);
  }

  /** Once all is heard: a due time without a timer that waits for it would pass unnoticed. */
  async compare(snapshot: Snapshot): Promise<void> {
    const timers = await snapshot.rows<{ id: string }>(`select id from es.timer where status = 'waiting'`);
    const waiting = new Set(timers.map(({ id }) => id));
    for (const [stream, { timer, dueAt }] of this.open) {
      if (timer === undefined || dueAt === undefined) continue;
      this.tally.check(waiting.has(timer), () => `${stream}: due at ${dueAt}, and no timer waits for it`);
    }
  }

  get findings() {
    return [this.tally.finding];
  }
}

const actorOf = (owner: Told['owner']): string | undefined => (typeof owner === 'object' ? owner.actor : owner);

function faultOf({ owner, dueAt, clocked }: Open): string | undefined {
  if (!owner) return 'open without an owner';
  return clocked && !dueAt ? 'open without a due time' : undefined;
}
