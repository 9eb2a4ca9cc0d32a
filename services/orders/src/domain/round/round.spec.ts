import { specificationOf } from '@baogong/decider';
import { round, type RoundCommand, type RoundEvent } from './round.js';

const at = '2026-04-15T00:00:00.000Z';
const later = '2026-04-15T03:00:00.000Z';
const ended = '2026-04-15T06:00:00.000Z';
const committee = { actor: 'rc-y', role: 'residents-committee', organisation: 'rc-y', households: [] };
const firm = { ...committee, actor: 'pf-y', role: 'property-firm', organisation: 'pf-y' };
const system = { actor: 'system', role: 'system', organisation: '', households: [] };
const item = {
  offerId: 'veg',
  sku: 'veg-bag-5',
  name: 'Vegetable bag',
  unit: 'bag',
  priceFen: 6800,
  weightGrams: 5000,
  capPerHousehold: 2,
};
const opening = { roundId: 'r1', territory: 'd-pudong/s-weifang/c-y', opensAt: at, closesAt: ended, items: [item] };
const fixed = { roundId: 'r1', positions: { '0': 4 }, orders: 1, seed: 'ab', requestsHash: 'cd', demand: { veg: 2 } };
const open = (change: Partial<typeof opening & { unknownOffers: string[] }> = {}): RoundCommand => ({
  type: 'OpenRound',
  at,
  by: committee,
  data: { ...opening, unknownOffers: [], ...change },
});
const close = (when: string, by = committee, reason = 'sold out'): RoundCommand => ({
  type: 'CloseRound',
  at: when,
  by,
  data: { reason },
});
const fix: RoundCommand = { type: 'FixRequests', at: ended, by: system, data: fixed };
const opened: RoundEvent = { type: 'RoundOpened', at, data: { ...opening, openedBy: 'rc-y' } };
const closed = (when: string): RoundEvent => ({
  type: 'RoundClosed',
  at: when,
  data: { roundId: 'r1', closedAt: when, reason: 'sold out' },
});
const requestsFixed: RoundEvent = { type: 'RequestsFixed', at: ended, data: fixed };
const { given } = specificationOf(round);

describe('opening a round', () => {
  it('names the window, the items and the caps', () => given().when(open()).then(opened));
  it('happens once', () => given(opened).when(open()).thenRejected('already-opened'));
  it('needs items', () =>
    given()
      .when(open({ items: [] }))
      .thenRejected('no-items'));
  it('names an item once', () =>
    given()
      .when(open({ items: [item, item] }))
      .thenRejected('item-twice'));
  it('needs caps that let something through', () =>
    given()
      .when(open({ items: [{ ...item, capPerHousehold: 0 }] }))
      .thenRejected('cap-not-positive'));
  it('needs offers that were announced', () =>
    given()
      .when(open({ unknownOffers: ['fish'] }))
      .thenRejected('unknown-offer'));
  it('needs a window that lasts', () =>
    given()
      .when(open({ closesAt: at }))
      .thenRejected('window-empty'));
  it('needs a window that has not passed', () =>
    given()
      .when(open({ opensAt: '2026-04-14T00:00:00.000Z', closesAt: '2026-04-14T06:00:00.000Z' }))
      .thenRejected('window-already-ended'));
});

describe('closing a round', () => {
  it('is done by the clock at its end', () => given(opened).when(close(ended, system)).then(closed(ended)));
  it('is done earlier by its opener', () => given(opened).when(close(later)).then(closed(later)));
  it('needs a reason', () =>
    given(opened)
      .when(close(later, committee, ' '))
      .thenRejected('reason-missing'));
  it('is refused to others before the end', () =>
    given(opened).when(close(later, firm)).thenRejected('not-your-round'));
  it('changes nothing the second time', () => given(opened, closed(later)).when(close(ended, system)).thenNothing());
  it('needs a round', () => given().when(close(later)).thenRejected('never-opened'));
});

describe('fixing the requests', () => {
  it('follows the closing', () => given(opened, closed(ended)).when(fix).then(requestsFixed));
  it('never replaces the first set', () => given(opened, closed(ended), requestsFixed).when(fix).thenNothing());
  it('is refused while the round is open', () => given(opened).when(fix).thenRejected('still-open'));
  it('needs a round', () => given().when(fix).thenRejected('never-opened'));
});
