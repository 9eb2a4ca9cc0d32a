import { parcelStream } from '../parcel/parcel.js';
import { expiryOf, parcelPlanning, type OrderNews } from './parcel-planning.process.js';

const orderId = '0198f3a2-7c10-7000-8000-00000000a001';
const territory = 'd-pudong/s-weifang/c-y/b-07/u-1/h-0302';
const at = '2026-04-15T06:00:00.000Z';
const confirmed: OrderNews = {
  type: 'OrderConfirmed',
  at,
  orderId,
  householdId: 'hh-1',
  territory,
  place: { kind: 'station', stationId: 'ps-1' },
  lines: [
    { offerId: 'veg', sku: 'veg-5', name: 'Vegetables', quantity: 2, weightGrams: 5000, lots: [] },
    { offerId: 'oil', sku: 'oil-1', name: 'Oil', quantity: 1, weightGrams: 920, lots: [] },
  ],
};
const cancelling: OrderNews = { type: 'OrderCancellationRequested', orderId };
const lapsed: OrderNews = { type: 'OrderLapsed', orderId };

/** Tells the process the news one by one; answers with the commands the last of them led to. */
function hearing(...news: OrderNews[]) {
  let state = parcelPlanning.initial;
  let asked: ReturnType<typeof parcelPlanning.commandsOf> = [];
  for (const item of news) {
    const decisions = parcelPlanning.react(item, state);
    asked = decisions.flatMap(parcelPlanning.commandsOf);
    state = decisions.reduce(parcelPlanning.evolve, state);
  }
  return { asks: (...expected: [string, object][]) => expect(asked).toEqual(expected.map(command)) };
}

const stream = { id: parcelStream(orderId), kind: 'parcel', territory };
const command = ([action, data]: [string, object]) => ({ action, stream, data });

describe('the conversation about the parcel of an order', () => {
  it('the order is confirmed: plan its parcel, for a day', () => {
    const { type: _type, at: _at, ...about } = confirmed as Extract<OrderNews, { type: 'OrderConfirmed' }>;
    const planned = {
      ...about,
      parcelId: orderId,
      weightGrams: 10_920,
      windowFrom: at,
      windowTo: '2026-04-16T06:00:00.000Z',
    };
    hearing(confirmed).asks(['PlanParcel', planned]);
  });
  it('S43: the household wants out: ask the parcel back', () =>
    hearing(confirmed, cancelling).asks(['WithdrawParcel', { cause: 'cancelled' }]));
  it('the order lapses, after a declined cancellation too: take the parcel back', () => {
    hearing(confirmed, lapsed).asks(['WithdrawParcel', { cause: 'lapsed' }]);
    hearing(confirmed, cancelling, lapsed).asks(['WithdrawParcel', { cause: 'lapsed' }]);
  });
  it('an order without a parcel ends: nothing', () => {
    hearing(cancelling).asks();
    hearing(lapsed).asks();
  });
  it('the same news twice: no second parcel, and an end is an end', () => {
    hearing(confirmed, confirmed).asks();
    hearing(confirmed, lapsed, lapsed).asks();
    hearing(confirmed, lapsed, cancelling).asks();
    hearing(confirmed, lapsed, confirmed).asks();
  });
});

describe('the end of the window of a pass', () => {
  it('is due to the minute and expires that pass', () => {
    const windowTo = '2026-04-16T06:00:00.000Z';
    const pass = { parcelId: orderId, passId: orderId, place: 'ps-1', windowFrom: at, windowTo };
    expect(expiryOf(pass, territory)).toEqual({
      id: `expire-pass-${orderId}`,
      dueAt: windowTo,
      command: { action: 'ExpirePass', stream, data: { passId: orderId } },
    });
  });
});
