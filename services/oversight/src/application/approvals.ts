import type { AnyDecider, Caller, CommandResult, IssuedTable } from '@baogong/commanding';
import { evaluate, type Action, type Role } from '@baogong/duties';
import { covers, type Territory } from '@baogong/kernel';
import { approval, approvalStream } from '../domain/approval/approval.js';
import type { Answering, Request } from '../domain/approval/messages.js';
import { approvalSteps } from '../domain/approval-steps/approval-steps.js';
import { obligingRule, type Holders } from './charges.js';
import type { Runtime } from './runtime.js';

const FIRST = 'subdistrict-office';
const LAST = 'district-office';

export async function requestApproval(
  { runtime, holders }: { runtime: Runtime; holders: Holders },
  caller: Caller,
  asked: Request,
): Promise<CommandResult> {
  if (!runtime.authority.matrix()) return { kind: 'authority-unknown' };
  const { territory, action, approvalId } = asked;
  return runtime.desk.handle({
    action: 'RequestApproval',
    caller,
    stream: approvalStream(approvalId, territory),
    decider: approval,
    data: async () => {
      const own = ownOf(runtime, caller, territory);
      const first =
        (own.roles.includes(FIRST) ? undefined : await officeOf(runtime, holders, { role: FIRST, territory, own })) ??
        (await officeOf(runtime, holders, { role: LAST, territory, own }));
      return {
        ...asked,
        ...(first ? { first } : {}),
        forbidden: isForbidden(runtime, own.roles, { action, territory }),
      };
    },
  });
}

type Answer =
  { action: 'GrantApproval' } | { action: 'DeclineApproval'; reason: string } | { action: 'ForwardApproval' };

export async function answerApproval(
  { runtime, holders }: { runtime: Runtime; holders: Holders },
  caller: Caller,
  { approvalId, ...answer }: Answer & { approvalId: string },
): Promise<CommandResult> {
  if (!runtime.authority.matrix()) return { kind: 'authority-unknown' };
  const stream = approvalStream(approvalId, '');
  const { header } = await runtime.store.load(stream.id, approval);
  if (!header) return { kind: 'not-found' };
  const { territory } = header;
  const { action, ...data } = answer;
  const next =
    action === 'ForwardApproval'
      ? await officeOf(runtime, holders, { role: LAST, territory, own: ownOf(runtime, caller, territory) })
      : undefined;
  const facts = { ...data, ...(next ? { next } : {}) };
  return runtime.desk.handle({ action, caller, stream: { ...stream, territory }, decider: approval, data: facts });
}

interface Own {
  roles: string[];
  names: string[];
}

function ownOf({ authority }: Runtime, { actor, askedRole }: Caller, place: Territory): Own {
  const there = authority.grantsOf(actor).filter(({ territory }) => covers(territory, place));
  const grants = there.filter(({ role }) => askedRole === undefined || role === askedRole);
  const organisations = grants.flatMap(({ organisation }) => organisation ?? []);
  return { roles: grants.map(({ role }) => role), names: [actor, ...organisations] };
}

/** The nearest office of that role which is not the asking side itself. */
async function officeOf(
  runtime: Runtime,
  holders: Holders,
  { role, territory, own }: { role: string; territory: Territory; own: Own },
): Promise<Answering | undefined> {
  const office = (await holders(role, territory)).find((holder) => !own.names.includes(holder));
  if (office === undefined) return undefined;
  const rule = obligingRule(runtime, { role, action: 'GrantApproval', territory });
  const clock = rule && { rule: rule.id, minutes: rule.deadlineMinutes, escalateTo: rule.escalateTo };
  return { role, office, ...clock };
}

/** What the matrix forbids to every role of the asking side, silence must not grant it. */
function isForbidden(
  { authority, clock }: Runtime,
  roles: string[],
  { action, territory }: { action: string; territory: Territory },
): boolean {
  const inForce = authority.inForce(territory);
  if (!inForce || roles.length === 0) return false;
  const { matrix, posture, risk } = inForce;
  const asked = { action: action as Action, posture, risk, at: clock.now() };
  return roles.every((role) => evaluate(matrix, { ...asked, role: role as Role }).verdict === 'forbidden');
}

/** What timers and events issue. */
export function approvalsIssued(runtime: Runtime): IssuedTable {
  const decider = approval as AnyDecider;
  const ruleNow = async (streamId: string) => {
    const { state, header } = await runtime.store.load(streamId, approval);
    if (state.status !== 'pending' || !header) return undefined;
    return obligingRule(runtime, { role: state.hop.role, action: 'GrantApproval', territory: header.territory });
  };
  return {
    ElapseApproval: {
      decider,
      data: async ({ stream, data }) => ({ ...(data as object), clocked: (await ruleNow(stream.id)) !== undefined }),
    },
    ReviewApproval: {
      decider,
      async data({ stream, data }) {
        const rule = await ruleNow(stream.id);
        return { ...(data as object), ...(rule ? { rule: rule.id, minutes: rule.deadlineMinutes } : {}) };
      },
    },
    CountApprovalSteps: { decider: approvalSteps as AnyDecider },
  };
}
