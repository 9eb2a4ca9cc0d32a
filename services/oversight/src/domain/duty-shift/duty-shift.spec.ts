import { specificationOf, type By } from '@baogong/decider';
import { dutyShift, type DutyShiftCommand, type DutyShiftEvent, type Rank } from './duty-shift.js';
import { hoursBetween } from './hours.js';

const { given } = specificationOf(dutyShift);
const now = '2026-04-15T05:30:00.000Z';
const hour = (text: string) => `2026-04-15T${text}:00.000Z`;
const span = { action: 'StaffStation', territory: 'd-pudong/s-weifang/c-y', from: hour('06:00'), to: hour('08:00') };
const byOf = (actor: string, role: string, organisation = actor): By => ({ actor, role, organisation, households: [] });
const volunteer = byOf('vo-1', 'volunteer', 'rc-y');
const station = byOf('ps-1', 'pickup-station');

interface More {
  by?: By;
  at?: string;
  rank?: Rank;
  lawful?: string[];
  from?: string;
  to?: string;
  claimId?: string;
  reason?: string;
}
const claim = ({ by = volunteer, at = now, ...more }: More = {}): DutyShiftCommand => ({
  ...{ type: 'ClaimDuty', at, by },
  data: { ...span, claimId: 'k1', rank: 2, lawful: [], ...more },
});
const unranked = (): DutyShiftCommand => ({
  ...{ type: 'ClaimDuty', at: now, by: volunteer, data: { ...span, claimId: 'k1', lawful: [] } },
});
const release = ({ by = volunteer, at = now, ...more }: More = {}): DutyShiftCommand => ({
  ...{ type: 'ReleaseDuty', at, by },
  data: { ...span, lawful: [], reason: 'ill', ...more },
});
const claimed: DutyShiftEvent = {
  type: 'DutyClaimed',
  at: now,
  data: { ...span, claimId: 'k1', rank: 2, role: 'volunteer', claimedBy: 'vo-1', organisation: 'rc-y' },
};
const givenBack = (by: By, byRole: boolean, more: object = {}): DutyShiftEvent => ({
  type: 'DutyReleased',
  at: now,
  data: { ...span, reason: 'ill', releasedBy: by.actor, organisation: by.organisation, byRole, ...more },
});

describe('hours', () => {
  it('count those that have begun, the last moment excluded', () => {
    expect(hoursBetween(hour('06:00'), hour('08:00'))).toEqual([hour('06:00'), hour('07:00')]);
    expect(hoursBetween(hour('06:30'), hour('07:01'))).toEqual([hour('06:00'), hour('07:00')]);
    expect(hoursBetween(hour('08:00'), hour('06:00'))).toEqual([]);
  });
});

describe('claiming a duty', () => {
  it('S7 S58: takes the hours that nobody covers', () => given().when(claim()).then(claimed));
  it('is refused where somebody covers one of them, by role or by claim', () => {
    given()
      .when(claim({ lawful: ['ps-1'] }))
      .thenRejected('already-covered');
    given(claimed)
      .when(claim({ claimId: 'k2', from: hour('07:00'), to: hour('09:00') }))
      .thenRejected('already-covered');
    given(claimed).when(claim()).thenRejected('already-claimed');
  });
  it('is open again where the one on duty by role gave the hours back', () =>
    given(givenBack(station, true)).when(claim({ lawful: ['ps-1'] })).then(claimed)); // prettier-ignore
  it('is refused to whoever the matrix gives no rule for that duty', () =>
    given().when(unranked()).thenRejected('not-eligible'));
  it('is refused for hours that are over, broken, missing, too many or too far away', () => {
    const refused = (from: string, to: string) => given().when(claim({ from, to }));
    refused(hour('04:00'), hour('06:00')).thenRejected('in-the-past');
    refused(hour('06:30'), hour('08:00')).thenRejected('not-whole-hours');
    refused(hour('08:00'), hour('06:00')).thenRejected('no-hours');
    refused(hour('06:00'), hour('19:00')).thenRejected('too-long');
    refused('2026-05-15T06:00:00.000Z', '2026-05-15T07:00:00.000Z').thenRejected('too-far-ahead');
    given().when(claim({ from: hour('05:00'), to: hour('06:00') })).then({ ...claimed, data: { ...claimed.data, from: hour('05:00'), to: hour('06:00') } } as DutyShiftEvent); // prettier-ignore
  });
});

describe('giving a duty back', () => {
  it('opens the hours of a claim again', () => {
    const back = givenBack(volunteer, false);
    given(claimed).when(release()).then(back);
    given(claimed, back)
      .when(claim({ claimId: 'k2' }))
      .then({ ...claimed, data: { ...claimed.data, claimId: 'k2' } } as DutyShiftEvent);
  });
  it('is possible in part', () => {
    const part = givenBack(volunteer, false, { from: hour('07:00') });
    given(claimed, part).when(release()).thenRejected('not-your-duty');
    given(claimed, part)
      .when(release({ to: hour('07:00') }))
      .then(givenBack(volunteer, false, { to: hour('07:00') }));
  });
  it('of what one has by one’s role needs a reason and is said once', () => {
    const lawful = ['ps-1'];
    given().when(release({ by: station, lawful, reason: ' ' })).thenRejected('reason-missing'); // prettier-ignore
    given().when(release({ by: station, lawful })).then(givenBack(station, true)); // prettier-ignore
    given(givenBack(station, true)).when(release({ by: station, lawful })).thenRejected('not-your-duty'); // prettier-ignore
  });
  it('is refused to whoever is not on duty, and a volunteer does not speak for the lead', () => {
    given(claimed).when(release({ by: station })).thenRejected('not-your-duty'); // prettier-ignore
    given(claimed).when(release({ by: byOf('rc-y', 'residents-committee') })).then(givenBack(byOf('rc-y', 'x'), false)); // prettier-ignore
  });
  it('forgets hours that are over', () => {
    const later = '2026-04-15T09:30:00.000Z';
    const again = { from: hour('10:00'), to: hour('11:00') };
    const next = { ...claimed, at: later, data: { ...claimed.data, ...again, claimId: 'k2' } } as DutyShiftEvent;
    expect([claimed, next].reduce(dutyShift.evolve, dutyShift.initial).claims.map(({ claimId }) => claimId)).toEqual([
      'k2',
    ]);
  });
});
