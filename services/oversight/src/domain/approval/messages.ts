import type { By } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';

export interface Request {
  approvalId: string;
  /** The action of the matrix that the approval is about. */
  action: string;
  territory: Territory;
  /** What exactly, in a line. */
  subject: string;
  reason: string;
}

/** An office that may answer, and how long it has by the rule in force; without minutes no clock runs. */
export interface Answering {
  role: string;
  office: string;
  rule?: string;
  minutes?: number;
  escalateTo?: string;
}

export interface Hop {
  hop: 1 | 2;
  role: string;
  office: string;
  since: Instant;
  rule?: string;
  escalateTo?: string;
  dueAt?: Instant;
}

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: { approvalId: string } & D;
}

/** `clock`: the due time of the clock that this ends, where one ran. */
type Ending = { action: string; territory: Territory; hops: 1 | 2; waitedMinutes: number; clock?: Instant };

export type ApprovalCommand =
  /** `first`: who is asked first; `forbidden`: the matrix forbids the action to whoever asks, and no approval lifts that. */
  | Asked<'RequestApproval', Request & { first?: Answering; forbidden: boolean }>
  | Asked<'ForwardApproval', { next?: Answering }>
  | Asked<'GrantApproval', object>
  | Asked<'DeclineApproval', { reason: string }>
  /** By the timer that was set for `dueAt`; `clocked`: whether the posture still lets clocks run. */
  | Asked<'ElapseApproval', { dueAt: Instant; clocked: boolean }>
  | Asked<'ReviewApproval', { switchedAt: Instant; rule?: string; minutes?: number }>;

export type ApprovalEvent =
  | Happened<'ApprovalRequested', Omit<Request, 'approvalId'> & { requestedBy: string[]; role: string; at: Hop }>
  | Happened<'ApprovalForwarded', { forwardedBy: string; at: Hop; clock?: Instant }>
  | Happened<'ApprovalGranted', Ending & { role: string; grantedBy: string }>
  | Happened<'ApprovalTacitlyGranted', Ending & { role: string; silent: string; rule: string; escalateTo?: string }>
  | Happened<'ApprovalDeclined', Ending & { role: string; declinedBy: string; reason: string }>
  | Happened<'ApprovalClockSet', { rule: string; dueAt: Instant; clock?: Instant }>
  | Happened<'ApprovalClockStopped', { clock: Instant }>;

export type ApprovalRejection =
  | 'already-requested'
  | 'reason-missing'
  | 'no-office'
  | 'not-approvable'
  | 'never-requested'
  | 'already-decided'
  | 'own-request'
  | 'not-your-turn'
  | 'no-third-hop';

export type ApprovalState =
  | { status: 'none' }
  | { status: 'pending'; request: Request; requestedBy: string[]; requestedAt: Instant; hop: Hop }
  | { status: 'decided' };
