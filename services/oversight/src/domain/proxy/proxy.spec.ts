import { specificationOf } from '@baogong/decider';
import { proxy, type Appointment, type ProxyCommand, type ProxyEvent } from './proxy.js';

const at = '2026-04-15T00:00:00.000Z';
const { given } = specificationOf(proxy);
const resident = { actor: 're-1', role: 'resident', organisation: 're-1', households: ['0302'] };
const neighbour = { actor: 're-2', role: 'resident', organisation: 're-2', households: ['0401'] };
const committee = { actor: 'rc-y', role: 'residents-committee', organisation: 'rc-y', households: [] };
const appointment: Appointment = {
  proxyId: 'px-1',
  householdId: '0302',
  territory: 'd-pudong/s-weifang/c-y/l-1/h-0302',
  actorId: 'vo-1',
  kind: 'volunteer',
  consent: 'own-account',
  actions: ['PlaceOrder'],
  startsAt: at,
  expiresAt: '2026-05-15T00:00:00.000Z',
};
const appoint = (more: object = {}, by = resident): ProxyCommand => ({
  type: 'AppointProxy',
  at,
  by,
  data: { ...appointment, known: true, proxyActions: ['PlaceOrder', 'SeePass'], ...more },
});
const revoke = (by = resident): ProxyCommand => ({ type: 'RevokeProxy', at, by, data: {} });
const appointed: ProxyEvent = { type: 'ProxyAppointed', at, data: appointment };
const revoked: ProxyEvent = { type: 'ProxyRevoked', at, data: { proxyId: 'px-1', actorId: 'vo-1' } };

describe('appointing a proxy', () => {
  it('S3: is what a household does for itself', () => given().when(appoint()).then(appointed));
  it('S3 S11: is written down by the committee where the household said so', () => {
    for (const consent of ['in-person', 'telephone', 'paper'] as const)
      given()
        .when(appoint({ consent }, committee))
        .then({ ...appointed, data: { ...appointment, consent } });
  });
  it('S3: needs a consent that somebody heard', () => {
    given().when(appoint({}, committee)).thenRejected('consent-not-heard');
    given()
      .when(appoint({ consent: 'paper' }))
      .thenRejected('consent-not-heard');
  });
  it('is not for the neighbour to do, nor for the proxy', () => {
    given().when(appoint({}, neighbour)).thenRejected('not-your-household');
    given()
      .when(appoint({ actorId: 're-1' }))
      .thenRejected('to-oneself');
  });
  it('S78: covers orders and passes, not the household itself', () =>
    given()
      .when(appoint({ actions: ['SeeHousehold'] }))
      .thenRejected('not-for-proxies'));
  it('names a household, a known actor and an end', () => {
    given()
      .when(appoint({ territory: 'd-pudong/s-weifang/c-y/l-1' }))
      .thenRejected('not-a-household');
    given()
      .when(appoint({ territory: 'd-pudong/s-weifang/c-y/l-1/h-0401' }))
      .thenRejected('not-a-household');
    given()
      .when(appoint({ known: false }))
      .thenRejected('unknown-actor');
    given()
      .when(appoint({ expiresAt: at }))
      .thenRejected('no-end');
    given()
      .when(appoint({ expiresAt: '2027-01-01T00:00:00.000Z' }))
      .thenRejected('too-long');
  });
  it('happens once per id', () => {
    given(appointed).when(appoint()).thenRejected('already-appointed');
    given(appointed, revoked).when(appoint()).thenRejected('already-appointed');
  });
});

describe('revoking a proxy', () => {
  it('S3: is the right of the household and of its committee', () => {
    given(appointed).when(revoke()).then(revoked);
    given(appointed).when(revoke(committee)).then(revoked);
  });
  it('is not the neighbour’s', () => given(appointed).when(revoke(neighbour)).thenRejected('not-your-household'));
  it('changes nothing the second time', () => given(appointed, revoked).when(revoke()).thenNothing());
  it('needs a proxy', () => given().when(revoke()).thenRejected('never-appointed'));
});
