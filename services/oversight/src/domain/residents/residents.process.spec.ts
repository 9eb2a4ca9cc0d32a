import { actor, type ActorCommand, type ActorEvent } from '../actor/actor.js';
import { residents, type HouseholdMovedIn } from './residents.process.js';

const at = '2026-04-15T00:00:00.000Z';
const territory = 'd-pudong/s-weifang/c-y/b-07/u-1/h-0302';
const movedIn = (...members: string[]): HouseholdMovedIn => ({
  householdId: '0302',
  territory,
  members,
});
const noted = (event: HouseholdMovedIn, before: readonly string[] = []) =>
  residents.react(event, before).map(({ actorId }) => actorId);

describe('residents', () => {
  it('S1: hears of a household with two members and notes both', () =>
    expect(noted(movedIn('re-0001', 're-0002'))).toEqual(['re-0001', 're-0002']));
  it('hears the same again and notes nothing', () =>
    expect(noted(movedIn('re-0001', 're-0002'), ['re-0001', 're-0002'])).toEqual([]));
  it('notes a member named twice once', () => expect(noted(movedIn('re-0001', 're-0001'))).toEqual(['re-0001']));
  it('has no instance for a household without members', () => expect(residents.streamOf(movedIn())).toBeUndefined());

  it('S1: asks to register each and to grant the role for the household alone', () => {
    const [out] = residents.react(movedIn('re-0001'), []);
    expect(residents.commandsOf(out!).map(({ action, stream, data }) => [action, stream.id, stream.territory, data])).toEqual([
      ['RegisterActor', 'actor-re-0001', 'd-pudong/s-weifang/c-y', { actorId: 're-0001', kind: 'person' }],
      [
        'GrantRole', 'actor-re-0001', 'd-pudong/s-weifang/c-y',
        { grantId: 'residency-0302-re-0001', actorId: 're-0001', role: 'resident', territory, reach: [{ role: 'system', territory }] },
      ],
    ]); // prettier-ignore
  });

  it('asks for what the actor accepts, once and again', () => {
    const [out] = residents.react(movedIn('re-0001'), []);
    const by = { actor: 'system', role: 'system', organisation: '', households: [] };
    const commands = residents
      .commandsOf(out!)
      .map(({ action, data }) => ({ type: action, at, by, data }) as ActorCommand);
    const events: ActorEvent[] = [];
    for (const command of [...commands, ...commands]) {
      const decision = actor.decide(command, events.reduce(actor.evolve, actor.initial));
      if (decision.kind === 'rejected') throw new Error(decision.code);
      events.push(...decision.events);
    }
    expect(events.map(({ type }) => type)).toEqual(['ActorRegistered', 'RoleGranted']);
  });
});
