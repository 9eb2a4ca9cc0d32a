import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, minutesBetween, type Instant } from '@baogong/kernel';
import type { Answering, ApprovalCommand, ApprovalEvent, ApprovalRejection, ApprovalState, Hop } from './messages.js';

type Asking<T extends ApprovalCommand['type']> = Extract<ApprovalCommand, { type: T }>;
type Pending = Extract<ApprovalState, { status: 'pending' }>;
type Decided = Decision<ApprovalEvent, ApprovalRejection>;

export const approvalStream = (approvalId: string, territory: string) => ({
  id: `approval-${approvalId}`,
  kind: 'approval',
  territory,
});

/** One request: two offices at most, a clock for each, and silence is consent. */
export const approval: Decider<ApprovalState, ApprovalCommand, ApprovalEvent, ApprovalRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'RequestApproval':
        return request(command, state);
      case 'ForwardApproval':
      case 'GrantApproval':
      case 'DeclineApproval':
        return answered(command, state);
      case 'ElapseApproval':
        return state.status === 'pending' ? elapse(command, state) : accept();
      case 'ReviewApproval':
        return state.status === 'pending' ? review(command, state) : accept();
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ApprovalRequested': {
        const { requestedBy, role: _role, at: hop, ...asked } = event.data;
        return { status: 'pending', request: asked, requestedBy, requestedAt: event.at, hop };
      }
      case 'ApprovalForwarded':
        return state.status === 'pending' ? { ...state, hop: event.data.at } : state;
      case 'ApprovalClockSet':
        return withClock(state, { rule: event.data.rule, dueAt: event.data.dueAt });
      case 'ApprovalClockStopped':
        return withClock(state, {});
      case 'ApprovalGranted':
      case 'ApprovalTacitlyGranted':
      case 'ApprovalDeclined':
        return { status: 'decided' };
      default:
        return unreachable(event);
    }
  },
};

function withClock(state: ApprovalState, clock: { rule?: string; dueAt?: Instant }): ApprovalState {
  if (state.status !== 'pending') return state;
  const { dueAt: _due, rule: _rule, ...hop } = state.hop;
  return { ...state, hop: { ...hop, ...clock } };
}

function request({ at, by, data }: Asking<'RequestApproval'>, state: ApprovalState): Decided {
  if (state.status !== 'none') return reject('already-requested');
  const { first, forbidden, ...asked } = data;
  if (asked.reason.trim() === '') return reject('reason-missing');
  if (forbidden) return reject('not-approvable', { action: asked.action });
  if (!first) return reject('no-office');
  const hop = hopOf(1, at, first);
  // Both the person and the organisation: neither approves what it asked for.
  const requestedBy = [...new Set([by.actor, by.organisation || by.actor])];
  return accept({ type: 'ApprovalRequested', at, data: { ...asked, requestedBy, role: by.role, at: hop } });
}

function hopOf(hop: 1 | 2, since: Instant, { minutes, ...answering }: Answering): Hop {
  return { hop, since, ...answering, ...(minutes === undefined ? {} : { dueAt: addMinutes(since, minutes) }) };
}

type Answer = Asking<'ForwardApproval'> | Asking<'GrantApproval'> | Asking<'DeclineApproval'>;

function answered(command: Answer, state: ApprovalState): Decided {
  if (state.status === 'none') return reject('never-requested');
  if (state.status === 'decided') return reject('already-decided');
  const { by } = command;
  if (isTheirs(state, by)) return reject('own-request');
  if (by.role !== state.hop.role) return reject('not-your-turn', { role: state.hop.role });
  switch (command.type) {
    case 'ForwardApproval':
      return forward(command, state);
    case 'GrantApproval':
      return accept({
        type: 'ApprovalGranted',
        at: command.at,
        data: { ...ending(command.at, state), role: by.role, grantedBy: by.organisation || by.actor },
      });
    case 'DeclineApproval':
      return decline(command, state);
    default:
      return unreachable(command);
  }
}

const isTheirs = ({ requestedBy }: Pending, { actor, organisation }: By): boolean =>
  requestedBy.includes(actor) || requestedBy.includes(organisation);

function forward({ at, by, data }: Asking<'ForwardApproval'>, { request: { approvalId }, hop }: Pending): Decided {
  if (hop.hop === 2) return reject('no-third-hop');
  if (!data.next) return reject('no-office');
  const told = { approvalId, forwardedBy: by.organisation || by.actor, at: hopOf(2, at, data.next) };
  return accept({ type: 'ApprovalForwarded', at, data: { ...told, ...clockOf(hop) } });
}

function decline({ at, by, data }: Asking<'DeclineApproval'>, state: Pending): Decided {
  if (data.reason.trim() === '') return reject('reason-missing');
  const told = { role: by.role, declinedBy: by.organisation || by.actor, reason: data.reason };
  return accept({ type: 'ApprovalDeclined', at, data: { ...ending(at, state), ...told } });
}

const clockOf = ({ dueAt }: Hop) => (dueAt === undefined ? {} : { clock: dueAt });

function ending(at: Instant, { request: { approvalId, action, territory }, requestedAt, hop }: Pending) {
  const waitedMinutes = Math.round(minutesBetween(requestedAt, at));
  return { approvalId, action, territory, hops: hop.hop, waitedMinutes, ...clockOf(hop) };
}

/** The clock of whichever office it stood with ran out: it is granted, and who was silent is on record. */
function elapse({ at, data }: Asking<'ElapseApproval'>, state: Pending): Decided {
  const { hop, request: asked } = state;
  if (hop.dueAt === undefined || hop.dueAt !== data.dueAt) return accept();
  if (!data.clocked) {
    return accept({ type: 'ApprovalClockStopped', at, data: { approvalId: asked.approvalId, clock: hop.dueAt } });
  }
  const { role, office, rule = '', escalateTo } = hop;
  const silent = { role, silent: office, rule, ...(escalateTo === undefined ? {} : { escalateTo }) };
  return accept({ type: 'ApprovalTacitlyGranted', at, data: { ...ending(at, state), ...silent } });
}

/** Into a crisis the clock starts at the switch; out of it, it stops; a longer time counts from when the office was asked. */
function review({ at, data }: Asking<'ReviewApproval'>, { request: asked, hop }: Pending): Decided {
  const { approvalId } = asked;
  const { switchedAt, rule, minutes } = data;
  if (rule === undefined || minutes === undefined) {
    if (hop.dueAt === undefined) return accept();
    return accept({ type: 'ApprovalClockStopped', at, data: { approvalId, clock: hop.dueAt } });
  }
  const dueAt = newDue(hop, switchedAt, minutes);
  if (dueAt === hop.dueAt) return accept();
  return accept({ type: 'ApprovalClockSet', at, data: { approvalId, rule, dueAt, ...clockOf(hop) } });
}

function newDue({ since, dueAt }: Hop, switchedAt: Instant, minutes: number): Instant {
  const fromSwitch = addMinutes(switchedAt, minutes);
  if (dueAt === undefined) return fromSwitch;
  const fromStart = addMinutes(since, minutes);
  if (fromStart >= dueAt) return fromStart;
  return fromSwitch < dueAt ? fromSwitch : dueAt;
}
