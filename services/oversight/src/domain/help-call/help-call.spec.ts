import { specificationOf, type By } from '@baogong/decider';
import { addMinutes } from '@baogong/kernel';
import { helpCall, type Call, type HelpCallCommand, type HelpCallEvent } from './help-call.js';

const { given } = specificationOf(helpCall);
const at = '2026-04-15T02:00:00.000Z';
const byOf = (actor: string, role: string): By => ({ actor, role, organisation: actor, households: [] });
const committee = byOf('rc-y', 'residents-committee');
const resident = byOf('re-1', 'resident');
const system = byOf('system', 'system');
const wanted: Call = {
  callId: 'k1',
  territory: 'd-pudong/s-weifang/c-y',
  actions: ['StaffStation'],
  from: addMinutes(at, 60),
  to: addMinutes(at, 300),
  places: 2,
};
const { places, ...terms } = wanted;
const call = (more: Partial<Call> & { unfit?: string } = {}): HelpCallCommand => ({
  ...{ type: 'CallForHelp', at, by: committee },
  data: { ...wanted, ...more },
});
const called: HelpCallEvent = { type: 'HelpCalled', at, data: { ...wanted, lead: 'rc-y' } };
const signUp = (by: By = resident, when = at): HelpCallCommand => ({ type: 'SignUpForHelp', at: when, by, data: {} });
const signedUp = (actorId = 're-1', when = at): HelpCallEvent => ({
  ...{ type: 'HelpSignedUp', at: when },
  data: { ...terms, lead: 'rc-y', actorId },
});
const end = (by: By, when: string, reason?: string): HelpCallCommand => ({
  ...{ type: 'EndHelpCall', at: when, by },
  data: reason === undefined ? {} : { reason },
});
const ended = (when: string, helpers: string[], reason?: string): HelpCallEvent => ({
  ...{ type: 'HelpCallEnded', at: when },
  data: { callId: 'k1', places, helpers, ...(reason ? { how: 'withdrawn', reason } : { how: 'over' }) },
});

describe('calling for help', () => {
  it('S16: says for what, between which hours and for how many', () => given().when(call()).then(called));
  it('may be for hours that have begun', () => {
    const from = addMinutes(at, -60);
    given().when(call({ from })).then({ ...called, data: { ...called.data, from } } as HelpCallEvent); // prettier-ignore
  });
  it('is refused for hours that are none, over, too many or too far away', () => {
    const refused = (from: number, to: number) =>
      given().when(call({ from: addMinutes(at, from), to: addMinutes(at, to) }));
    refused(60, 60).thenRejected('no-hours');
    refused(-60, 0).thenRejected('in-the-past');
    refused(60, 60 + 12 * 60 + 1).thenRejected('too-long');
    refused(14 * 24 * 60 + 1, 14 * 24 * 60 + 60).thenRejected('too-far-ahead');
  });
  it('S59: is refused for what needs training, and under an id twice', () => {
    given()
      .when(call({ unfit: 'PackParcel' }))
      .thenRejected('not-for-helpers');
    given(called).when(call()).thenRejected('already-called');
  });
});

describe('signing up', () => {
  it('S16: is one step', () => given(called).when(signUp()).then(signedUp()));
  it('is possible while the hours run', () => {
    const meanwhile = addMinutes(at, 299);
    given(called).when(signUp(resident, meanwhile)).then(signedUp('re-1', meanwhile));
  });
  it('is refused twice, when all places are taken, and when it is over', () => {
    given(called, signedUp()).when(signUp()).thenRejected('already-signed-up');
    given(called, signedUp('re-2'), signedUp('re-3')).when(signUp()).thenRejected('call-full');
    given(called).when(signUp(resident, wanted.to)).thenRejected('call-over');
    given(called, ended(at, [], 'rain'))
      .when(signUp())
      .thenRejected('call-over');
    given().when(signUp()).thenRejected('unknown-call');
  });
});

describe('the end of a call', () => {
  it('S43: is recorded by its clock, with those who came', () =>
    given(called, signedUp())
      .when(end(system, wanted.to))
      .then(ended(wanted.to, ['re-1'])));
  it('is given a reason by those who withdraw it', () => {
    given(called, signedUp())
      .when(end(committee, at, 'rain'))
      .then(ended(at, ['re-1'], 'rain'));
    given(called).when(end(committee, at)).thenRejected('reason-missing');
  });
  it('comes once, and not before its time', () => {
    given(called).when(end(system, at)).thenNothing();
    given(called, ended(at, [], 'rain'))
      .when(end(system, wanted.to))
      .thenNothing();
    given(called, ended(at, [], 'rain'))
      .when(end(committee, at, 'rain'))
      .thenRejected('call-over');
  });
});
