import { unreachable, type IssuedCommand, type Process } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';

type OrderAddress = { orderId: string; roundId: string; householdId: string; territory: Territory };
type LotShare = { lotId: string; quantity: number };
type Answer = { offerId: string; lots: LotShare[] } | { offerId: string; declined: string };
type End =
  | { action: 'FulfilOrder'; data: Record<string, never> }
  | { action: 'LapseOrder'; data: { reason: string } }
  | { action: 'CompleteCancellation'; data: { withdrawn: boolean; reason: string } };

/** What the process hears, in its own words; of neighbours it knows the order's id alone. */
export type FulfilmentHears =
  | ({ kind: 'goods-granted'; offers: string[] } & OrderAddress)
  | { kind: 'stock-answered'; orderId: string; answer: Answer }
  | { kind: 'parcel-handed-over'; orderId: string }
  | { kind: 'parcel-uncollected'; orderId: string }
  | { kind: 'parcel-withdrawn'; orderId: string }
  | { kind: 'withdrawal-declined'; orderId: string; reason: string }
  | { kind: 'reservation-expired'; orderId: string };

export type FulfilmentDecides =
  | { kind: 'begun'; order: OrderAddress; offers: string[] }
  | { kind: 'answer-noted'; answer: Answer }
  | { kind: 'confirmation-asked'; order: OrderAddress; answers: Answer[] }
  | { kind: 'end-noted'; end: End }
  | { kind: 'end-asked'; order: OrderAddress; end: End };

export type FulfilmentState = {
  order?: OrderAddress;
  offers: string[];
  answers: Answer[];
  confirming: boolean;
  /** Heard before the grant itself: neighbours' logs may be read faster than our own. */
  waiting: End[];
};

/**
 * From a grant to its end over three services. Inventory answers each line, then the order is confirmed; delivery
 * carries the parcel; its hand-over fulfils the order. Compensations: declined lines are shorted by the order itself,
 * a withdrawn parcel completes a cancellation, an uncollected parcel or an expired reservation lapses the order.
 */
export const fulfilment: Process<FulfilmentState, FulfilmentHears, FulfilmentDecides> = {
  initial: { offers: [], answers: [], confirming: false, waiting: [] },

  streamOf: ({ orderId }) => orderId,

  react(event, state) {
    switch (event.kind) {
      case 'goods-granted':
        return begin(event, state);
      case 'stock-answered':
        return hearAnswer(event.answer, state);
      default:
        return hearEnd(endOf(event), state);
    }
  },

  evolve(state, decision) {
    switch (decision.kind) {
      case 'begun':
        return { ...state, order: decision.order, offers: decision.offers };
      case 'answer-noted':
        return { ...state, answers: [...state.answers, decision.answer] };
      case 'confirmation-asked':
        return { ...state, confirming: true };
      case 'end-noted':
        return { ...state, waiting: [...state.waiting, decision.end] };
      case 'end-asked':
        return { ...state, waiting: [] };
      default:
        return unreachable(decision);
    }
  },

  commandsOf(decision) {
    if (decision.kind === 'confirmation-asked') {
      return [toOrder(decision.order, { action: 'ConfirmOrder', data: { answers: decision.answers } })];
    }
    return decision.kind === 'end-asked' ? [toOrder(decision.order, decision.end)] : [];
  },
};

function begin(
  event: Extract<FulfilmentHears, { kind: 'goods-granted' }>,
  state: FulfilmentState,
): FulfilmentDecides[] {
  if (state.order) return [];
  const { orderId, roundId, householdId, territory, offers } = event;
  const order = { orderId, roundId, householdId, territory };
  const begun: FulfilmentDecides = { kind: 'begun', order, offers };
  const known = fulfilment.evolve(state, begun);
  const ends = state.waiting.map((end) => ({ kind: 'end-asked' as const, order, end }));
  return [begun, ...confirmation(known), ...ends];
}

function hearAnswer(answer: Answer, state: FulfilmentState): FulfilmentDecides[] {
  if (state.answers.some(({ offerId }) => offerId === answer.offerId)) return [];
  const noted: FulfilmentDecides = { kind: 'answer-noted', answer };
  return [noted, ...confirmation(fulfilment.evolve(state, noted))];
}

function confirmation({ order, offers, answers, confirming }: FulfilmentState): FulfilmentDecides[] {
  const answered = offers.every((offerId) => answers.some((answer) => answer.offerId === offerId));
  return order && answered && !confirming ? [{ kind: 'confirmation-asked', order, answers }] : [];
}

function hearEnd(end: End, { order }: FulfilmentState): FulfilmentDecides[] {
  return order ? [{ kind: 'end-asked', order, end }] : [{ kind: 'end-noted', end }];
}

function endOf(event: Exclude<FulfilmentHears, { kind: 'goods-granted' | 'stock-answered' }>): End {
  switch (event.kind) {
    case 'parcel-handed-over':
      return { action: 'FulfilOrder', data: {} };
    case 'parcel-uncollected':
      return { action: 'LapseOrder', data: { reason: 'uncollected' } };
    case 'reservation-expired':
      return { action: 'LapseOrder', data: { reason: 'reservation-expired' } };
    case 'parcel-withdrawn':
      return { action: 'CompleteCancellation', data: { withdrawn: true, reason: 'parcel-withdrawn' } };
    case 'withdrawal-declined':
      return { action: 'CompleteCancellation', data: { withdrawn: false, reason: event.reason } };
    default:
      return unreachable(event);
  }
}

function toOrder(
  { roundId, householdId, territory }: OrderAddress,
  said: { action: string; data: unknown },
): IssuedCommand {
  return { ...said, stream: { id: `order-${roundId}-${householdId}`, kind: 'order', territory } };
}
