import type { EventRecord, Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer } from '@baogong/event-store';
import type { Instant } from '@baogong/kernel';

/** A reservation ends by itself unless the goods were packed, given back or handed over before. */
export const reservationTimersProjection: Projection = {
  name: 'reservation-timers',
  source: 'inventory',
  handles: ['StockReserved', 'ReservationPinned', 'ReservationReleased', 'StockDispensed'],

  async apply(tx, records) {
    for (const record of records) {
      const { orderId, offerId, until } = record.data as { orderId: string; offerId: string; until: Instant };
      const id = `reservation:${record.stream}:${orderId}`;
      if (record.type !== 'StockReserved') await cancelTimer(tx, id);
      else await scheduleTimer(tx, { id, dueAt: until, command: expiryOf(record, { orderId, offerId }) });
    }
  },
};

function expiryOf({ stream, territory }: EventRecord, data: { orderId: string; offerId: string }) {
  return { action: 'ExpireReservation', stream: { id: stream, kind: 'stock', territory }, data };
}
