import { deliveryContracts, ordersContracts } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { ReservationNews } from '../../domain/reservation/reservation.process.js';
import type { CountedGoods } from '../../domain/stocking/stocking.process.js';

export const RESERVATION_SOURCES = [
  { source: 'orders' as const, handles: ['GoodsGranted', 'OrderCancelled', 'OrderLapsed'] },
  { source: 'delivery' as const, handles: ['ParcelPacked', 'ParcelHandedOver'] },
];
export const STOCKING_SOURCES = [{ source: 'inventory' as const, handles: ['GoodsReceived'] }];

/** What the neighbours say, in the words of the reservation process. */
export function reservationNews({ type, data }: Pick<EventRecord, 'type' | 'data'>): ReservationNews | undefined {
  switch (type) {
    case 'GoodsGranted': {
      const { orderId, territory, lines, reservedUntil } = ordersContracts.GoodsGranted.schema.parse(data);
      const wanted = lines.map(({ offerId, quantity }) => ({ offerId, quantity }));
      return { type, orderId, territory, lines: wanted, until: reservedUntil };
    }
    case 'OrderCancelled':
      return ended(ordersContracts.OrderCancelled.schema.parse(data).orderId, 'order-cancelled');
    case 'OrderLapsed':
      return ended(ordersContracts.OrderLapsed.schema.parse(data).orderId, 'order-lapsed');
    case 'ParcelPacked':
      return { type, orderId: deliveryContracts.ParcelPacked.schema.parse(data).orderId };
    case 'ParcelHandedOver':
      return { type, orderId: deliveryContracts.ParcelHandedOver.schema.parse(data).orderId };
    default:
      return undefined;
  }
}

/** Our own event, so its private fields are there too. */
export function countedGoods({ data }: Pick<EventRecord, 'data'>): CountedGoods {
  return data as CountedGoods;
}

const ended = (orderId: string, reason: string): ReservationNews => ({ type: 'OrderEnded', orderId, reason });
