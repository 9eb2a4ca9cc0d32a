import { specificationOf } from '@baogong/decider';
import { order, type DeliveryPlace, type OrderCommand, type OrderEvent, type RequestLine } from './order.js';
import type { HouseholdState } from '../household/household.js';
import type { RoundState } from '../round/round.js';

const at = '2026-04-15T01:00:00.000Z';
const late = '2026-04-15T06:00:00.000Z';
const until = '2026-04-17T06:00:00.000Z';
const territory = 'd-pudong/s-weifang/c-y/b-07/h-1';
const names = { orderId: 'o1', roundId: 'r1', householdId: '1' };
const station: DeliveryPlace = { kind: 'station', stationId: 'ps-1' };
const door: DeliveryPlace = { kind: 'door' };
const lines: RequestLine[] = [
  { offerId: 'veg', quantity: 2 },
  { offerId: 'egg', quantity: 1 },
];
const item = { sku: 's', name: 'n', unit: 'bag', priceFen: 100, weightGrams: 500, capPerHousehold: 2 };
const household: HouseholdState = {
  status: 'registered',
  householdId: '1',
  territory,
  people: 2,
  members: ['re-1'],
  consents: ['gp-1'],
};
const opened = {
  roundId: 'r1',
  territory: 'd-pudong/s-weifang/c-y',
  openedBy: 'rc-y',
  opensAt: '2026-04-15T00:00:00.000Z',
  closesAt: late,
  items: [
    { ...item, offerId: 'veg' },
    { ...item, offerId: 'egg', priceFen: 30 },
  ],
};
const round: RoundState = { status: 'open', round: opened };
const closedRound: RoundState = { status: 'closed', round: opened, closedAt: at, reason: 'x' };

const resident = { actor: 're-1', role: 'resident', organisation: '', households: ['1'] };
const neighbour = { ...resident, actor: 're-2', households: ['2'] };
const platform = { actor: 'gp-1', role: 'platform', organisation: 'gp-1', households: [] };
const committee = { ...platform, actor: 'rc-y', role: 'residents-committee', organisation: 'rc-y' };
const system = { ...platform, actor: 'system', role: 'system', organisation: '' };

type Placing = Extract<OrderCommand, { type: 'PlaceOrder' }>;
const placing = {
  orderId: 'o1',
  channel: 'api' as const,
  household,
  round,
  lines,
  place: station,
  stationAt: opened.territory,
  ...{ policy: { version: 0, clauses: [{ id: 'everything' }], lineage: [] }, risk: 'medium' as const },
};
const place = (change: Partial<Placing['data']> = {}, by = resident, when = at): Placing => ({
  type: 'PlaceOrder',
  at: when,
  by,
  data: { ...placing, ...change },
});
const amend = (change: object = {}, by = resident): OrderCommand => ({
  type: 'AmendOrder',
  at,
  by,
  data: {
    ...{ channel: 'api', round, lines: [{ offerId: 'veg', quantity: 1 }], place: door },
    ...{ policy: placing.policy, risk: 'medium', ...change },
  },
});
const cancel = (by = resident, channel: 'api' | 'desk' | 'platform' = 'api'): OrderCommand => ({
  type: 'CancelOrder',
  at,
  by,
  data: { channel, reason: 'not needed' },
});
const asked = <T extends OrderCommand['type']>(type: T, data: Extract<OrderCommand, { type: T }>['data']) =>
  ({ type, at, by: system, data }) as OrderCommand;
const grantLine = (offerId: string, quantity: number, requested: number, priceFen: number) => ({
  offerId,
  sku: 's',
  name: 'n',
  quantity,
  requested,
  priceFen,
  weightGrams: 500,
});
const grant = (veg: number, egg: number) =>
  asked('GrantOrder', { lines: [grantLine('veg', veg, 2, 100), grantLine('egg', egg, 1, 30)], reservedUntil: until });
const lots = (quantity: number) => [{ lotId: 'l1', quantity }];
const confirm = asked('ConfirmOrder', {
  answers: [
    { offerId: 'veg', lots: lots(2) },
    { offerId: 'egg', lots: lots(1) },
  ],
});
const declineEgg = asked('ConfirmOrder', {
  answers: [
    { offerId: 'veg', lots: lots(2) },
    { offerId: 'egg', declined: 'none-left' },
  ],
});
const withdrawn = asked('CompleteCancellation', { withdrawn: true, reason: 'withdrawn' });
const notWithdrawn = asked('CompleteCancellation', { withdrawn: false, reason: 'already-handed-over' });
const fulfil = asked('FulfilOrder', {});
const lapse = asked('LapseOrder', { reason: 'uncollected' });
const settle = (amountFen: number, reference = 'slip 1') => asked('RecordSettlement', { amountFen, reference });
const miss = asked('MissRound', {});
const missAmendment = asked('MissRound', { standing: { lines, place: station } });

