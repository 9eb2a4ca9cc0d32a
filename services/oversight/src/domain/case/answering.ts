import { accept, reject, type By, type Decision } from '@baogong/decider';
import { addMinutes, type Instant } from '@baogong/kernel';
import type { CaseCommand, CaseEvent, CaseRejection, Fact, OpenCase, Party, Verification } from './messages.js';
import { severityOf } from './severity.js';

type Ask<T> = Extract<CaseCommand, { type: T }>;
type Decided = Decision<CaseEvent, CaseRejection>;

/** The household has this long to say whether it is so. */
const CONFIRM_MINUTES = 72 * 60;
const CERTAINTY: Verification[] = ['claimed', 'phone', 'door'];

export function answerCase({ at, by, data }: Ask<'AnswerCase'>, state: OpenCase): Decided {
  const { caseId, owner } = state;
  if (state.kind === 'dispute') return reject('needs-mediation');
  const fault = answerFault(state);
  if (fault) return reject(fault);
  if (by.role !== owner.role || !isOf(by, owner.actor)) return reject('not-your-case');
  const { outcome, evidence } = data;
  const told = { caseId, outcome, evidence, answeredBy: owner, ...wordsOf(state, data.words) };
  return accept({ type: 'CaseAnswered', at, data: { ...told, ...awaiting(at, state) } });
}

export function mediate({ at, by, data }: Ask<'MediateDispute'>, state: OpenCase): Decided {
  const { caseId, kind, householdId, about, sides } = state;
  if (kind !== 'dispute') return reject('no-dispute');
  const fault = answerFault(state);
  if (fault) return reject(fault);
  const atHome = householdId !== undefined && by.households.includes(householdId);
  if (atHome || (about !== undefined && isOf(by, about))) return reject('not-neutral');
  if (Object.values(sides).includes('asked')) return reject('other-side-not-heard');
  const mediator = { role: by.role, actor: by.organisation };
  const told = { caseId, outcome: data.outcome, mediator, ...wordsOf(state, data.words) };
  return accept({ type: 'DisputeMediated', at, data: { ...told, ...awaiting(at, state) } });
}

/** A statement is added to those that are there; none is ever replaced. */
export function state({ at, by, data }: Ask<'StateCase'>, standing: OpenCase): Decided {
  const { caseId, kind, status } = standing;
  if (kind !== 'dispute') return reject('no-dispute');
  if (status === 'closed') return reject('already-closed');
  const side = partyOf(by, standing);
  if (!side) return reject('not-a-party');
  if (!data.words) return reject('statement-missing');
  return accept({ type: 'StatementGiven', at, data: { caseId, side, ...wordsOf(standing, true) } });
}

export function missStatement({ at }: Ask<'MissStatement'>, { caseId, sides, status }: OpenCase): Decided {
  const [asked] = Object.entries(sides).find(([, how]) => how === 'asked') ?? [];
  if (asked === undefined || status === 'closed') return accept();
  return accept({ type: 'StatementMissed', at, data: { caseId, side: asked as Party } });
}

/** What was claimed is heard on the telephone or seen at the door, and corrected where it is otherwise. */
export function verify({ at, by, data }: Ask<'VerifyCaseFact'>, state: OpenCase): Decided {
  const { caseId, kind, status, about, facts } = state;
  const { fact, how } = data;
  if (status === 'closed') return reject('already-closed');
  if (about !== undefined && isOf(by, about)) return reject('own-work');
  const known = facts[fact];
  if (!known) return reject('not-claimed');
  if (CERTAINTY.indexOf(how) <= CERTAINTY.indexOf(known) && known !== 'claimed') return reject('known-better');
  const before = measuresOf(state);
  const found = { ...before, ...only(fact, data) };
  const severity = severityOf(kind, found);
  const asClaimed = JSON.stringify(only(fact, before)) === JSON.stringify(only(fact, found));
  return accept({
    type: 'FactVerified',
    at,
    data: { caseId, fact, state: how, asClaimed, severity, ...only(fact, found) },
  });
}

export const isOf = ({ actor, organisation }: By, who: string): boolean => actor === who || organisation === who;

export const wordsOf = ({ statements }: OpenCase, words = false) => (words ? { statement: statements + 1 } : {});

function answerFault({ status }: OpenCase): CaseRejection | undefined {
  if (status === 'closed') return 'already-closed';
  if (status === 'answered') return 'already-answered';
  return status === 'visit-due' ? 'visit-is-due' : undefined;
}

function awaiting(at: Instant, { owner, level, clock }: OpenCase) {
  return { owner, level, dueAt: addMinutes(at, CONFIRM_MINUTES), clock: clock + 1 };
}

function partyOf(by: By, { householdId, about }: OpenCase): Party | undefined {
  if (by.role === 'resident' && householdId !== undefined && by.households.includes(householdId)) return 'household';
  return about !== undefined && isOf(by, about) ? 'other-side' : undefined;
}

const measuresOf = ({ itemClass, daysOfCover, harm }: OpenCase) => ({
  ...(itemClass ? { itemClass } : {}),
  ...(daysOfCover === undefined ? {} : { daysOfCover }),
  ...(harm ? { harm } : {}),
});

function only(fact: Fact, { itemClass, daysOfCover, harm }: ReturnType<typeof measuresOf>) {
  if (fact === 'item') return itemClass ? { itemClass } : {};
  if (fact === 'cover') return daysOfCover === undefined ? {} : { daysOfCover };
  return harm ? { harm } : {};
}
