import { specificationOf } from '@baogong/decider';
import { household, type HouseholdCommand, type HouseholdEvent } from './household.js';

const at = '2026-04-15T00:00:00.000Z';
const householdId = '0198c0de-0000-7000-8000-000000000301';
const territory = `d-pudong/s-weifang/c-y/b-07/h-${householdId}`;
const registration = { householdId, territory, people: 3, members: ['re-0001'] };
const committee = { actor: 'rc-y', role: 'residents-committee', organisation: 'rc-y', households: [] };
const member = { actor: 're-0001', role: 'resident', organisation: '', households: [householdId] };
const neighbour = { ...member, actor: 're-0002', households: ['another'] };
const register = (data = registration): HouseholdCommand => ({ type: 'RegisterHousehold', at, by: committee, data });
const consent = (by = member, channel: 'api' | 'desk' = 'api'): HouseholdCommand => ({
  type: 'RecordConsent',
  at,
  by,
  data: { platform: 'gp-1', channel },
});
const registered: HouseholdEvent = { type: 'HouseholdRegistered', at, data: registration };
const consented: HouseholdEvent = { type: 'ConsentRecorded', at, data: { householdId, platform: 'gp-1' } };
const { given } = specificationOf(household);

describe('registering a household', () => {
  it('S4: records people and members by code, never by name', () => given().when(register()).then(registered));
  it('happens once', () => given(registered).when(register()).thenRejected('already-registered'));
  it('needs somebody who lives there', () =>
    given()
      .when(register({ ...registration, people: 0 }))
      .thenRejected('no-people'));
  it('needs the place of this very household', () =>
    given()
      .when(register({ ...registration, territory: 'd-pudong/s-weifang/c-y/b-07' }))
      .thenRejected('territory-of-another-household'));
});

describe('amending a household', () => {
  const composition = { people: 4, members: ['re-0001', 're-0009'] };
  const amend = (data = composition): HouseholdCommand => ({ type: 'AmendHousehold', at, by: committee, data });
  const amended: HouseholdEvent = { type: 'HouseholdAmended', at, data: { ...registration, ...composition } };

  it('records who lives there now, by code', () => given(registered).when(amend()).then(amended));
  it('is told even where only what the vault holds was corrected', () =>
    given(registered, amended).when(amend()).then(amended));
  it('keeps what the household consented to', () =>
    given(registered, consented, amended).when(consent()).thenNothing());
  it('needs a registered household', () => given().when(amend()).thenRejected('not-registered'));
  it('leaves nobody an empty household', () =>
    given(registered)
      .when(amend({ ...composition, people: 0 }))
      .thenRejected('no-people'));
});

describe('consenting to a platform', () => {
  it('is the right of the household', () => given(registered).when(consent()).then(consented));
  it('can be recorded by a desk for it', () => given(registered).when(consent(committee, 'desk')).then(consented));
  it('is refused to a neighbour', () => given(registered).when(consent(neighbour)).thenRejected('not-your-household'));
  it('changes nothing the second time', () => given(registered, consented).when(consent()).thenNothing());
  it('needs a registered household', () => given().when(consent()).thenRejected('not-registered'));
});