const event = <T extends OrderEvent['type']>(type: T, data: Extract<OrderEvent, { type: T }>['data']) =>
  ({ type, at, data }) as OrderEvent;
const placed = event('OrderPlaced', { ...names, territory, channel: 'api', lines, place: station });
const amended = event('OrderAmended', { ...names, lines: [{ offerId: 'veg', quantity: 1 }], place: door });
const granted = event('GoodsGranted', {
  ...names,
  territory,
  place: station,
  lines: [grantLine('veg', 2, 2, 100), grantLine('egg', 1, 1, 30)],
  amountDueFen: 230,
  reservedUntil: until,
});
const grantedVeg = event('GoodsGranted', {
  ...names,
  territory,
  place: station,
  lines: [grantLine('veg', 1, 2, 100)],
  amountDueFen: 100,
  reservedUntil: until,
});
const short = (offerId: string, requested: number, got: number, reason = 'supply-short') => ({
  offerId,
  requested,
  granted: got,
  reason,
});
const shortedPartly = event('OrderShorted', { ...names, lines: [short('veg', 2, 1), short('egg', 1, 0)] });
const shorted = event('OrderShorted', { ...names, lines: [short('veg', 2, 0), short('egg', 1, 0)] });
const confirmedLine = (offerId: string, quantity: number) => ({
  offerId,
  sku: 's',
  name: 'n',
  quantity,
  weightGrams: 500,
  lots: lots(quantity),
});
const confirmedOf = (...all: ReturnType<typeof confirmedLine>[]) =>
  event('OrderConfirmed', { ...names, territory, place: station, lines: all });
const confirmed = confirmedOf(confirmedLine('veg', 2), confirmedLine('egg', 1));
const asking = event('OrderCancellationRequested', { ...names, reason: 'not needed' });
const declined = event('OrderCancellationDeclined', { ...names, reason: 'already-handed-over' });
const cancelled = event('OrderCancelled', { ...names, reason: 'not needed' });
const fulfilled = event('OrderFulfilled', names);
const lapsed = event('OrderLapsed', { ...names, reason: 'uncollected' });
const settled = (amountFen: number) => event('SettlementRecorded', { orderId: 'o1', amountFen, reference: 'slip 1' });
const refund = (amountFen: number) => event('RefundDue', { orderId: 'o1', amountFen });
const missed = event('OrderMissedRound', names);
const { given } = specificationOf(order);

