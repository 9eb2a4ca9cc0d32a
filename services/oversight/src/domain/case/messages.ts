import type { By } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';
import type { Desk, Owner, Subject } from './owners.js';
import type { CaseKind, Measures, Severity } from './severity.js';

export type Evidence = 'counterparty' | 'visit' | 'photo';
export type AnswerOutcome = 'done' | 'partly' | 'not-possible';
export type MediationOutcome = 'agreed' | 'not-agreed' | 'referred';
export type Fact = 'item' | 'cover' | 'harm';
/** From hearsay to what somebody saw. */
export type Verification = 'claimed' | 'phone' | 'door';
export type Ending = 'confirmed' | 'visited' | 'unconfirmed';
export type Party = 'household' | 'other-side';
export type Side = Party | 'reporter' | 'owner' | 'mediator' | 'visitor';

export interface Opening extends Measures {
  caseId: string;
  kind: CaseKind;
  subject: Subject;
  place: Territory;
  householdId?: string;
  sku?: string;
  /** The organisation it is about; of a dispute the other side. */
  about?: string;
  /** The rule of which nobody could show the text. */
  ruleReportId?: string;
}

/** What a text is known by in the log: the words themselves are kept outside it. */
interface Told {
  statement?: number;
}
export interface Standing {
  owner: Owner;
  level: number;
  dueAt: Instant;
  /** Counts the clocks of this case, so that a clock which was replaced does nothing. */
  clock: number;
}
type Happened<T extends string, D> = { type: T; at: Instant; data: D & { caseId: string } };

export type CaseEvent =
  | Happened<
      'CaseOpened',
      Opening &
        Standing &
        Told & { number: string; severity: Severity; openedBy: string[]; side: Side; statementDueAt?: Instant }
    >
  | Happened<'StatementGiven', Told & { side: Side }>
  | Happened<'StatementMissed', { side: Party }>
  | Happened<'FactVerified', Measures & { fact: Fact; state: Verification; asClaimed: boolean; severity: Severity }>
  | Happened<'CaseAnswered', Told & Standing & { outcome: AnswerOutcome; evidence: Evidence[]; answeredBy: Owner }>
  | Happened<'DisputeMediated', Told & Standing & { outcome: MediationOutcome; mediator: Owner }>
  | Happened<'CaseEscalated', Standing & { from: Owner; reason: 'unanswered' | 'not-visited'; severity: Severity }>
  | Happened<'CaseOverdue', { owner: Owner; level: number; severity: Severity }>
  | Happened<'CaseSampled', Standing>
  | Happened<'CaseVisited', Told & { visitor: Owner; resolved: boolean; evidence: Evidence[] }>
  | Happened<'CaseReopened', Told & Standing & { from: Owner; by: 'household' | 'visit'; severity: Severity }>
  | Happened<'CaseClosed', { how: Ending; owner: Owner; level: number; severity: Severity }>;

type Asked<T extends string, D> = { type: T; at: Instant; by: By; data: D };
/** Whether words come with the command. */
interface WithWords {
  words?: boolean;
}
interface WithDesks {
  desks: Desk[];
}

export type CaseCommand =
  | Asked<'OpenCase', Opening & WithWords & WithDesks>
  | Asked<'AnswerCase', WithWords & { outcome: AnswerOutcome; evidence: Evidence[] }>
  | Asked<'StateCase', WithWords>
  | Asked<'VerifyCaseFact', Measures & { fact: Fact; how: Exclude<Verification, 'claimed'> }>
  | Asked<'MediateDispute', WithWords & { outcome: MediationOutcome }>
  | Asked<'VisitCase', WithWords & WithDesks & { resolved: boolean; evidence: Evidence[] }>
  | Asked<'CloseCase', { clock?: number }>
  | Asked<'ReopenCase', WithWords & WithDesks>
  | Asked<'EscalateCase', WithDesks & { clock: number }>
  | Asked<'MissStatement', Record<string, never>>;

export type CaseRejection =
  | 'already-opened'
  | 'unknown-case'
  | 'already-closed'
  | 'already-answered'
  | 'not-answered'
  | 'still-open'
  | 'too-late-to-reopen'
  | 'visit-is-due'
  | 'not-your-household'
  | 'household-missing'
  | 'not-your-case'
  | 'own-work'
  | 'photo-is-no-evidence'
  | 'unknown-organisation'
  | 'nobody-answers'
  | 'other-side-missing'
  | 'statement-missing'
  | 'no-dispute'
  | 'needs-mediation'
  | 'not-a-party'
  | 'not-neutral'
  | 'other-side-not-heard'
  | 'not-claimed'
  | 'known-better';

export interface OpenCase extends Opening, Standing {
  status: 'open' | 'answered' | 'visit-due' | 'overdue' | 'closed';
  severity: Severity;
  /** Of whoever opened it: their own work they do not let lapse unseen. */
  openedBy: string[];
  /** Everybody whose work it ever was. */
  doers: string[];
  facts: Partial<Record<Fact, Verification>>;
  statements: number;
  /** Of a dispute: who has been heard. */
  sides: Partial<Record<Party, 'asked' | 'heard' | 'missed'>>;
  closedAt?: Instant;
}
export type CaseState = { status: 'none' } | OpenCase;
