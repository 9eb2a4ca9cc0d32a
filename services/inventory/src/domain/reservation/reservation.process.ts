import { unreachable } from '@baogong/decider';
import type { IssuedCommand, Process } from '@baogong/decider';
import { communityOf } from '@baogong/kernel';
import type { Instant, Territory } from '@baogong/kernel';
import { stockStream } from '../stock/stock.js';

export type ReservationNews =
  | {
      type: 'GoodsGranted';
      orderId: string;
      territory: Territory;
      lines: { offerId: string; quantity: number }[];
      until: Instant;
    }
  | { type: 'OrderEnded'; orderId: string; reason: string }
  | { type: 'ParcelPacked' | 'ParcelHandedOver'; orderId: string };

interface About {
  orderId: string;
  territory: Territory;
  offerIds: string[];
}

export type ReservationDecision =
  | (Omit<About, 'offerIds'> & { step: 'reserve'; lines: { offerId: string; quantity: number }[]; until: Instant })
  | (About & { step: 'release'; reason: string })
  | (About & { step: 'pin' | 'dispense' });

export type ReservationProcessState =
  { status: 'none' } | (About & { status: 'reserved' | 'packed' | 'returned' | 'handed-over' });

/** What the books owe an order, from the grant of its goods to the hand-over or the return to the shelf. */
export const reservation: Process<ReservationProcessState, ReservationNews, ReservationDecision> = {
  initial: { status: 'none' },

  streamOf: ({ orderId }) => orderId,

  react(news, state) {
    if (news.type === 'GoodsGranted') return state.status === 'none' ? [reserveFor(news)] : [];
    if (state.status === 'none' || state.status === 'handed-over') return [];
    const { orderId, territory, offerIds } = state;
    const about = { orderId, territory, offerIds };
    switch (news.type) {
      case 'OrderEnded':
        return state.status === 'returned' ? [] : [{ ...about, step: 'release', reason: news.reason }];
      case 'ParcelPacked':
        return state.status === 'reserved' ? [{ ...about, step: 'pin' }] : [];
      case 'ParcelHandedOver':
        // Even when the goods went back on the books: the refusal of the books is then the alarm.
        return [{ ...about, step: 'dispense' }];
      default:
        return unreachable(news);
    }
  },

  evolve(_state, decision) {
    const { orderId, territory, step } = decision;
    switch (step) {
      case 'reserve': {
        const offerIds = decision.lines.map(({ offerId }) => offerId);
        return { status: 'reserved', orderId, territory, offerIds };
      }
      case 'pin':
        return { status: 'packed', orderId, territory, offerIds: decision.offerIds };
      case 'release':
        return { status: 'returned', orderId, territory, offerIds: decision.offerIds };
      case 'dispense':
        return { status: 'handed-over', orderId, territory, offerIds: decision.offerIds };
      default:
        return unreachable(step);
    }
  },

  commandsOf(decision) {
    const { orderId, territory, step } = decision;
    const ask = (action: string, offerId: string, more: object = {}): IssuedCommand => ({
      action,
      stream: { id: stockStream(territory, offerId), kind: 'stock', territory },
      data: { orderId, offerId, ...more },
    });
    switch (step) {
      case 'reserve':
        return decision.lines.map(({ offerId, quantity }) =>
          ask('ReserveStock', offerId, { quantity, until: decision.until }),
        );
      case 'release':
        return decision.offerIds.map((offerId) => ask('ReleaseReservation', offerId, { reason: decision.reason }));
      case 'pin':
        return decision.offerIds.map((offerId) => ask('PinReservation', offerId));
      case 'dispense':
        return decision.offerIds.map((offerId) => ask('DispenseReservation', offerId));
      default:
        return unreachable(step);
    }
  },
};

function reserveFor(news: Extract<ReservationNews, { type: 'GoodsGranted' }>): ReservationDecision {
  const { orderId, territory, lines, until } = news;
  // Stock is kept by community; where in it the household lives is none of inventory's business.
  return { step: 'reserve', orderId, territory: communityOf(territory) ?? territory, lines, until };
}
