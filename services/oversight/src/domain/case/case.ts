import { unreachable, type Decider, type Decision } from '@baogong/decider';
import { answerCase, mediate, missStatement, state as giveStatement, verify } from './answering.js';
import { close, escalate, reopen, visit } from './ending.js';
import { evolved, opened } from './evolving.js';
import type { CaseCommand, CaseEvent, CaseRejection, CaseState, OpenCase } from './messages.js';
import { openCase } from './opening.js';

/** A thing somebody asked for or complained of, with one owner and one clock, that its doer cannot close. */
export const feedbackCase: Decider<CaseState, CaseCommand, CaseEvent, CaseRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'OpenCase') return openCase(command, state);
    if (state.status === 'none') return { kind: 'rejected', code: 'unknown-case' };
    return onOpened(command, state);
  },

  evolve(state, event) {
    if (event.type === 'CaseOpened') return opened(event.data);
    return state.status === 'none' ? state : evolved(state, event);
  },
};

function onOpened(
  command: Exclude<CaseCommand, { type: 'OpenCase' }>,
  state: OpenCase,
): Decision<CaseEvent, CaseRejection> {
  switch (command.type) {
    case 'AnswerCase':
      return answerCase(command, state);
    case 'StateCase':
      return giveStatement(command, state);
    case 'VerifyCaseFact':
      return verify(command, state);
    case 'MediateDispute':
      return mediate(command, state);
    case 'VisitCase':
      return visit(command, state);
    case 'CloseCase':
      return close(command, state);
    case 'ReopenCase':
      return reopen(command, state);
    case 'EscalateCase':
      return escalate(command, state);
    case 'MissStatement':
      return missStatement(command, state);
    default:
      return unreachable(command);
  }
}
