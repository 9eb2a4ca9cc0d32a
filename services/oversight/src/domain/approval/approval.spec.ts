import { specificationOf, type By } from '@baogong/decider';
import { approval } from './approval.js';
import type { Answering, ApprovalCommand, ApprovalEvent, Hop } from './messages.js';

const { given } = specificationOf(approval);
const at = (time: string) => `2026-04-15T${time}:00.000Z`;
const approvalId = 'a1';
const asked = {
  approvalId,
  action: 'OpenStation',
  territory: 'd-pudong/s-weifang/c-y',
  subject: 'gate',
  reason: 'full',
};
const office: Answering = {
  ...{ role: 'subdistrict-office', office: 'sd-1', rule: 'grant-approval/subdistrict-office', minutes: 240 },
  escalateTo: 'district-office',
};
const district: Answering = {
  ...office,
  role: 'district-office',
  office: 'do-1',
  rule: 'grant-approval/district-office',
};
const by = (actor: string, role: string): By => ({ actor, role, organisation: actor, households: [] });
const committee = by('rc-y', 'residents-committee');
const subdistrict = by('sd-1', 'subdistrict-office');
const system = by('system', 'system');
const hop = (number: 1 | 2, { minutes, ...answering }: Answering, since: string, dueAt?: string): Hop => ({
  ...{ hop: number, since, ...answering },
  ...(minutes && dueAt ? { dueAt } : {}),
});

const ask = (more: { first?: Answering; forbidden?: boolean; reason?: string } = {}): ApprovalCommand => ({
  type: 'RequestApproval',
  at: at('00:00'),
  by: committee,
  data: { ...asked, forbidden: false, first: office, ...more },
});
const grant = (who: By, time = '01:00'): ApprovalCommand => ({
  type: 'GrantApproval',
  at: at(time),
  by: who,
  data: {},
});
const decline = (who: By, reason = 'no room'): ApprovalCommand => ({
  ...{ type: 'DeclineApproval', at: at('01:00'), by: who, data: { reason } },
});
const forward = (who: By, next: Answering | undefined = district): ApprovalCommand => ({
  ...{ type: 'ForwardApproval', at: at('01:00'), by: who, data: { ...(next ? { next } : {}) } },
});
const elapse = (dueAt: string, clocked = true): ApprovalCommand => ({
  ...{ type: 'ElapseApproval', at: dueAt, by: system, data: { dueAt, clocked } },
});
const review = (switchedAt: string, minutes?: number): ApprovalCommand => ({
  ...{ type: 'ReviewApproval', at: switchedAt, by: system },
  data: { switchedAt, ...(minutes ? { rule: office.rule!, minutes } : {}) },
});

const requested = (first: Hop = hop(1, office, at('00:00'), at('04:00'))): ApprovalEvent => ({
  type: 'ApprovalRequested',
  at: at('00:00'),
  data: { ...asked, requestedBy: ['rc-y'], role: 'residents-committee', at: first },
});
const forwarded: ApprovalEvent = {
  type: 'ApprovalForwarded',
  at: at('01:00'),
  data: { approvalId, forwardedBy: 'sd-1', at: hop(2, district, at('01:00'), at('05:00')), clock: at('04:00') },
};
const { action, territory } = asked;
const ending = (hops: 1 | 2, waitedMinutes: number, clock: string) => ({
  ...{ approvalId, action, territory, hops, waitedMinutes, clock },
});

