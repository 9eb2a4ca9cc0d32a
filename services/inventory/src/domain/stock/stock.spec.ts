import { specificationOf } from '@baogong/decider';
import { stock, stockStream } from './stock.js';
import type { StockCommand, StockEvent } from './stock.js';

const { given } = specificationOf(stock);
const at = '2026-04-15T06:00:00.000Z';
const until = '2026-04-17T06:00:00.000Z';
const by = { actor: 'system', role: 'system', organisation: 'baogong', households: [] };
const offerId = 'veg';

const lot = (lotId: string, quantity: number, expiresOn = '2026-04-20'): StockEvent => ({
  type: 'LotStocked',
  at,
  data: { lotId, sku: 'veg-5kg', offerId, quantity, expiresOn, supplier: 'gp-1', keeper: 'pf-y' },
});
const reserve = (orderId: string, quantity: number, now = at): StockCommand => ({
  type: 'ReserveStock',
  at: now,
  by,
  data: { orderId, offerId, quantity, until },
});
const about = (
  type: 'PinReservation' | 'DispenseReservation' | 'ExpireReservation',
  orderId: string,
  now = at,
): StockCommand => ({ type, at: now, by, data: { orderId, offerId } });
const release = (orderId: string): StockCommand => ({
  type: 'ReleaseReservation',
  at,
  by,
  data: { orderId, offerId, reason: 'order-cancelled' },
});
const adjust = (lotId: string, change: number, reason = 'mouldy'): StockCommand => ({
  type: 'AdjustStock',
  at,
  by,
  data: { offerId, lotId, change, reason },
});
const reserved = (orderId: string, ...lots: [string, number][]): StockEvent => ({
  type: 'StockReserved',
  at,
  data: { orderId, offerId, lots: lots.map(([lotId, quantity]) => ({ lotId, quantity })), until },
});
const held = { orderId: 'o1', offerId, lots: [{ lotId: 'a', quantity: 2 }] };
const declined = (quantity: number, reason: 'not-enough-stock' | 'stock-expired'): StockEvent => ({
  type: 'StockReservationDeclined',
  at,
  data: { orderId: 'o1', offerId, quantity, reason },
});
const pinned: StockEvent = { type: 'ReservationPinned', at, data: { orderId: 'o1', offerId } };
const released: StockEvent = { type: 'ReservationReleased', at, data: { ...held, reason: 'order-cancelled' } };
const dispensed: StockEvent = { type: 'StockDispensed', at, data: held };
const expired: StockEvent = { type: 'ReservationExpired', at: until, data: held };
const adjusted = (change: number): StockEvent => ({
  type: 'StockAdjusted',
  at,
  data: { offerId, lotId: 'a', change, reason: 'mouldy' },
});

describe('stocking a lot', () => {
  const command: StockCommand = {
    type: 'StockLot',
    at,
    by,
    data: (lot('a', 3) as Extract<StockEvent, { type: 'LotStocked' }>).data,
  };
  it('puts it on the books', () => given().when(command).then(lot('a', 3)));
  it('changes nothing the second time', () => given(lot('a', 3)).when(command).thenNothing());
  it('needs goods', () =>
    given()
      .when({ ...command, data: { ...command.data, quantity: 0 } } as StockCommand)
      .thenRejected('nothing-asked'));
  it('goes to one stream per offer and community', () => {
    const y = stockStream('d-pudong/s-weifang/c-y', offerId);
    expect(y).toMatch(/^stock-[0-9a-f]{8}-veg$/);
    expect(stockStream('d-pudong/s-weifang/c-y/b-07/h-0302', offerId)).toBe(y);
    expect(stockStream('d-pudong/s-weifang/c-z', offerId)).not.toBe(y);
  });
});

describe('reserving stock', () => {
  it('takes what expires first', () =>
    given(lot('a', 3, '2026-04-25'), lot('b', 3, '2026-04-16'))
      .when(reserve('o1', 4))
      .then(reserved('o1', ['b', 3], ['a', 1])));
  it('declines more than there is, and says so', () =>
    given(lot('a', 3)).when(reserve('o1', 4)).then(declined(4, 'not-enough-stock')));
  it('never takes what others hold', () =>
    given(lot('a', 3), reserved('o2', ['a', 2]))
      .when(reserve('o1', 2))
      .then(declined(2, 'not-enough-stock')));
  it('I18: never takes an expired lot', () =>
    given(lot('a', 3, '2026-04-14'), lot('b', 1))
      .when(reserve('o1', 2))
      .then(declined(2, 'stock-expired')));
  it('takes a lot until the end of its last day in China', () => {
    const last = lot('a', 3, '2026-04-15');
    given(last)
      .when(reserve('o1', 2, '2026-04-15T15:59:00.000Z'))
      .then({ ...reserved('o1', ['a', 2]), at: '2026-04-15T15:59:00.000Z' });
    given(last)
      .when(reserve('o1', 2, '2026-04-15T16:00:00.000Z'))
      .then({ ...declined(2, 'stock-expired'), at: '2026-04-15T16:00:00.000Z' });
  });
  it('needs a quantity', () => given(lot('a', 3)).when(reserve('o1', 0)).thenRejected('nothing-asked'));
  it('I20: answers an order once, whatever the answer was', () => {
    for (const answer of [reserved('o1', ['a', 2]), declined(2, 'not-enough-stock')])
      given(lot('a', 3), answer).when(reserve('o1', 2)).thenNothing();
    for (const end of [released, expired, dispensed])
      given(lot('a', 3), reserved('o1', ['a', 2]), end)
        .when(reserve('o1', 2))
        .thenNothing();
  });
});

