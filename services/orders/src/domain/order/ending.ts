import { accept, reject } from '@baogong/decider';
import { namesOf, strangerToOrder } from './requesting.js';
import { withRefund } from './money.js';
import type { CommandOf, OrderEvent } from './messages.js';
import type { OrderStatus, PlacedOrder } from './state.js';

const ENDED: OrderStatus[] = ['fulfilled', 'cancelled', 'shorted', 'missed', 'lapsed'];

export const isEnded = (status: OrderStatus): boolean => ENDED.includes(status);

export function cancel({ at, by, data }: CommandOf<'CancelOrder'>, state: PlacedOrder) {
  const stranger = strangerToOrder(state, data.channel, by);
  if (stranger) return reject(stranger);
  const { reason } = data;
  const named = { ...namesOf(state), reason };
  switch (state.status) {
    case 'requested':
    case 'granted':
      return accept(...withRefund([{ type: 'OrderCancelled', at, data: named }], state, { at, dueFen: 0 }));
    case 'confirmed':
      // Delivery holds the goods now: it must give the parcel up before the order may end.
      return accept<OrderEvent>({ type: 'OrderCancellationRequested', at, data: named });
    case 'cancelling':
    case 'cancelled':
      return accept<OrderEvent>(); // asked before
    default:
      return reject('order-ended');
  }
}

export function completeCancellation({ at, data }: CommandOf<'CompleteCancellation'>, state: PlacedOrder) {
  if (state.status !== 'cancelling') return accept<OrderEvent>(); // handed over or lapsed meanwhile
  const names = namesOf(state);
  if (!data.withdrawn) {
    return accept<OrderEvent>({ type: 'OrderCancellationDeclined', at, data: { ...names, reason: data.reason } });
  }
  const reason = state.cancelReason ?? data.reason;
  return accept(...withRefund([{ type: 'OrderCancelled', at, data: { ...names, reason } }], state, { at, dueFen: 0 }));
}

export function fulfil({ at }: CommandOf<'FulfilOrder'>, state: PlacedOrder) {
  if (isEnded(state.status)) return accept<OrderEvent>();
  if (state.status !== 'confirmed' && state.status !== 'cancelling') return reject('not-confirmed');
  return accept<OrderEvent>({ type: 'OrderFulfilled', at, data: namesOf(state) });
}

export function lapse({ at, data }: CommandOf<'LapseOrder'>, state: PlacedOrder) {
  if (isEnded(state.status)) return accept<OrderEvent>();
  if (state.status === 'requested') return reject('not-granted');
  const lapsed: OrderEvent = { type: 'OrderLapsed', at, data: { ...namesOf(state), reason: data.reason } };
  return accept(...withRefund([lapsed], state, { at, dueFen: 0 }));
}
