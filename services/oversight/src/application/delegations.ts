import type { Caller, CommandResult } from '@baogong/commanding';
import { PROXY_ACTIONS, UNDELEGABLE_ACTIONS } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import { actor } from '../domain/actor/actor.js';
import { delegation, type Passing } from '../domain/delegation/delegation.js';
import { place } from '../domain/place/place.js';
import { proxy, type Appointment } from '../domain/proxy/proxy.js';
import { isRegistered } from './places.js';
import type { Runtime } from './runtime.js';
import { actorStream, delegationStream, placeStream, proxyStream } from './streams.js';

export async function delegateDuty(
  runtime: Runtime,
  caller: Caller,
  asked: Omit<Passing, 'from' | 'organisation'>,
): Promise<CommandResult> {
  const rights = runtime.authority.grantsOf(caller.actor);
  const own = rights.find(({ role, delegatedBy }) => role === asked.role && delegatedBy === undefined);
  return runtime.desk.handle({
    action: 'DelegateDuty',
    caller,
    stream: delegationStream(asked.delegationId, asked.territory),
    decider: delegation,
    data: {
      ...asked,
      from: caller.actor,
      organisation: own?.organisation ?? caller.actor,
      own: rights,
      known: await isKnown(runtime, asked.to),
      undelegable: UNDELEGABLE_ACTIONS,
    },
  });
}

export async function revokeDelegation(runtime: Runtime, caller: Caller, id: string): Promise<CommandResult> {
  const { state } = await runtime.store.load(delegationStream(id, '').id, delegation);
  if (state.status === 'none') return { kind: 'not-found' };
  const territory = state.status === 'running' ? state.passing.territory : '';
  return runtime.desk.handle({
    action: 'RevokeDelegation',
    caller,
    stream: delegationStream(id, territory),
    decider: delegation,
    data: { reach: runtime.authority.grantsOf(caller.actor) },
  });
}

export async function appointProxy(runtime: Runtime, caller: Caller, asked: Appointment): Promise<CommandResult> {
  const known = await isKnown(runtime, asked.actorId);
  return runtime.desk.handle({
    action: 'AppointProxy',
    caller,
    stream: proxyStream(asked.proxyId, asked.territory),
    decider: proxy,
    data: { ...asked, known, proxyActions: PROXY_ACTIONS },
  });
}

export async function revokeProxy(runtime: Runtime, caller: Caller, id: string): Promise<CommandResult> {
  const { state } = await runtime.store.load(proxyStream(id, '').id, proxy);
  if (state.status === 'none') return { kind: 'not-found' };
  const territory = state.status === 'running' ? state.appointment.territory : '';
  const stream = proxyStream(id, territory);
  return runtime.desk.handle({ action: 'RevokeProxy', caller, stream, decider: proxy, data: {} });
}

export async function registerTerritory(
  runtime: Runtime,
  caller: Caller,
  asked: { territory: Territory; name?: string },
): Promise<CommandResult> {
  const above = asked.territory.split('/').slice(0, -1).join('/');
  const parentKnown = await isRegistered(runtime, above);
  return runtime.desk.handle({
    action: 'RegisterTerritory',
    caller,
    stream: placeStream(asked.territory),
    decider: place,
    data: { ...asked, parentKnown },
  });
}

/** The machinery itself takes nothing over. */
async function isKnown({ store }: Runtime, actorId: string): Promise<boolean> {
  if (actorId === 'system') return false;
  return (await store.load(actorStream(actorId, '').id, actor)).state.status === 'registered';
}