describe('an approval', () => {
  it('S42 I14: is asked of the nearest office above, with a due time', () => given().when(ask()).then(requested()));
  it('is refused where the matrix forbids it, where there is nobody to ask and without a reason', () => {
    given()
      .when(ask({ forbidden: true }))
      .thenRejected('not-approvable');
    given()
      .when({ ...ask(), data: { ...asked, forbidden: false } } as ApprovalCommand)
      .thenRejected('no-office');
    given()
      .when(ask({ reason: '  ' }))
      .thenRejected('reason-missing');
    given(requested()).when(ask()).thenRejected('already-requested');
  });
  it('is granted by whoever has it, with its hops and its waiting', () =>
    given(requested())
      .when(grant(subdistrict))
      .then({
        type: 'ApprovalGranted',
        at: at('01:00'),
        data: { ...ending(1, 60, at('04:00')), role: 'subdistrict-office', grantedBy: 'sd-1' },
      }));
  it('is declined with a reason only', () => {
    given(requested()).when(decline(subdistrict, ' ')).thenRejected('reason-missing');
    const told = { role: 'subdistrict-office', declinedBy: 'sd-1', reason: 'no room' };
    given(requested())
      .when(decline(subdistrict))
      .then({ type: 'ApprovalDeclined', at: at('01:00'), data: { ...ending(1, 60, at('04:00')), ...told } });
  });
  it('I19: is forwarded once, never to a third office', () => {
    given(requested()).when(forward(subdistrict)).then(forwarded);
    given(requested(), forwarded)
      .when(forward(by('do-1', 'district-office')))
      .thenRejected('no-third-hop');
  });
  it('is never answered by whoever asked, nor out of turn, nor twice', () => {
    given(requested()).when(grant(committee)).thenRejected('own-request');
    given(requested()).when(grant({ ...subdistrict, organisation: 'rc-y' })).thenRejected('own-request'); // prettier-ignore
    given(requested())
      .when(grant(by('do-1', 'district-office')))
      .thenRejected('not-your-turn');
    given(requested(), forwarded).when(grant(subdistrict)).thenRejected('not-your-turn');
    given().when(grant(subdistrict)).thenRejected('never-requested');
  });
});

describe('the clock of an office', () => {
  const silent = (role: string, who: string, rule: string) => ({
    role,
    silent: who,
    rule,
    escalateTo: 'district-office',
  });
  const tacit = (hops: 1 | 2, waited: number, dueAt: string): ApprovalEvent => {
    const { role, office: who, rule } = hops === 1 ? office : district;
    const data = { ...ending(hops, waited, dueAt), ...silent(role, who, rule!) };
    return { type: 'ApprovalTacitlyGranted', at: dueAt, data };
  };
  it('S42 N6: runs out into consent, at either office, and says who was silent', () => {
    given(requested()).when(elapse(at('04:00'))).then(tacit(1, 240, at('04:00'))); // prettier-ignore
    given(requested(), forwarded).when(elapse(at('05:00'))).then(tacit(2, 300, at('05:00'))); // prettier-ignore
  });
  it('fires once, and not where another has taken its place', () => {
    given(requested(), forwarded).when(elapse(at('04:00'))).thenNothing(); // prettier-ignore
    given(requested(), tacit(1, 240, at('04:00'))).when(elapse(at('04:00'))).thenNothing(); // prettier-ignore
  });
  it('S6: stops outside a crisis, whether the switch or the timer is heard first', () => {
    const stopped = (when: string): ApprovalEvent => ({
      ...{ type: 'ApprovalClockStopped', at: when, data: { approvalId, clock: at('04:00') } },
    });
    given(requested()).when(review(at('02:00'))).then(stopped(at('02:00'))); // prettier-ignore
    given(requested()).when(elapse(at('04:00'), false)).then(stopped(at('04:00'))); // prettier-ignore
    given(requested(), stopped(at('02:00'))).when(elapse(at('04:00'))).thenNothing(); // prettier-ignore
  });
  it('S6: starts at the switch for what was asked in quiet times', () => {
    const quiet = requested({ hop: 1, role: 'subdistrict-office', office: 'sd-1', since: at('00:00') });
    const set = { approvalId, rule: office.rule!, dueAt: at('06:00') };
    given(quiet)
      .when(review(at('02:00'), 240))
      .then({ type: 'ApprovalClockSet', at: at('02:00'), data: set });
    given(requested())
      .when(review(at('02:00'), 240))
      .thenNothing();
  });
});
