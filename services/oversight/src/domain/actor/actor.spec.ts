import { specificationOf } from '@baogong/decider';
import { actor, type ActorCommand, type ActorEvent, type Grant, type Reach } from './actor.js';

const at = '2026-04-15T00:00:00.000Z';
const c = 'd-pudong/s-weifang/c-y';
const { given } = specificationOf(actor);
const by = (role: string) => ({ actor: 'someone', role, organisation: 'some', households: [] });

const registered: ActorEvent = { type: 'ActorRegistered', at, data: { actorId: 'vo-001', kind: 'person' } };
const held: Grant = {
  ...{ grantId: 'g-1', actorId: 'vo-001', role: 'volunteer', territory: c },
  expiresAt: '2026-06-01T00:00:00.000Z',
};
const granted: ActorEvent = { type: 'RoleGranted', at, data: held };
const withdrawn: ActorEvent = { type: 'RoleWithdrawn', at, data: { grantId: 'g-1', actorId: 'vo-001' } };

const register = (data: { kind: 'person' | 'organisation'; name?: string }): ActorCommand => ({
  type: 'RegisterActor',
  at,
  by: by('district-office'),
  data: { actorId: 'vo-001', ...data },
});
const reachOf = (role: string): Reach[] => [{ role, territory: role === 'district-office' ? 'd-pudong' : c }];
const grant = (role: string, more: Partial<Grant> = {}): ActorCommand => ({
  type: 'GrantRole',
  at,
  by: by(role),
  data: { ...held, ...more, reach: reachOf(role) },
});
const withdraw = (role: string, reach = reachOf(role)): ActorCommand => ({
  type: 'WithdrawRole',
  at,
  by: by(role),
  data: { grantId: 'g-1', actorId: 'vo-001', reach },
});

describe('registering an actor', () => {
  it('S1: enters a person without a name', () =>
    given()
      .when(register({ kind: 'person' }))
      .then(registered));
  it('S78: refuses the name of a person', () =>
    given()
      .when(register({ kind: 'person', name: 'Li' }))
      .thenRejected('person-with-name'));
  it('S2: names an organisation', () =>
    given()
      .when(register({ kind: 'organisation', name: 'Y Garden Property' }))
      .then({ ...registered, data: { actorId: 'vo-001', kind: 'organisation', name: 'Y Garden Property' } }));
  it('refuses an organisation without a name', () =>
    given()
      .when(register({ kind: 'organisation' }))
      .thenRejected('organisation-without-name'));
  it('changes nothing the second time', () =>
    given(registered)
      .when(register({ kind: 'person' }))
      .thenNothing());
  it('does not turn a person into an organisation', () =>
    given(registered)
      .when(register({ kind: 'organisation', name: 'x' }))
      .thenRejected('already-registered'));
});

describe('granting a role', () => {
  it('lets a committee take in a volunteer of its territory', () =>
    given(registered).when(grant('residents-committee')).then(granted));
  it('keeps a committee from making committees, firms or stations', () => {
    for (const role of ['residents-committee', 'property-firm', 'pickup-station', 'district-office', 'system'])
      given(registered).when(grant('residents-committee', { role })).thenRejected('role-not-yours-to-grant');
  });
  it('lets nobody else grant anything, whatever the matrix says', () => {
    for (const role of ['property-firm', 'platform', 'volunteer', 'resident', 'transporter', 'unknown'])
      given(registered).when(grant(role)).thenRejected('role-not-yours-to-grant');
  });
  it('S4: keeps a committee within its territory', () =>
    given(registered)
      .when(grant('residents-committee', { territory: 'd-pudong/s-weifang/c-z' }))
      .thenRejected('outside-your-territory'));
  it('S2: lets the district take in an outside organisation until a date', () => {
    const more = {
      role: 'platform',
      territory: 'd-pudong',
      organisation: 'gp-1',
      expiresAt: '2026-05-01T00:00:00.000Z',
    };
    given(registered)
      .when(grant('district-office', more))
      .then({ ...granted, data: { ...held, ...more } });
  });
  it('S2: lets nobody from outside in for good: without an end it is 90 days, and never more than a year', () => {
    for (const role of ['platform', 'transporter', 'social-organisation', 'volunteer']) {
      const { expiresAt: _end, ...open } = held;
      const asked = (more: Partial<Grant>): ActorCommand => ({
        ...{ type: 'GrantRole', at, by: by('district-office') },
        data: { ...open, role, ...more, reach: reachOf('district-office') },
      });
      const ends: ActorEvent = { ...granted, data: { ...held, role, expiresAt: '2026-07-14T00:00:00.000Z' } };
      given(registered).when(asked({})).then(ends);
      given(registered, ends).when(asked({})).thenNothing();
      given(registered)
        .when(asked({ expiresAt: '2027-05-01T00:00:00.000Z' }))
        .thenRejected('too-long');
    }
  });
  it('S1: leaves offices, firms and residents without an end', () => {
    const { expiresAt: _end, ...open } = held;
    const data = { ...open, role: 'property-firm' };
    given(registered)
      .when({
        ...{ type: 'GrantRole', at, by: by('district-office') },
        data: { ...data, reach: reachOf('district-office') },
      })
      .then({ ...granted, data });
  });
  it('S4: refuses a place below a community that its registry does not know', () =>
    given(registered)
      .when({
        ...{ type: 'GrantRole', at, by: by('district-office') },
        data: { ...held, territory: `${c}/b-99`, unregistered: true, reach: reachOf('district-office') },
      })
      .thenRejected('territory-not-registered'));
  it('refuses a grant that has run out already', () =>
    given(registered)
      .when(grant('district-office', { expiresAt: at }))
      .thenRejected('already-expired'));
  it('refuses a place that is none', () =>
    given(registered)
      .when(grant('district-office', { territory: 'somewhere' }))
      .thenRejected('unknown-territory'));
  it('refuses an actor nobody registered', () => given().when(grant('district-office')).thenRejected('unknown-actor'));
  it('changes nothing the second time', () =>
    given(registered, granted).when(grant('residents-committee')).thenNothing());
  it('does not turn a grant into another', () =>
    given(registered, granted)
      .when(grant('district-office', { territory: 'd-pudong' }))
      .thenRejected('already-granted'));
  it('does not revive a withdrawn grant', () =>
    given(registered, granted, withdrawn).when(grant('residents-committee')).thenRejected('already-granted'));
});

describe('the actor system', () => {
  it('is given no role, by nobody', () => {
    for (const role of ['system', 'district-office', 'resident'])
      given(registered)
        .when(grant('district-office', { actorId: 'system', role }))
        .thenRejected('system-holds-no-role');
  });
});

describe('withdrawing a role', () => {
  it('ends what was granted', () => given(registered, granted).when(withdraw('residents-committee')).then(withdrawn));
  it('changes nothing the second time', () =>
    given(registered, granted, withdrawn).when(withdraw('residents-committee')).thenNothing());
  it('refuses what was never granted', () =>
    given(registered).when(withdraw('district-office')).thenRejected('never-granted'));
  it('refuses an unknown actor', () => given().when(withdraw('district-office')).thenRejected('unknown-actor'));
  it('is not for another committee', () =>
    given(registered, granted)
      .when(withdraw('residents-committee', [{ role: 'residents-committee', territory: 'd-pudong/s-weifang/c-z' }]))
      .thenRejected('outside-your-territory'));
  it('is not for those who execute policy', () =>
    given(registered, granted).when(withdraw('property-firm')).thenRejected('role-not-yours-to-grant'));
});
