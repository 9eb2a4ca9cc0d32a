import { reject, unreachable, type Decider, type Decision } from '@baogong/decider';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.js';
import { cancel, completeCancellation, fulfil, lapse } from './ending.js';
import { confirm, grant } from './granting.js';
import { amend, miss, place } from './requesting.js';
import { dueOf, recordSettlement } from './money.js';
import type { OrderState, PlacedOrder } from './state.js';

export type * from './messages.js';
export type * from './state.js';

/** One stream per round and household: the cap per household therefore holds over all channels and platforms. */
export const order: Decider<OrderState, OrderCommand, OrderEvent, OrderRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'PlaceOrder') return place(command, state);
    if (state.status === 'none') return reject('never-placed');
    switch (command.type) {
      case 'AmendOrder':
        return amend(command, state);
      case 'CancelOrder':
        return cancel(command, state);
      case 'RecordSettlement':
        return recordSettlement(command, state);
      default:
        return decideForProcess(command, state);
    }
  },

  evolve(state, event) {
    if (event.type === 'OrderPlaced') return placed(event);
    return state.status === 'none' ? state : evolvePlaced(state, event);
  },
};

/** What follows from facts recorded elsewhere; nobody asks for it in person. */
function decideForProcess(
  command: Exclude<OrderCommand, { type: 'PlaceOrder' | 'AmendOrder' | 'CancelOrder' | 'RecordSettlement' }>,
  state: PlacedOrder,
): Decision<OrderEvent, OrderRejection> {
  switch (command.type) {
    case 'MissRound':
      return miss(command, state);
    case 'GrantOrder':
      return grant(command, state);
    case 'ConfirmOrder':
      return confirm(command, state);
    case 'CompleteCancellation':
      return completeCancellation(command, state);
    case 'FulfilOrder':
      return fulfil(command, state);
    case 'LapseOrder':
      return lapse(command, state);
    default:
      return unreachable(command);
  }
}

function placed({ at, data }: Extract<OrderEvent, { type: 'OrderPlaced' }>): PlacedOrder {
  const money = { dueFen: 0, settledFen: 0, refundDueFen: 0, references: [] };
  return { status: 'requested', ...data, placedAt: at, granted: [], shorted: [], notes: [], money };
}

function evolvePlaced(state: PlacedOrder, event: Exclude<OrderEvent, { type: 'OrderPlaced' }>): PlacedOrder {
  switch (event.type) {
    case 'OrderAmended':
      return { ...state, lines: event.data.lines, place: event.data.place };
    case 'OrderAmendmentMissed':
      return noted({ ...state, lines: event.data.lines, place: event.data.place }, event.at, 'amendment-missed');
    case 'OrderMissedRound':
      return { ...state, status: 'missed' };
    case 'GoodsGranted':
    case 'OrderShorted':
    case 'OrderConfirmed':
      return evolveGoods(state, event);
    case 'SettlementRecorded':
    case 'RefundDue':
      return evolveMoney(state, event);
    default:
      return evolveEnding(state, event);
  }
}

function evolveGoods(
  state: PlacedOrder,
  event: Extract<OrderEvent, { type: 'GoodsGranted' | 'OrderShorted' | 'OrderConfirmed' }>,
): PlacedOrder {
  switch (event.type) {
    case 'GoodsGranted': {
      const { lines, reservedUntil, amountDueFen } = event.data;
      return {
        ...state,
        status: 'granted',
        granted: lines,
        reservedUntil,
        money: { ...state.money, dueFen: amountDueFen },
      };
    }
    case 'OrderShorted': {
      const gone = new Set(event.data.lines.filter(({ granted }) => granted === 0).map(({ offerId }) => offerId));
      const granted = state.granted.filter(({ offerId }) => !gone.has(offerId));
      const status = granted.length === 0 ? 'shorted' : state.status;
      const money = { ...state.money, dueFen: dueOf(granted) };
      return { ...state, status, granted, shorted: [...state.shorted, ...event.data.lines], money };
    }
    case 'OrderConfirmed':
      return { ...state, status: 'confirmed' };
    default:
      return unreachable(event);
  }
}

function evolveMoney(
  state: PlacedOrder,
  event: Extract<OrderEvent, { type: 'SettlementRecorded' | 'RefundDue' }>,
): PlacedOrder {
  const { money } = state;
  if (event.type === 'RefundDue') {
    return { ...state, money: { ...money, refundDueFen: money.refundDueFen + event.data.amountFen } };
  }
  const { amountFen, reference } = event.data;
  const references = [...money.references, reference];
  return { ...state, money: { ...money, settledFen: money.settledFen + amountFen, references } };
}

function evolveEnding(
  state: PlacedOrder,
  event: Extract<
    OrderEvent,
    {
      type:
        | 'OrderCancelled'
        | 'OrderCancellationRequested'
        | 'OrderCancellationDeclined'
        | 'OrderFulfilled'
        | 'OrderLapsed';
    }
  >,
): PlacedOrder {
  switch (event.type) {
    case 'OrderCancellationRequested':
      return { ...state, status: 'cancelling', cancelReason: event.data.reason };
    case 'OrderCancellationDeclined':
      return noted({ ...state, status: 'confirmed' }, event.at, `cancellation-declined: ${event.data.reason}`);
    case 'OrderFulfilled':
      return { ...state, status: 'fulfilled' };
    case 'OrderCancelled':
      return { ...state, status: 'cancelled', endReason: event.data.reason, money: { ...state.money, dueFen: 0 } };
    case 'OrderLapsed':
      return { ...state, status: 'lapsed', endReason: event.data.reason, money: { ...state.money, dueFen: 0 } };
    default:
      return unreachable(event);
  }
}

function noted(state: PlacedOrder, at: string, text: string): PlacedOrder {
  return { ...state, notes: [...state.notes, { at, text }] };
}
