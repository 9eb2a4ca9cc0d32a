import type { StreamRef } from '@baogong/commanding';
import type { Territory } from '@baogong/kernel';

export function householdStream(householdId: string, territory: Territory): StreamRef {
  return { id: `household-${householdId}`, kind: 'household', territory };
}

export function roundStream(roundId: string, territory: Territory): StreamRef {
  return { id: `round-${roundId}`, kind: 'round', territory };
}

export function allocationStream(roundId: string, territory: Territory): StreamRef {
  return { id: `allocation-${roundId}`, kind: 'allocation', territory };
}

/** One stream per round and household: two orders of one household in one round meet here, whatever their channels. */
export function orderStream(order: { roundId: string; householdId: string; territory: Territory }): StreamRef {
  return { id: `order-${order.roundId}-${order.householdId}`, kind: 'order', territory: order.territory };
}

export function webhookStream(subscriptionId: string, territory: Territory): StreamRef {
  return { id: `webhook-${subscriptionId}`, kind: 'webhook', territory };
}
