import { conversationWith } from '../conversation.js';
import { fulfilment, type FulfilmentHears } from './fulfilment.process.js';

const territory = 'd-pudong/s-weifang/c-y/b-07/h-1';
const granted: FulfilmentHears = {
  kind: 'goods-granted',
  orderId: 'o1',
  roundId: 'r1',
  householdId: '1',
  territory,
  offers: ['veg', 'egg'],
};
const lots = [{ lotId: 'l1', quantity: 2 }];
const reserved = (offerId: string): FulfilmentHears => ({
  kind: 'stock-answered',
  orderId: 'o1',
  answer: { offerId, lots },
});
const declined = (offerId: string): FulfilmentHears => ({
  kind: 'stock-answered',
  orderId: 'o1',
  answer: { offerId, declined: 'none-left' },
});
const heard = (kind: 'parcel-handed-over' | 'parcel-uncollected' | 'parcel-withdrawn' | 'reservation-expired') =>
  ({ kind, orderId: 'o1' }) as FulfilmentHears;
const withdrawalDeclined: FulfilmentHears = { kind: 'withdrawal-declined', orderId: 'o1', reason: 'handed-over' };
const confirm = (...answers: unknown[]) => ({ action: 'ConfirmOrder', data: { answers } });
const fulfil = { action: 'FulfilOrder', data: {} };
const talk = () => conversationWith(fulfilment);
const confirmed = () => talk().hears(granted).hears(reserved('veg')).hears(reserved('egg'));

describe('the fulfilment of an order', () => {
  it('is granted, reserved line by line, confirmed, handed over, fulfilled', () =>
    void talk()
      .hears(granted)
      .saysNothing()
      .hears(reserved('veg'))
      .saysNothing()
      .hears(reserved('egg'))
      .says(confirm({ offerId: 'veg', lots }, { offerId: 'egg', lots }))
      .to('order-r1-1')
      .hears(heard('parcel-handed-over'))
      .says(fulfil)
      .to('order-r1-1'));
  it('confirms with what inventory declined, so that the order shorts it', () =>
    void talk()
      .hears(granted)
      .hears(declined('veg'))
      .hears(reserved('egg'))
      .says(confirm({ offerId: 'veg', declined: 'none-left' }, { offerId: 'egg', lots })));
  it('counts each line once, however often inventory answers', () =>
    void talk().hears(granted).hears(reserved('veg')).hears(reserved('veg')).saysNothing());
  it('understands answers that overtake the grant', () =>
    void talk()
      .hears(reserved('egg'))
      .hears(declined('veg'))
      .saysNothing()
      .hears(granted)
      .says(confirm({ offerId: 'egg', lots }, { offerId: 'veg', declined: 'none-left' })));
  it('understands an end that overtakes the grant', () =>
    void talk()
      .hears(reserved('egg'))
      .hears(reserved('veg'))
      .hears(heard('parcel-handed-over'))
      .saysNothing()
      .hears(granted)
      .says(confirm({ offerId: 'egg', lots }, { offerId: 'veg', lots }), fulfil));
  it('confirms once', () => void confirmed().hears(granted).saysNothing());
});

describe('its compensations', () => {
  it('completes a cancellation when the parcel is withdrawn', () =>
    void confirmed()
      .hears(heard('parcel-withdrawn'))
      .says({ action: 'CompleteCancellation', data: { withdrawn: true, reason: 'parcel-withdrawn' } }));
  it('takes a cancellation back when the parcel cannot be withdrawn, and goes on', () =>
    void confirmed()
      .hears(withdrawalDeclined)
      .says({ action: 'CompleteCancellation', data: { withdrawn: false, reason: 'handed-over' } })
      .hears(heard('parcel-handed-over'))
      .says(fulfil));
  it('S43: lapses the order nobody collected', () =>
    void confirmed()
      .hears(heard('parcel-uncollected'))
      .says({ action: 'LapseOrder', data: { reason: 'uncollected' } }));
  it('lapses the order whose reservation expired', () =>
    void confirmed()
      .hears(heard('reservation-expired'))
      .says({ action: 'LapseOrder', data: { reason: 'reservation-expired' } }));
});