describe('a reservation', () => {
  const waiting = [lot('a', 3), reserved('o1', ['a', 2])];
  it('is released', () =>
    given(...waiting)
      .when(release('o1'))
      .then(released));
  it('is released even when packed, for the parcel came back', () =>
    given(...waiting, pinned)
      .when(release('o1'))
      .then(released));
  it('frees its goods for others', () =>
    given(...waiting, released)
      .when(reserve('o2', 3))
      .then(reserved('o2', ['a', 3])));
  it('is pinned, once', () => {
    given(...waiting)
      .when(about('PinReservation', 'o1'))
      .then(pinned);
    given(...waiting, pinned)
      .when(about('PinReservation', 'o1'))
      .thenNothing();
  });
  it('is handed over', () =>
    given(...waiting, pinned)
      .when(about('DispenseReservation', 'o1'))
      .then(dispensed));
  it('expires at its time', () =>
    given(...waiting)
      .when(about('ExpireReservation', 'o1', until))
      .then(expired));
  it('does not expire before its time', () =>
    given(...waiting)
      .when(about('ExpireReservation', 'o1'))
      .thenRejected('not-yet-due'));
  it('does not expire once packed', () =>
    given(...waiting, pinned)
      .when(about('ExpireReservation', 'o1', until))
      .thenRejected('already-pinned'));
  it('cannot be pinned, released, handed over or expired when there is none', () => {
    const pin = about('PinReservation', 'o1');
    for (const ask of [pin, release('o1'), about('DispenseReservation', 'o1'), about('ExpireReservation', 'o1')])
      given(lot('a', 3)).when(ask).thenRejected('never-reserved');
  });
  it('ends once', () => {
    for (const end of [released, expired, dispensed]) {
      const over = given(...waiting, end);
      for (const ask of [release('o1'), about('ExpireReservation', 'o1', until)]) over.when(ask).thenNothing();
      over.when(about('PinReservation', 'o1')).thenRejected('never-reserved');
    }
  });
  it('is handed over once, and never after its goods went back', () => {
    const handOver = about('DispenseReservation', 'o1');
    given(...waiting, dispensed)
      .when(handOver)
      .thenNothing();
    for (const end of [released, expired])
      given(...waiting, end)
        .when(handOver)
        .thenRejected('reservation-over');
    given(lot('a', 1), declined(2, 'not-enough-stock')).when(handOver).thenRejected('reservation-over');
  });
});

describe('adjusting stock', () => {
  it('writes off with a reason', () => given(lot('a', 3)).when(adjust('a', -1)).then(adjusted(-1)));
  it('takes a write-off back', () => given(lot('a', 3), adjusted(-2)).when(adjust('a', 2)).then(adjusted(2)));
  it('refuses a rise beyond what was received', () =>
    given(lot('a', 3), adjusted(-2)).when(adjust('a', 3)).thenRejected('more-than-received'));
  it('I1: refuses to write off more than is on hand', () =>
    given(lot('a', 3), reserved('o1', ['a', 2]))
      .when(adjust('a', -2))
      .thenRejected('more-than-on-hand'));
  it('needs a reason', () =>
    given(lot('a', 3))
      .when(adjust('a', -1, ' '))
      .thenRejected('no-reason'));
  it('needs a change', () => given(lot('a', 3)).when(adjust('a', 0)).thenRejected('nothing-asked'));
  it('of goods of its own keeping is all a property firm or station may do', () => {
    const own = (ofKeeper: string) => {
      const command = adjust('a', -1) as Extract<StockCommand, { type: 'AdjustStock' }>;
      return { ...command, data: { ...command.data, ofKeeper } };
    };
    given(lot('a', 3)).when(own('pf-y')).then(adjusted(-1));
    given(lot('a', 3)).when(own('ps-1')).thenRejected('not-your-goods');
  });
  it('needs a lot', () => given(lot('a', 3)).when(adjust('b', -1)).thenRejected('no-such-lot'));
});
