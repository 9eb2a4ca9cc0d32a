import type { By } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';

/** What somebody has to do, and about what: known from the event that began it. */
export interface Duty {
  obligationId: string;
  action: string;
  territory: Territory;
  subject: { kind: 'consignment' | 'parcel' | 'round' | 'rule-report'; id: string };
  /** From here the time of the rule counts; where goods are promised for later it lies ahead. */
  startedAt: Instant;
  /** Until when it was promised: where that lies ahead it is the due time, whatever time the rule gives. */
  promisedBy?: Instant;
  /** The actor whom the event names; without one it is whoever holds an obliged role nearest to the place. */
  named?: string;
  medicine?: boolean;
}

/** Who answers for it and how long: from the rule in force at the place, and from who holds its role there. */
export interface Charge {
  rule: string;
  role: string;
  owner: string;
  minutes: number;
  escalateTo: string;
}

/** By which rule it is forbidden to whoever did it; `next`: who answers for that. */
export interface Broken extends Omit<Charge, 'minutes'> {
  next?: Charge;
}

export type Level = 1 | 2;
export type Started = Duty & Omit<Charge, 'minutes'> & { dueAt: Instant };
export type LapseReason = 'withdrawn' | 'uncollected' | 'posture-switched';
export type Outcome = 'done-otherwise' | 'excused' | 'upheld';

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: { obligationId: string } & D;
}

/** `clock`: the due time of the clock that this ends, where one ran. */
type Clock = { clock?: Instant };

export type ObligationCommand =
  /** `note`: nobody is obliged now, but somebody would be in another posture. `broken`: what is forbidden was done. */
  | Asked<'StartDuty', Duty & { charge?: Charge; note?: boolean; broken?: Broken }>
  /** `keep`: what was done may become known before that it had to be done. */
  | Asked<'FulfilDuty', { obligationId: string; doneAt: Instant; doneBy: string; keep?: boolean }>
  | Asked<'LapseDuty', { reason: LapseReason }>
  /** By the timer that was set for `dueAt`. `obliged`: whether the posture still lets clocks run; `next`: who answers now. */
  | Asked<'EscalateDuty', { dueAt: Instant; obliged: boolean; next?: Charge }>
  /** The posture was switched: `charge` is what the law says now, of the duty itself or of the level that answers. */
  | Asked<'ReviewDuty', { switchedAt: Instant; charge?: Charge }>
  | Asked<'SettleBreach', { outcome: Outcome; reason: string }>;

export type ObligationEvent =
  | Happened<'DutyStarted', Omit<Started, 'obligationId'>>
  /** It would be a duty in another posture: a switch into that one starts its clock. */
  | Happened<'DutyNoted', Omit<Duty, 'obligationId'>>
  | Happened<'DutyForestalled', { doneAt: Instant; doneBy: string }>
  | Happened<'DutyDropped', { reason: LapseReason }>
  | Happened<'DutyFulfilled', { doneAt: Instant; doneBy: string; late: boolean } & Clock>
  | Happened<
      'DutyBreached',
      { action: string; territory: Territory; rule: string; role: string; owner: string; dueAt: Instant }
    >
  | Happened<
      'DutyEscalated',
      { level: Level; rule: string; role: string; owner: string; escalateTo: string; dueAt: Instant }
    >
  | Happened<'DutyUnanswered', { level: 0 | Level; role: string; owner: string; dueAt: Instant }>
  | Happened<'DutyRescheduled', { rule: string; dueAt: Instant; clock: Instant }>
  | Happened<'DutyLapsed', { reason: LapseReason; breached: boolean } & Clock>
  | Happened<'BreachSettled', { outcome: Outcome; reason: string; role: string; settledBy: string } & Clock>;

export type ObligationRejection =
  'never-started' | 'not-breached' | 'already-settled' | 'reason-missing' | 'own-breach' | 'not-yours-to-settle';

/** Who answers, until when; level 0 is the one who has the duty. */
export interface Turn {
  level: 0 | Level;
  rule: string;
  role: string;
  owner: string;
  escalateTo: string;
  dueAt: Instant;
}

export type ObligationState =
  | { status: 'none' }
  | { status: 'noted'; duty: Duty }
  | { status: 'forestalled' }
  | { status: 'running'; duty: Started; turn: Turn }
  | { status: 'breached'; duty: Started; turn: Turn }
  | { status: 'unanswered'; duty: Started; turn: Turn }
  | { status: 'ended'; how: 'fulfilled' | 'lapsed' | 'settled' };
