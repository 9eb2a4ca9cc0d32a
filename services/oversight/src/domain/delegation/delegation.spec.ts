import { specificationOf } from '@baogong/decider';
import { delegation, type DelegationCommand, type DelegationEvent, type Passing, type Right } from './delegation.js';

const at = '2026-04-15T00:00:00.000Z';
const c = 'd-pudong/s-weifang/c-y';
const { given } = specificationOf(delegation);
const by = (actor: string, role = 'residents-committee') => ({ actor, role, organisation: actor, households: [] });
const passing: Passing = {
  delegationId: 'de-1',
  from: 'rc-y',
  to: 'pf-y',
  role: 'residents-committee',
  territory: `${c}/b-07`,
  actions: ['PackParcel'],
  organisation: 'rc-y',
  startsAt: at,
  expiresAt: '2026-04-22T00:00:00.000Z',
};
const own: Right[] = [{ role: 'residents-committee', territory: c }];
const delegate = (more: Partial<Passing> = {}, facts: object = {}): DelegationCommand => ({
  type: 'DelegateDuty',
  at,
  by: by('rc-y'),
  data: { ...passing, own, known: true, undelegable: ['IssuePolicy'], ...more, ...facts },
});
const revoke = (actor: string, role?: string, reach: Right[] = []): DelegationCommand => ({
  type: 'RevokeDelegation',
  at,
  by: by(actor, role),
  data: { reach },
});
const delegated: DelegationEvent = { type: 'DutyDelegated', at, data: passing };
const revoked: DelegationEvent = {
  type: 'DelegationRevoked',
  at,
  data: { delegationId: 'de-1', from: 'rc-y', to: 'pf-y' },
};

describe('delegating a duty', () => {
  it('S3 S47: hands named actions over, in one place, until a time', () => given().when(delegate()).then(delegated));
  it('S47: keeps policy powers where they are', () =>
    given()
      .when(delegate({ actions: ['PackParcel', 'IssuePolicy'] }))
      .thenRejected('not-delegable'));
  it('S47: reaches no further than the right itself', () => {
    for (const territory of ['d-pudong/s-weifang', 'd-pudong/s-weifang/c-z', 'd-pudong/s-weifang/c-yy'])
      given().when(delegate({ territory })).thenRejected('not-yours-to-delegate');
    given()
      .when(delegate({ role: 'property-firm' }))
      .thenRejected('not-yours-to-delegate');
    given()
      .when(delegate({}, { own: [{ ...own[0], actions: ['OpenRound'] }] }))
      .thenRejected('not-yours-to-delegate');
  });
  it('S47: is not passed on by the one who received it', () =>
    given()
      .when(delegate({}, { own: [{ ...own[0], delegatedBy: 'rc-z' }] }))
      .thenRejected('passed-on-already'));
  it('S47: does not come back in a circle', () =>
    given()
      .when(delegate({}, { own: [...own, { ...own[0], delegatedBy: 'pf-y', actions: ['PackParcel', 'OpenRound'] }] }))
      .thenRejected('delegation-cycle'));
  it('is not to oneself, nor to an unknown actor', () => {
    given()
      .when(delegate({ to: 'rc-y' }))
      .thenRejected('to-oneself');
    given()
      .when(delegate({}, { known: false }))
      .thenRejected('unknown-actor');
  });
  it('S47: ends, and not too late', () => {
    given()
      .when(delegate({ expiresAt: at }))
      .thenRejected('no-end');
    given()
      .when(delegate({ startsAt: '2026-04-01T00:00:00.000Z', expiresAt: '2026-04-14T00:00:00.000Z' }))
      .thenRejected('no-end');
    given()
      .when(delegate({ expiresAt: '2026-07-15T00:00:00.000Z' }))
      .thenRejected('too-long');
  });
  it('refuses a place that is none, and an id twice', () => {
    given()
      .when(delegate({ territory: `${c}/b-07/c-y` }))
      .thenRejected('unknown-territory');
    given(delegated).when(delegate()).thenRejected('already-delegated');
    given(delegated, revoked).when(delegate()).thenRejected('already-delegated');
  });
});

describe('revoking a delegation', () => {
  it('S47: is for whoever delegated', () => given(delegated).when(revoke('rc-y')).then(revoked));
  it('is for the district above', () => {
    const office: Right = { role: 'district-office', territory: 'd-pudong' };
    given(delegated)
      .when(revoke('do-1', 'district-office', [office]))
      .then(revoked);
    given(delegated)
      .when(revoke('do-2', 'district-office', [{ ...office, territory: 'd-other' }]))
      .thenRejected('not-your-delegation');
  });
  it('is not for another', () => given(delegated).when(revoke('rc-z')).thenRejected('not-your-delegation'));
  it('changes nothing the second time', () => given(delegated, revoked).when(revoke('rc-y')).thenNothing());
  it('needs a delegation', () => given().when(revoke('rc-y')).thenRejected('never-delegated'));
});
