import { unreachable } from '@baogong/decider';
import type { CaseEvent, OpenCase, Party, Standing } from './messages.js';

type Later = Exclude<CaseEvent, { type: 'CaseOpened' }>;
type Of<T> = Extract<Later, { type: T }>;

export function opened(data: Extract<CaseEvent, { type: 'CaseOpened' }>['data']): OpenCase {
  const { number: _number, statement, statementDueAt, side, openedBy, ...rest } = data;
  const asked = side === 'other-side' ? 'household' : 'other-side';
  return {
    ...rest,
    status: 'open',
    openedBy,
    doers: [rest.owner.actor],
    facts: claimed(rest),
    statements: statement ?? 0,
    sides: statementDueAt ? { [side]: 'heard', [asked]: 'asked' } : {},
  };
}

export function evolved(before: OpenCase, event: Later): OpenCase {
  const { data } = event;
  const state = 'statement' in data && data.statement ? { ...before, statements: data.statement } : before;
  switch (event.type) {
    case 'StatementGiven':
      return withSide(state, event.data.side as Party, 'heard');
    case 'StatementMissed':
      return withSide(state, event.data.side, 'missed');
    case 'FactVerified':
      return verified(state, event);
    case 'CaseVisited':
      return state;
    case 'CaseOverdue':
      return { ...state, status: state.status === 'visit-due' ? 'visit-due' : 'overdue', clock: state.clock + 1 };
    case 'CaseClosed':
      return { ...state, status: 'closed', closedAt: event.at, clock: state.clock + 1 };
    default:
      return standing(state, event);
  }
}

/** Events that leave a case with an owner and a new clock. */
function standing(
  state: OpenCase,
  event: Of<'CaseAnswered' | 'DisputeMediated' | 'CaseEscalated' | 'CaseReopened' | 'CaseSampled'>,
): OpenCase {
  switch (event.type) {
    case 'CaseAnswered':
      return clocked(state, { status: 'answered', doer: event.data.answeredBy.actor }, event.data);
    case 'DisputeMediated':
      return clocked(state, { status: 'answered', doer: event.data.mediator.actor }, event.data);
    case 'CaseEscalated':
    case 'CaseReopened':
      return clocked(state, { status: 'open', doer: event.data.owner.actor }, event.data);
    case 'CaseSampled':
      return clocked(state, { status: 'visit-due', doer: event.data.owner.actor }, event.data);
    default:
      return unreachable(event);
  }
}

function clocked(
  state: OpenCase,
  { status, doer }: { status: OpenCase['status']; doer: string },
  { owner, level, dueAt, clock }: Standing,
): OpenCase {
  const doers = [...new Set([...state.doers, doer])];
  return { ...state, status, doers, owner, level, dueAt, clock };
}

function claimed({ itemClass, daysOfCover, harm }: OpenCaseMeasures): OpenCase['facts'] {
  return {
    ...(itemClass ? { item: 'claimed' } : {}),
    ...(daysOfCover === undefined ? {} : { cover: 'claimed' }),
    ...(harm ? { harm: 'claimed' } : {}),
  };
}
type OpenCaseMeasures = Pick<OpenCase, 'itemClass' | 'daysOfCover' | 'harm'>;

function verified(state: OpenCase, { data }: Of<'FactVerified'>): OpenCase {
  const { fact, state: verification, asClaimed: _asClaimed, severity, caseId: _id, ...measures } = data;
  return { ...state, ...measures, severity, facts: { ...state.facts, [fact]: verification } };
}

const withSide = (state: OpenCase, side: Party, how: 'heard' | 'missed'): OpenCase => ({
  ...state,
  sides: { ...state.sides, [side]: how },
});
