import type {
  GoodsGranted,
  ParcelHandedOver,
  ParcelUncollected,
  ParcelWithdrawalDeclined,
  ParcelWithdrawn,
  ReservationExpired,
  StockReservationDeclined,
  StockReserved,
} from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { FulfilmentHears } from '../../domain/fulfilment/fulfilment.process.js';

type Told = Pick<EventRecord, 'type' | 'data'>;

const TRANSLATIONS: Record<string, (data: unknown) => FulfilmentHears> = {
  GoodsGranted(data) {
    const { orderId, roundId, householdId, territory, lines } = data as GoodsGranted;
    const offers = lines.map(({ offerId }) => offerId);
    return { kind: 'goods-granted', orderId, roundId, householdId, territory, offers };
  },
  StockReserved(data) {
    const { orderId, offerId, lots } = data as StockReserved;
    return { kind: 'stock-answered', orderId, answer: { offerId, lots } };
  },
  StockReservationDeclined(data) {
    const { orderId, offerId, reason } = data as StockReservationDeclined;
    return { kind: 'stock-answered', orderId, answer: { offerId, declined: reason } };
  },
  ReservationExpired: (data) => ({ kind: 'reservation-expired', orderId: (data as ReservationExpired).orderId }),
  ParcelHandedOver: (data) => ({ kind: 'parcel-handed-over', orderId: (data as ParcelHandedOver).orderId }),
  ParcelUncollected: (data) => ({ kind: 'parcel-uncollected', orderId: (data as ParcelUncollected).orderId }),
  ParcelWithdrawn: (data) => ({ kind: 'parcel-withdrawn', orderId: (data as ParcelWithdrawn).orderId }),
  ParcelWithdrawalDeclined(data) {
    const { orderId, reason } = data as ParcelWithdrawalDeclined;
    return { kind: 'withdrawal-declined', orderId, reason };
  },
};

export const FULFILMENT_SOURCES = [
  { source: 'orders' as const, handles: ['GoodsGranted'] },
  { source: 'inventory' as const, handles: ['StockReserved', 'StockReservationDeclined', 'ReservationExpired'] },
  {
    source: 'delivery' as const,
    handles: ['ParcelHandedOver', 'ParcelUncollected', 'ParcelWithdrawn', 'ParcelWithdrawalDeclined'],
  },
];

/** The facts of three services in the words of the fulfilment process. */
export function heardByFulfilment({ type, data }: Told): FulfilmentHears | undefined {
  return TRANSLATIONS[type]?.(data);
}
