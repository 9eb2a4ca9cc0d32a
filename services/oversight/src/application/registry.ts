import type { Caller, CommandResult } from '@baogong/commanding';
import { communityOf, householdOf, type Territory } from '@baogong/kernel';
import { actor, type Grant, type Reach, type Registration } from '../domain/actor/actor.js';
import { posture, type Switch } from '../domain/posture/posture.js';
import { risk, type Setting } from '../domain/risk/risk.js';
import { isRegistered } from './places.js';
import type { Runtime } from './runtime.js';
import { actorStream, postureStream, riskStream } from './streams.js';

export function registerActor(
  { desk }: Runtime,
  caller: Caller,
  { territory, ...data }: Registration & { territory: Territory },
): Promise<CommandResult> {
  const stream = actorStream(data.actorId, territory);
  return desk.handle({ action: 'RegisterActor', caller, stream, decider: actor, data });
}

export async function grantRole(runtime: Runtime, caller: Caller, grant: Grant): Promise<CommandResult> {
  const { territory } = grant;
  const community = communityOf(territory) ?? territory;
  // The district knows its communities and the register of orders its households; what lies between has to be registered.
  const isBetween = territory !== community && householdOf(territory) === undefined;
  const unregistered = isBetween && !(await isRegistered(runtime, territory));
  return runtime.desk.handle({
    action: 'GrantRole',
    caller,
    stream: actorStream(grant.actorId, community),
    decider: actor,
    data: { ...grant, reach: reachOf(runtime, caller), ...(unregistered ? { unregistered } : {}) },
  });
}

export function withdrawRole(
  runtime: Runtime,
  caller: Caller,
  grant: { grantId: string; actorId: string; territory: Territory },
): Promise<CommandResult> {
  const { grantId, actorId, territory } = grant;
  return runtime.desk.handle({
    action: 'WithdrawRole',
    caller,
    stream: actorStream(actorId, territory),
    decider: actor,
    data: { grantId, actorId, reach: reachOf(runtime, caller) },
  });
}

export function switchPosture({ desk }: Runtime, caller: Caller, data: Switch): Promise<CommandResult> {
  return desk.handle({
    action: 'SwitchPosture',
    caller,
    stream: postureStream(data.territory),
    decider: posture,
    data,
  });
}

export function setRiskLevel({ desk }: Runtime, caller: Caller, data: Setting): Promise<CommandResult> {
  const stream = riskStream(data.territory);
  return desk.handle({ action: 'SetRiskLevel', caller, stream, decider: risk, data });
}

/** The granting side's own grants as this service knows them now: facts for the decider. */
function reachOf({ authority }: Runtime, { actor: actorId }: Caller): Reach[] {
  return authority
    .grantsOf(actorId)
    .filter(({ delegatedBy, actions }) => delegatedBy === undefined && actions === undefined)
    .map(({ role, territory }) => ({ role, territory }));
}