describe('placing an order', () => {
  it('is the right of a household within the window', () => given().when(place()).then(placed));
  it('S11: is done by a desk for a household that cannot', () =>
    given()
      .when(place({ channel: 'desk' }, committee))
      .then(event('OrderPlaced', { ...names, territory, channel: 'desk', lines, place: station })));
  it('is done by a platform the household trusts', () =>
    given()
      .when(place({ channel: 'platform' }, platform))
      .then(
        event('OrderPlaced', { ...names, territory, channel: 'platform', platform: 'gp-1', lines, place: station }),
      ));
  it('needs that consent', () =>
    given()
      .when(place({ channel: 'platform', household: { ...household, consents: [] } }, platform))
      .thenRejected('consent-missing'));
  it('is refused to a neighbour', () => given().when(place({}, neighbour)).thenRejected('not-your-household'));
  it('I4: happens once per round and household', () => given(placed).when(place()).thenRejected('already-ordered'));
  it('I4: stays within the cap', () =>
    given()
      .when(place({ lines: [{ offerId: 'veg', quantity: 3 }] }))
      .thenRejected('over-cap'));
  it('S6: stays within the ration of the posture, where that is less', () => {
    given()
      .when(place({ lines: [{ offerId: 'veg', quantity: 2 }], ration: 1 }))
      .thenRejected('over-ration');
    given(placed)
      .when(amend({ lines: [{ offerId: 'veg', quantity: 2 }], ration: 1 }))
      .thenRejected('over-ration');
  });
  it('S84: stays within the policy in force, newly placed or amended', () => {
    const policy = { ...placing.policy, version: 3, clauses: [{ id: 'doors', where: { except: [territory] } }] };
    given().when(place({ policy })).thenRejected('outside-policy');
    given(placed).when(amend({ policy })).thenRejected('outside-policy'); // prettier-ignore
    const limited = { ...policy, clauses: [{ id: 'once', howMuch: { times: 1, days: 1 } }] };
    given()
      .when(place({ policy: limited }))
      .thenRejected('others-uncounted');
    given().when(place({ policy: limited, others: { since: '2026-04-01T00:00:00.000Z', uses: [] } })).then(placed); // prettier-ignore
  });
  it('cannot pass the cap by naming an item twice', () =>
    given()
      .when(place({ lines: [lines[0]!, lines[0]!] }))
      .thenRejected('line-twice'));
  it('asks for something', () =>
    given()
      .when(place({ lines: [] }))
      .thenRejected('no-lines'));
  it('asks for whole pieces', () =>
    given()
      .when(place({ lines: [{ offerId: 'veg', quantity: 0 }] }))
      .thenRejected('quantity-not-positive'));
  it('asks for what the round offers', () =>
    given()
      .when(place({ lines: [{ offerId: 'fish', quantity: 1 }] }))
      .thenRejected('item-not-in-round'));
  it('ends with the window, even before the round is closed', () =>
    given()
      .when(place({}, resident, late))
      .thenRejected('window-ended'));
  it('ends with an early closing', () =>
    given()
      .when(place({ round: closedRound }))
      .thenRejected('window-ended'));
  it('begins with the window', () =>
    given()
      .when(place({}, resident, '2026-04-14T00:00:00.000Z'))
      .thenRejected('window-not-begun'));
  it('needs a round', () =>
    given()
      .when(place({ round: { status: 'none' } }))
      .thenRejected('round-not-open'));
  it('needs a registered household', () =>
    given()
      .when(place({ household: { status: 'none' } }))
      .thenRejected('household-not-registered'));
  it('goes to a station of the community that was opened', () => {
    given()
      .when(place({ stationAt: undefined }))
      .thenRejected('unknown-station');
    given()
      .when(place({ stationAt: 'd-pudong/s-weifang/c-z' }))
      .thenRejected('unknown-station');
  });
  it('S14: stays within the community', () =>
    given()
      .when(place({ household: { ...household, territory: 'd-pudong/s-weifang/c-z/h-1' } }))
      .thenRejected('another-community'));
});

describe('amending an order', () => {
  it('changes lines and place within the window', () => given(placed).when(amend()).then(amended));
  it('is refused to a neighbour', () => given(placed).when(amend({}, neighbour)).thenRejected('not-your-household'));
  it('ends with the window', () =>
    given(placed)
      .when(amend({ round: closedRound }))
      .thenRejected('window-ended'));
  it('stays within the cap', () =>
    given(placed)
      .when(amend({ lines: [{ offerId: 'veg', quantity: 9 }] }))
      .thenRejected('over-cap'));
  it('is too late once granted', () => given(placed, granted).when(amend()).thenRejected('order-moved-on'));
  it('needs an order', () => given().when(amend()).thenRejected('never-placed'));
});

describe('racing the closing', () => {
  it('S43: ends an order that came after the requests were fixed', () => given(placed).when(miss).then(missed));
  it('S43: lets an order stand as it was fixed when only its change came too late', () =>
    given(placed, amended)
      .when(missAmendment)
      .then(event('OrderAmendmentMissed', { ...names, lines, place: station })));
  it('changes nothing where nothing was lost', () => {
    given(placed).when(missAmendment).thenNothing();
    given(placed, cancelled).when(miss).thenNothing();
    given(placed, granted).when(miss).thenNothing();
  });
});

describe('granting an order', () => {
  it('grants in full', () => given(placed).when(grant(2, 1)).then(granted));
  it('grants in part and says why', () => given(placed).when(grant(1, 0)).then(grantedVeg, shortedPartly));
  it('S43: tells a household that gets nothing', () => given(placed).when(grant(0, 0)).then(shorted));
  it('passes over what was cancelled, missed or granted before', () => {
    for (const history of [[cancelled], [missed], [granted], [shorted]])
      given(placed, ...history)
        .when(grant(2, 1))
        .thenNothing();
  });
  it('ends an order that gets nothing', () => given(placed, shorted).when(cancel()).thenRejected('order-ended'));
});

