import type { IssuedCommand } from '@baogong/decider';
import { actor, type ActorCommand, type ActorEvent } from '../actor/actor.js';
import { residents, type HouseholdTold, type ResidentsState } from './residents.process.js';

const at = '2026-04-15T00:00:00.000Z';
const territory = 'd-pudong/s-weifang/c-y/b-07/u-1/h-0302';
const told = (...members: string[]): HouseholdTold => ({
  householdId: '0302',
  territory,
  members,
});
const after = (...events: HouseholdTold[]): ResidentsState =>
  events.reduce((state, event) => residents.react(event, state).reduce(residents.evolve, state), residents.initial);
const noted = (event: HouseholdTold, ...before: HouseholdTold[]) =>
  residents.react(event, after(...before)).map(({ actorId, left }) => (left ? `${actorId} left` : actorId));

describe('residents', () => {
  it('S1: hears of a household with two members and notes both', () =>
    expect(noted(told('re-0001', 're-0002'))).toEqual(['re-0001', 're-0002']));
  it('hears the same again and notes nothing', () =>
    expect(noted(told('re-0001', 're-0002'), told('re-0001', 're-0002'))).toEqual([]));
  it('notes a member named twice once', () => expect(noted(told('re-0001', 're-0001'))).toEqual(['re-0001']));
  it('has no instance for a household without members', () => expect(residents.streamOf(told())).toBeUndefined());

  it('S1: asks to register each and to grant the role for the household alone', () => {
    const [out] = residents.react(told('re-0001'), {});
    expect(residents.commandsOf(out!).map(({ action, stream, data }) => [action, stream.id, stream.territory, data])).toEqual([
      ['RegisterActor', 'actor-re-0001', 'd-pudong/s-weifang/c-y', { actorId: 're-0001', kind: 'person' }],
      [
        'GrantRole', 'actor-re-0001', 'd-pudong/s-weifang/c-y',
        { grantId: 'residency-0302-re-0001', actorId: 're-0001', role: 'resident', territory, reach: [{ role: 'system', territory }] },
      ],
    ]); // prettier-ignore
  });

  it('hears that one left and another came, and notes both', () =>
    expect(noted(told('re-0001', 're-0003'), told('re-0001', 're-0002'))).toEqual(['re-0003', 're-0002 left']));
  it('withdraws the role of whoever left', () => {
    const [, out] = residents.react(told('re-0003'), after(told('re-0001')));
    expect(residents.commandsOf(out!).map(({ action, stream, data }) => [action, stream.id, data])).toEqual([
      [
        'WithdrawRole', 'actor-re-0001',
        { grantId: 'residency-0302-re-0001', actorId: 're-0001', reach: [{ role: 'system', territory }] },
      ],
    ]); // prettier-ignore
  });

  it('asks for what the actor accepts when one leaves and comes back', () => {
    const history = [told('re-0001', 're-0002'), told('re-0002'), told('re-0001', 're-0002')];
    const outs = history.flatMap((event, index) => residents.react(event, after(...history.slice(0, index))));
    const commands = outs.filter(({ actorId }) => actorId === 're-0001').flatMap((out) => residents.commandsOf(out));
    expect(typesOf(commands.flatMap((command) => [command, command]))).toEqual([
      'ActorRegistered',
      'RoleGranted',
      'RoleWithdrawn',
      'RoleGranted',
    ]);
  });

  it('asks for what the actor accepts, once and again', () => {
    const [out] = residents.react(told('re-0001'), {});
    const commands = residents.commandsOf(out!);
    expect(typesOf([...commands, ...commands])).toEqual(['ActorRegistered', 'RoleGranted']);
  });
});

/** What the actor's stream holds after these commands; none of them may be refused. */
function typesOf(commands: IssuedCommand[]): string[] {
  const by = { actor: 'system', role: 'system', organisation: '', households: [] };
  const events: ActorEvent[] = [];
  for (const { action, data } of commands) {
    const command = { type: action, at, by, data } as ActorCommand;
    const decision = actor.decide(command, events.reduce(actor.evolve, actor.initial));
    if (decision.kind === 'rejected') throw new Error(decision.code);
    events.push(...decision.events);
  }
  return events.map(({ type }) => type);
}
