import { unreachable, type IssuedCommand, type Process } from '@baogong/decider';
import { addMinutes, type Instant, type Territory } from '@baogong/kernel';
import { parcelStream, PASS_MINUTES_MAX } from '../parcel/parcel.js';
import type { IssuedPass, ParcelLine, Place, PlannedParcel, WithdrawalCause } from '../parcel/messages.js';

export type OrderNews =
  | {
      type: 'OrderConfirmed';
      at: Instant;
      orderId: string;
      householdId: string;
      territory: Territory;
      place: Place;
      lines: ParcelLine[];
    }
  | { type: 'OrderCancellationRequested' | 'OrderLapsed'; orderId: string };

export type PlanningDecision =
  | { step: 'plan'; parcel: PlannedParcel }
  | { step: 'withdraw'; parcelId: string; territory: Territory; cause: WithdrawalCause };

export type PlanningState = { status: 'none' } | { status: 'planned' | 'over'; parcelId: string; territory: Territory };

/** A confirmed order becomes a parcel; an order that ends otherwise takes its parcel back, if it still can. */
export const parcelPlanning: Process<PlanningState, OrderNews, PlanningDecision> = {
  initial: { status: 'none' },

  streamOf: ({ orderId }) => orderId,

  react(news, state) {
    if (news.type === 'OrderConfirmed') return state.status === 'none' ? [planFor(news)] : [];
    // Orders end without ever having been confirmed; there is no parcel then.
    if (state.status !== 'planned') return [];
    const { parcelId, territory } = state;
    return [{ step: 'withdraw', parcelId, territory, cause: news.type === 'OrderLapsed' ? 'lapsed' : 'cancelled' }];
  },

  evolve(_state, decision) {
    if (decision.step === 'plan') {
      const { parcelId, territory } = decision.parcel;
      return { status: 'planned', parcelId, territory };
    }
    const { parcelId, territory, cause } = decision;
    // A cancellation may be declined, and the order lapse afterwards; a lapse is the end.
    return { status: cause === 'lapsed' ? 'over' : 'planned', parcelId, territory };
  },

  commandsOf(decision) {
    switch (decision.step) {
      case 'plan':
        return [asked('PlanParcel', decision.parcel, decision.parcel)];
      case 'withdraw':
        return [asked('WithdrawParcel', decision, { cause: decision.cause })];
      default:
        return unreachable(decision);
    }
  },
};

/** What is due when the window of a pass ends. */
export function expiryOf(
  pass: IssuedPass,
  territory: Territory,
): { id: string; dueAt: Instant; command: IssuedCommand } {
  const { parcelId, passId, windowTo } = pass;
  return {
    id: `expire-pass-${passId}`,
    dueAt: windowTo,
    command: asked('ExpirePass', { parcelId, territory }, { passId }),
  };
}

function planFor(news: Extract<OrderNews, { type: 'OrderConfirmed' }>): PlanningDecision {
  const { at, orderId, householdId, territory, place, lines } = news;
  const weightGrams = lines.reduce((sum, line) => sum + line.quantity * line.weightGrams, 0);
  const window = { windowFrom: at, windowTo: addMinutes(at, PASS_MINUTES_MAX) };
  // One parcel per order: its id is the order's.
  return {
    step: 'plan',
    parcel: { parcelId: orderId, orderId, householdId, territory, place, lines, weightGrams, ...window },
  };
}

function asked(
  action: string,
  { parcelId, territory }: { parcelId: string; territory: Territory },
  data: unknown,
): IssuedCommand {
  return { action, stream: { id: parcelStream(parcelId), kind: 'parcel', territory }, data };
}