describe('confirming an order', () => {
  it('names the lots reserved', () => given(placed, granted).when(confirm).then(confirmed));
  it('shorts the lines inventory declined and owes back what was paid for them', () =>
    given(placed, granted, settled(230))
      .when(declineEgg)
      .then(
        confirmedOf(confirmedLine('veg', 2)),
        event('OrderShorted', { ...names, lines: [short('egg', 1, 0, 'none-left')] }),
        refund(30),
      ));
  it('ends shorted when every line was declined', () =>
    given(placed, granted)
      .when(
        asked('ConfirmOrder', {
          answers: [
            { offerId: 'veg', declined: 'x' },
            { offerId: 'egg', declined: 'x' },
          ],
        }),
      )
      .then(event('OrderShorted', { ...names, lines: [short('veg', 2, 0, 'x'), short('egg', 1, 0, 'x')] })));
  it('passes over what was cancelled meanwhile', () => given(placed, granted, cancelled).when(confirm).thenNothing());
  it('happens once', () => given(placed, granted, confirmed).when(confirm).thenNothing());
});

describe('cancelling an order', () => {
  it('ends a request at once', () => given(placed).when(cancel()).then(cancelled));
  it('ends a grant at once and owes back what was paid', () =>
    given(placed, granted, settled(230)).when(cancel()).then(cancelled, refund(230)));
  it('asks delivery first once confirmed', () => given(placed, granted, confirmed).when(cancel()).then(asking));
  it('is complete when the parcel is withdrawn', () =>
    given(placed, granted, confirmed, asking).when(withdrawn).then(cancelled));
  it("is declined, in the order's own history, when the parcel has gone", () =>
    given(placed, granted, confirmed, asking).when(notWithdrawn).then(declined));
  it('leaves a declined order to be handed over', () =>
    given(placed, granted, confirmed, asking, declined).when(fulfil).then(fulfilled));
  it('is refused to a neighbour', () => given(placed).when(cancel(neighbour)).thenRejected('not-your-household'));
  it('is refused to another platform', () =>
    given(placed).when(cancel(platform, 'platform')).thenRejected('not-your-order'));
  it('is done by a desk for a household that cannot', () =>
    given(placed).when(cancel(committee, 'desk')).then(cancelled));
  it('changes nothing the second time', () => {
    given(placed, cancelled).when(cancel()).thenNothing();
    given(placed, granted, confirmed, asking).when(cancel()).thenNothing();
  });
  it('comes too late for an order that ended otherwise', () => {
    for (const end of [fulfilled, lapsed])
      given(placed, granted, confirmed, end).when(cancel()).thenRejected('order-ended');
  });
  it('was not asked for: a withdrawal changes nothing', () =>
    given(placed, granted, confirmed, lapsed).when(withdrawn).thenNothing());
});

describe('ending an order', () => {
  it('is the hand-over', () => given(placed, granted, confirmed).when(fulfil).then(fulfilled));
  it('is the hand-over even while a cancellation is asked for', () =>
    given(placed, granted, confirmed, asking).when(fulfil).then(fulfilled));
  it('needs a confirmed order to fulfil', () => given(placed, granted).when(fulfil).thenRejected('not-confirmed'));
  it('S43: lapses when nobody collects, and owes back what was paid', () =>
    given(placed, granted, settled(230), confirmed).when(lapse).then(lapsed, refund(230)));
  it('never lapses before it is granted', () => given(placed).when(lapse).thenRejected('not-granted'));
  it('L8: happens once', () => {
    for (const end of [fulfilled, cancelled, lapsed])
      for (const command of [fulfil, lapse, withdrawn, notWithdrawn, confirm, miss])
        given(placed, granted, confirmed, end).when(command).thenNothing();
  });
});

describe('settling an order', () => {
  it('is recorded', () => given(placed, granted).when(settle(230)).then(settled(230)));
  it('changes nothing when told twice', () => given(placed, granted, settled(230)).when(settle(230)).thenNothing());
  it('owes back what is above the amount due', () =>
    given(placed, granted).when(settle(300)).then(settled(300), refund(70)));
  it('owes back what arrives after a cancellation', () =>
    given(placed, granted, cancelled).when(settle(230)).then(settled(230), refund(230)));
  it('needs an amount', () => given(placed, granted).when(settle(0)).thenRejected('amount-not-positive'));
  it('waits for a grant', () => given(placed).when(settle(230)).thenRejected('nothing-due'));
});
