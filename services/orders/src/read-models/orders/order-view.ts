import type { PlacedOrder } from '../../domain/order/order.js';

/** An order as its household reads it: what was asked, what came of it and why, and what is owed by whom. */
export function orderView(order: PlacedOrder) {
  const { orderId, roundId, householdId, territory, channel, status, placedAt, place, lines, granted, shorted } = order;
  const { dueFen, settledFen, refundDueFen } = order.money;
  const reason = order.endReason ?? order.cancelReason;
  return {
    id: orderId,
    roundId,
    householdId,
    territory,
    channel,
    status,
    placedAt,
    place,
    lines,
    granted,
    shorted,
    amountDueFen: dueFen,
    settledFen,
    refundDueFen,
    notes: order.notes,
    ...(order.reservedUntil ? { reservedUntil: order.reservedUntil } : {}),
    ...(reason ? { reason } : {}),
  };
}
