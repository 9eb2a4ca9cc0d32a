import { ordersContracts } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { OrderNews } from '../../domain/parcel-planning/parcel-planning.process.js';

export const ORDER_SOURCES = [
  { source: 'orders' as const, handles: ['OrderConfirmed', 'OrderCancellationRequested', 'OrderLapsed'] },
];

/** What orders says, in the words of parcel planning. */
export function orderNews({ type, at, data }: Pick<EventRecord, 'type' | 'at' | 'data'>): OrderNews | undefined {
  switch (type) {
    case 'OrderConfirmed': {
      const { roundId: _, ...confirmed } = ordersContracts.OrderConfirmed.schema.parse(data);
      return { type, at, ...confirmed };
    }
    case 'OrderCancellationRequested':
      return { type, orderId: ordersContracts.OrderCancellationRequested.schema.parse(data).orderId };
    case 'OrderLapsed':
      return { type, orderId: ordersContracts.OrderLapsed.schema.parse(data).orderId };
    default:
      return undefined;
  }
}
