import { accept, reject } from '@baogong/decider';
import type { Fen, Instant } from '@baogong/kernel';
import type { CommandOf, GrantLine, OrderEvent } from './messages.js';
import type { PlacedOrder } from './state.js';

export function dueOf(lines: GrantLine[]): Fen {
  return lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);
}

/** Money is only recorded here, never moved: what was settled beyond the amount due is owed back. */
export function withRefund(events: OrderEvent[], state: PlacedOrder, now: { at: Instant; dueFen: Fen }): OrderEvent[] {
  const { settledFen, refundDueFen } = state.money;
  const amountFen = settledFen - refundDueFen - now.dueFen;
  if (amountFen <= 0) return events;
  return [...events, { type: 'RefundDue', at: now.at, data: { orderId: state.orderId, amountFen } }];
}

export function recordSettlement({ at, data }: CommandOf<'RecordSettlement'>, state: PlacedOrder) {
  const { amountFen, reference } = data;
  if (amountFen < 1) return reject('amount-not-positive');
  if (state.money.references.includes(reference)) return accept<OrderEvent>(); // told before
  if (state.reservedUntil === undefined) return reject('nothing-due');
  const { orderId, money } = state;
  const recorded: OrderEvent = { type: 'SettlementRecorded', at, data: { orderId, amountFen, reference } };
  const after = { ...state, money: { ...money, settledFen: money.settledFen + amountFen } };
  return accept<OrderEvent>(...withRefund([recorded], after, { at, dueFen: money.dueFen }));
}
