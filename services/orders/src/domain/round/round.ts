import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Fen, Instant, ItemClass, Territory } from '@baogong/kernel';

export type RoundItem = {
  offerId: string;
  sku: string;
  name: string;
  /** Missing in rounds of the time before items had one. */
  itemClass?: ItemClass;
  unit: string;
  priceFen: Fen;
  weightGrams: number;
  capPerHousehold: number;
};
export type FixedRequests = {
  roundId: string;
  /** Shard -> the highest position that belongs to the set. */
  positions: Record<string, number>;
  orders: number;
  seed: string;
  requestsHash: string;
  /** Offer -> pieces asked for, so that the process knows which counts to wait for. */
  demand: Record<string, number>;
};
type Opening = { roundId: string; territory: Territory; opensAt: Instant; closesAt: Instant; items: RoundItem[] };

export type RoundEvent =
  | { type: 'RoundOpened'; at: Instant; data: Opening & { openedBy: string } }
  | { type: 'RoundClosed'; at: Instant; data: { roundId: string; closedAt: Instant; reason: string } }
  | { type: 'RequestsFixed'; at: Instant; data: FixedRequests };

export type RoundCommand =
  | { type: 'OpenRound'; at: Instant; by: By; data: Opening & { unknownOffers: string[] } }
  | { type: 'CloseRound'; at: Instant; by: By; data: { reason: string } }
  | { type: 'FixRequests'; at: Instant; by: By; data: FixedRequests };

export type RoundRejection =
  | 'already-opened'
  | 'no-items'
  | 'item-twice'
  | 'unknown-offer'
  | 'window-empty'
  | 'window-already-ended'
  | 'cap-not-positive'
  | 'never-opened'
  | 'not-your-round'
  | 'reason-missing'
  | 'still-open';

export type OpenedRound = Opening & { openedBy: string };
export type RoundState =
  | { status: 'none' }
  | { status: 'open'; round: OpenedRound }
  | { status: 'closed'; round: OpenedRound; closedAt: Instant; reason: string }
  | { status: 'fixed'; round: OpenedRound; closedAt: Instant; reason: string; fixed: FixedRequests };

export const round: Decider<RoundState, RoundCommand, RoundEvent, RoundRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'OpenRound':
        return open(command, state);
      case 'CloseRound':
        return close(command, state);
      case 'FixRequests':
        if (state.status === 'none') return reject('never-opened');
        if (state.status === 'open') return reject('still-open');
        if (state.status === 'fixed') return accept(); // the first set stands for ever
        return accept({ type: 'RequestsFixed', at: command.at, data: command.data });
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'RoundOpened':
        return { status: 'open', round: event.data };
      case 'RoundClosed':
        return state.status === 'open'
          ? { status: 'closed', round: state.round, closedAt: event.data.closedAt, reason: event.data.reason }
          : state;
      case 'RequestsFixed':
        return state.status === 'closed' ? { ...state, status: 'fixed', fixed: event.data } : state;
      default:
        return unreachable(event);
    }
  },
};

/** Who speaks for a round: the organisation of the one who opened it, or that person. */
export const speakerOf = (by: By): string => by.organisation || by.actor;

function open({ at, by, data }: Extract<RoundCommand, { type: 'OpenRound' }>, state: RoundState) {
  if (state.status !== 'none') return reject('already-opened');
  const code = mistakeIn(data, at);
  if (code) return reject(code);
  const { unknownOffers: _known, ...opening } = data;
  return accept<RoundEvent>({ type: 'RoundOpened', at, data: { ...opening, openedBy: speakerOf(by) } });
}

function mistakeIn(data: Opening & { unknownOffers: string[] }, at: Instant): RoundRejection | undefined {
  if (data.unknownOffers.length > 0) return 'unknown-offer';
  if (data.items.length === 0) return 'no-items';
  if (new Set(data.items.map(({ offerId }) => offerId)).size < data.items.length) return 'item-twice';
  if (data.items.some(({ capPerHousehold }) => capPerHousehold < 1)) return 'cap-not-positive';
  if (data.closesAt <= data.opensAt) return 'window-empty';
  return data.closesAt <= at ? 'window-already-ended' : undefined;
}

function close({ at, by, data }: Extract<RoundCommand, { type: 'CloseRound' }>, state: RoundState) {
  if (state.status === 'none') return reject('never-opened');
  if (state.status !== 'open') return accept<RoundEvent>(); // timer and opener may both come
  const { roundId, closesAt, openedBy } = state.round;
  // Once the window has ended anyone on duty may say so; before that it is the opener's decision, with a reason.
  if (at < closesAt && speakerOf(by) !== openedBy) return reject('not-your-round');
  if (data.reason.trim() === '') return reject('reason-missing');
  return accept<RoundEvent>({ type: 'RoundClosed', at, data: { roundId, closedAt: at, reason: data.reason } });
}
