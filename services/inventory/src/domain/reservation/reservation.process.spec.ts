import { stockStream } from '../stock/stock.js';
import { reservation } from './reservation.process.js';
import type { ReservationNews } from './reservation.process.js';

const community = 'd-pudong/s-weifang/c-y';
const until = '2026-04-17T06:00:00.000Z';
const orderId = 'o1';

const granted: ReservationNews = {
  type: 'GoodsGranted',
  orderId,
  territory: `${community}/b-07/u-1/h-0302`,
  lines: [
    { offerId: 'veg', quantity: 2 },
    { offerId: 'rice', quantity: 1 },
  ],
  until,
};
const packed: ReservationNews = { type: 'ParcelPacked', orderId };
const handedOver: ReservationNews = { type: 'ParcelHandedOver', orderId };
const cancelled: ReservationNews = { type: 'OrderEnded', orderId, reason: 'order-cancelled' };

/** Tells the process the news one by one; answers with the commands the last of them led to. */
function hearing(...news: ReservationNews[]) {
  let state = reservation.initial;
  let asked: ReturnType<typeof reservation.commandsOf> = [];
  for (const item of news) {
    const decisions = reservation.react(item, state);
    asked = decisions.flatMap(reservation.commandsOf);
    state = decisions.reduce(reservation.evolve, state);
  }
  return { asks: (...expected: [string, string, object?][]) => expect(asked).toEqual(expected.map(command)) };
}

const command = ([action, offerId, more = {}]: [string, string, object?]) => ({
  action,
  stream: { id: stockStream(community, offerId), kind: 'stock', territory: community },
  data: { orderId, offerId, ...more },
});

describe('the conversation about the goods of an order', () => {
  it('goods are granted: reserve each line with the books of its offer', () =>
    hearing(granted).asks(
      ['ReserveStock', 'veg', { quantity: 2, until }],
      ['ReserveStock', 'rice', { quantity: 1, until }],
    ));

  it('the parcel is packed: pin, so that time no longer takes the goods away', () =>
    hearing(granted, packed).asks(['PinReservation', 'veg'], ['PinReservation', 'rice']));

  it('the parcel is in the right hands: the goods have left', () =>
    hearing(granted, packed, handedOver).asks(['DispenseReservation', 'veg'], ['DispenseReservation', 'rice']));

  it('the order is cancelled or lapses: back to the shelf, packed or not', () => {
    const back = { reason: 'order-cancelled' };
    hearing(granted, cancelled).asks(['ReleaseReservation', 'veg', back], ['ReleaseReservation', 'rice', back]);
    hearing(granted, packed, cancelled).asks(['ReleaseReservation', 'veg', back], ['ReleaseReservation', 'rice', back]);
  });

  it('an order that was granted nothing ends: nothing is owed', () => hearing(cancelled).asks());

  it('the same news twice: no second command', () => {
    hearing(granted, granted).asks();
    hearing(granted, packed, packed).asks();
    hearing(granted, packed, handedOver, handedOver).asks();
    hearing(granted, cancelled, cancelled).asks();
  });

  it('an end is an end: what comes late moves nothing', () => {
    for (const late of [packed, granted, cancelled]) hearing(granted, cancelled, late).asks();
    hearing(granted, packed, handedOver, cancelled).asks();
  });

  it('goods given out that were given back: the books are asked all the same, so that the fault comes to light', () =>
    hearing(granted, cancelled, handedOver).asks(['DispenseReservation', 'veg'], ['DispenseReservation', 'rice']));

  it('parcels that are none of ours: nothing', () => {
    hearing(packed).asks();
    hearing(handedOver).asks();
  });
});
