import { accept, reject, type Decision } from '@baogong/decider';
import { addMinutes, hashText, minutesBetween, type Instant } from '@baogong/kernel';
import { isOf, wordsOf } from './answering.js';
import type { CaseCommand, CaseEvent, CaseRejection, Ending, OpenCase } from './messages.js';
import { minutesFor } from './opening.js';
import { nextOwner, sameOwner, type Desk } from './owners.js';

type Ask<T> = Extract<CaseCommand, { type: T }>;
type Decided = Decision<CaseEvent, CaseRejection>;

const LEVEL_MAX = 2;
const VISIT_MINUTES = 24 * 60;
const REOPEN_MINUTES = 14 * 24 * 60;
/** One case in five that nobody confirmed is looked at before it counts as done. */
const SAMPLE_EVERY = 5;

/** By the household's word; or, where it says nothing, by a clock with an audit sample. Never by whoever did the work. */
export function close({ at, by, data }: Ask<'CloseCase'>, state: OpenCase): Decided {
  if (by.role === 'system') return data.clock === state.clock ? lapse(at, state) : accept();
  if (!isAtHome(by.households, state)) return reject('not-your-household');
  return state.status === 'closed' ? reject('already-closed') : accept(closed(at, state, 'confirmed'));
}

export function visit({ at, by, data }: Ask<'VisitCase'>, state: OpenCase): Decided {
  const { caseId, doers, status } = state;
  if (status === 'closed') return reject('already-closed');
  if (status === 'open' || status === 'overdue') return reject('not-answered');
  if (doers.some((doer) => isOf(by, doer)) || isAtHome(by.households, state)) return reject('own-work');
  const { resolved, evidence } = data;
  if (!evidence.some((kind) => kind !== 'photo')) return reject('photo-is-no-evidence');
  const visitor = { role: by.role, actor: by.organisation };
  const visited: CaseEvent = {
    type: 'CaseVisited',
    at,
    data: { caseId, visitor, resolved, evidence, ...wordsOf(state, data.words) },
  };
  return accept(
    visited,
    resolved ? closed(at, state, 'visited') : raised(at, { state, desks: data.desks, by: 'visit' }),
  );
}

export function reopen({ at, by, data }: Ask<'ReopenCase'>, state: OpenCase): Decided {
  if (!isAtHome(by.households, state)) return reject('not-your-household');
  if (state.status === 'open' || state.status === 'overdue') return reject('still-open');
  if (state.closedAt !== undefined && minutesBetween(state.closedAt, at) > REOPEN_MINUTES)
    return reject('too-late-to-reopen');
  return accept(raised(at, { state, desks: data.desks, by: 'household', ...wordsOf(state, data.words) }));
}

/** The clock ran out: one level higher, at most two; where there is none above, it is recorded as overdue. */
export function escalate({ at, data }: Ask<'EscalateCase'>, state: OpenCase): Decided {
  const { caseId, kind, owner, level, clock, status, severity, about } = state;
  if (data.clock !== clock || (status !== 'open' && status !== 'visit-due')) return accept();
  const next = level < LEVEL_MAX ? nextOwner(data.desks, owner, about) : undefined;
  if (!next) return accept({ type: 'CaseOverdue', at, data: { caseId, owner, level, severity } });
  const standing = {
    owner: next.owner,
    level: level + 1,
    clock: clock + 1,
    dueAt: addMinutes(at, minutesFor(kind, next)),
  };
  const reason = status === 'open' ? 'unanswered' : 'not-visited';
  return accept({ type: 'CaseEscalated', at, data: { caseId, ...standing, from: owner, reason, severity } });
}

/** The same answer for the same case; where the opener's own organisation did the work, always yes. */
export function isSampled({ caseId, openedBy, doers }: Pick<OpenCase, 'caseId' | 'openedBy' | 'doers'>): boolean {
  if (doers.some((doer) => openedBy.includes(doer))) return true;
  return parseInt(hashText('audit-sample', caseId).slice(0, 8), 16) % SAMPLE_EVERY === 0;
}

function lapse(at: Instant, state: OpenCase): Decided {
  if (state.status !== 'answered') return accept();
  if (!isSampled(state)) return accept(closed(at, state, 'unconfirmed'));
  const { caseId, owner, level, clock } = state;
  const dueAt = addMinutes(at, VISIT_MINUTES);
  return accept({ type: 'CaseSampled', at, data: { caseId, owner, level, clock: clock + 1, dueAt } });
}

function closed(at: Instant, { caseId, owner, level, severity }: OpenCase, how: Ending): CaseEvent {
  return { type: 'CaseClosed', at, data: { caseId, how, owner, level, severity } };
}

function raised(
  at: Instant,
  { state, desks, by, ...words }: { state: OpenCase; desks: Desk[]; by: 'household' | 'visit'; statement?: number },
): CaseEvent {
  const { caseId, kind, owner, level, clock, severity, about } = state;
  const next = (level < LEVEL_MAX ? nextOwner(desks, owner, about) : undefined) ?? sameOwner(desks, owner);
  const standing = {
    owner: next?.owner ?? owner,
    level: Math.min(level + 1, LEVEL_MAX),
    clock: clock + 1,
    dueAt: addMinutes(at, next ? minutesFor(kind, next) : VISIT_MINUTES),
  };
  return { type: 'CaseReopened', at, data: { caseId, ...standing, ...words, from: owner, by, severity } };
}

const isAtHome = (households: string[], { householdId }: OpenCase): boolean =>
  householdId !== undefined && households.includes(householdId);
