import { specificationOf } from '@baogong/decider';
import { posture, type PostureCommand, type PostureEvent, type Switch } from './posture.js';

const at = '2026-04-15T00:00:00.000Z';
const { given } = specificationOf(posture);
const lockdown: Switch = { posture: 'lockdown', territory: 'd-pudong', reason: 'order 12 of the district command' };
const ask = (more: Partial<Switch> = {}): PostureCommand => ({
  type: 'SwitchPosture',
  at,
  by: { actor: 'do-1', role: 'district-office', organisation: 'do', households: [] },
  data: { ...lockdown, ...more },
});
const switched: PostureEvent = { type: 'PostureSwitched', at, data: lockdown };

describe('switching the posture', () => {
  it('S6: changes it with a reason', () => given().when(ask()).then(switched));
  it('S6: goes on to recovery', () =>
    given(switched)
      .when(ask({ posture: 'recovery' }))
      .then({ ...switched, data: { ...lockdown, posture: 'recovery' } }));
  it('refuses without a reason', () =>
    given()
      .when(ask({ reason: '  ' }))
      .thenRejected('no-reason'));
  it('refuses a place that is none', () =>
    given()
      .when(ask({ territory: 'x' }))
      .thenRejected('unknown-territory'));
  it('S6 S9: brings the ration and the kind of crisis with it, in one event', () => {
    const flood = { incident: 'flood', rationing: { perItem: 1 } };
    given()
      .when(ask(flood))
      .then({ ...switched, data: { ...lockdown, ...flood } });
    given(switched)
      .when(ask({ rationing: { perItem: 2 } }))
      .then({ ...switched, data: { ...lockdown, rationing: { perItem: 2 } } });
    given()
      .when(ask({ rationing: { perItem: 0 } }))
      .thenRejected('ration-not-positive');
  });
  it('refuses the posture that holds', () => given(switched).when(ask()).thenRejected('already-in-posture'));
});
