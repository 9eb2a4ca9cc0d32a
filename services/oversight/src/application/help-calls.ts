import type { AnyDecider, Caller, CommandResult, InForce, IssuedTable } from '@baogong/commanding';
import { evaluate, type Action } from '@baogong/duties';
import type { Instant } from '@baogong/kernel';
import {
  helpCall,
  type Call,
  type HelpCallCommand,
  type HelpCallEvent,
  type HelpCallRejection,
} from '../domain/help-call/help-call.js';
import type { Runtime } from './runtime.js';
import { helpCallStream } from './streams.js';

export type HelpCallResult = CommandResult<HelpCallEvent, HelpCallRejection>;

export function callForHelp({ desk }: Runtime, caller: Caller, data: Call): Promise<HelpCallResult> {
  return desk.handle({
    action: 'CallForHelp',
    caller,
    stream: helpCallStream(data.callId, data.territory),
    decider: helpCall,
    data,
    toCommand(command, _state, inForce): HelpCallCommand {
      const unfit = data.actions.find((action) => !isForHelpers(inForce, action as Action, command.at));
      return { ...command, type: 'CallForHelp', data: { ...data, ...(unfit === undefined ? {} : { unfit }) } };
    },
  });
}

/** What a volunteer may do there whom somebody leads and nobody has trained. */
function isForHelpers({ matrix, posture, risk }: InForce, action: Action, at: Instant): boolean {
  const facts = { trained: false, 'under-lead': true };
  const { verdict } = evaluate(matrix, { role: 'volunteer', action, posture, risk, facts, at });
  return verdict === 'allowed' || verdict === 'obliged';
}

type OnCall = { action: 'SignUpForHelp' } | { action: 'EndHelpCall'; reason: string };

export async function onHelpCall(
  { desk, store }: Runtime,
  caller: Caller,
  { callId, action, ...data }: OnCall & { callId: string },
): Promise<HelpCallResult> {
  const { state } = await store.load(helpCallStream(callId, '').id, helpCall);
  if (state.status === 'none') return { kind: 'not-found' };
  const stream = helpCallStream(callId, state.call.territory);
  return desk.handle({ action, caller, stream, decider: helpCall, data });
}

export const issuedOnHelpCalls = (): IssuedTable => ({ EndHelpCall: { decider: helpCall as AnyDecider } });
