import { envelopeOf, resultOf, type DeskOptions } from './envelope.js';
import { judgeSystem, systemBy } from './duty.js';
import type { Judgement } from './refusing.js';
import { hashText, type Territory } from '@baogong/kernel';
import type { CommandDesk, CommandResult, IssuedUnit, IssueOrigin } from './desk-types.js';
import { DEFAULT_RISK, type Action } from '@baogong/duties';
import type { Admission } from '@baogong/event-store';
import type { IssuedCommand } from '@baogong/decider';
import type { InForce, IssuedTable } from './types.js';
import type { Log } from '@baogong/observability';

/** A command of the role `system`: same rules, same log, no person. */
export async function issueUnit(options: DeskOptions, unit: IssuedUnit): Promise<CommandResult> {
  const { command, decider, key } = unit;
  const { action, stream } = command;
  const data = unit.data ? await unit.data(command) : command.data;
  const admit = (territory: Territory): Admission => {
    const judged = judgeIssued(options, unit, territory);
    if (!judged.ok) return { ok: false, refusal: judged.refusal };
    return { ok: true, envelope: envelopeOf(options, judged, unit) };
  };
  const outcome = await options.store.execute({
    stream,
    decider,
    key,
    // Of the command as it was issued: facts looked up since may differ, the answer to a redo may not.
    requestHash: hashText(action, stream.id, JSON.stringify(command.data) ?? ''),
    actor: systemBy().actor,
    admit: (header) => admit(header?.territory ?? stream.territory),
    command: () => ({ type: action, at: options.clock.now(), by: systemBy(), data }),
  });
  return resultOf(options.service, outcome);
}

/** Before the first matrix nothing could be allowed, not even the activation of that matrix. */
function judgeIssued({ authority, clock }: DeskOptions, unit: IssuedUnit, territory: Territory): Judgement {
  if (unit.installation && !authority.matrix()) {
    const matrix = { version: 0, rules: [] };
    const inForce: InForce = { matrix, policyVersion: 0, posture: 'normal', risk: DEFAULT_RISK };
    return { ok: true, by: systemBy(), rule: 'installation', inForce };
  }
  const action = unit.duty ?? (unit.command.action as Action);
  return judgeSystem(authority, { actor: systemBy().actor, action, territory, at: clock.now() });
}

/** The command could not be carried out for now; its consumer or timer comes back to it. */
export class CommandDelayed extends Error {
  readonly transient = true;
}

/** Looks the action up in the service's table and carries it out; returns when nothing more is to be done. */
export function issuerOf(desk: CommandDesk, table: IssuedTable, log: Log) {
  return async (command: IssuedCommand, origin: IssueOrigin): Promise<void> => {
    const handler = table[command.action];
    if (!handler) throw new Error(`no decider is given for the issued command ${command.action}`);
    const { decider, data, duty, expects = [] } = handler;
    const result = await desk.issue({
      command,
      decider,
      ...origin,
      ...(data ? { data } : {}),
      ...(duty ? { duty } : {}),
    });
    const where = { action: command.action, stream: command.stream.id, key: origin.key };
    switch (result.kind) {
      case 'done':
        return;
      case 'rejected':
        if (!expects.includes(result.code)) log.warn({ ...where, rejection: result.code }, 'issued command rejected');
        return;
      case 'overloaded':
      case 'authority-unknown':
        throw new CommandDelayed(`${command.action} has to wait: ${result.kind}`);
      default:
        throw new Error(`${command.action} on ${command.stream.id} was answered ${result.kind}`);
    }
  };
}
