import { accept, reject, unreachable } from '@baogong/decider';
import type { Decider } from '@baogong/decider';
import { addMinutes, communityOf, entryOf, hashText, valuesOf, withEntry, withoutEntry } from '@baogong/kernel';
import type { Drawers, Instant, Territory } from '@baogong/kernel';
import type { Asked, Said } from '../messages.js';

export interface LotQuantity {
  lotId: string;
  quantity: number;
}
export interface NewLot extends LotQuantity {
  sku: string;
  offerId: string;
  /** Last day of use, `2026-04-20`. */
  expiresOn: string;
  supplier: string;
  /** The organisation that counted the goods and keeps them. */
  keeper: string;
}
export interface Wish {
  orderId: string;
  offerId: string;
  quantity: number;
  until: Instant;
}
interface OrderRef {
  orderId: string;
  offerId: string;
}
type Held = OrderRef & { lots: LotQuantity[] };
interface Adjustment {
  offerId: string;
  lotId: string;
  change: number;
  reason: string;
}

export type StockCommand =
  | Asked<'StockLot', NewLot>
  | Asked<'ReserveStock', Wish>
  | Asked<'ReleaseReservation', OrderRef & { reason: string }>
  | Asked<'PinReservation' | 'DispenseReservation' | 'ExpireReservation', OrderRef>
  | Asked<'AdjustStock', Adjustment & { ofKeeper?: string }>;

export type StockEvent =
  | Said<'LotStocked', NewLot>
  | Said<'StockReserved', Held & { until: Instant }>
  | Said<'StockReservationDeclined', OrderRef & { quantity: number; reason: 'not-enough-stock' | 'stock-expired' }>
  | Said<'ReservationReleased', Held & { reason: string }>
  | Said<'ReservationPinned', OrderRef>
  | Said<'ReservationExpired' | 'StockDispensed', Held>
  | Said<'StockAdjusted', Adjustment>;

export type StockRejection =
  | 'nothing-asked'
  | 'never-reserved'
  | 'reservation-over'
  | 'already-pinned'
  | 'not-yet-due'
  | 'no-such-lot'
  | 'not-your-goods'
  | 'no-reason'
  | 'more-than-on-hand'
  | 'more-than-received';

export interface Reservation {
  lots: LotQuantity[];
  until: Instant;
  pinned: boolean;
}

type Settlement = 'declined' | 'ended' | 'handed-over';

/** Plain records, so that a snapshot of the state is its JSON. */
export interface StockState {
  received: number;
  handedOver: number;
  lots: Record<string, { onHand: number; writtenOff: number; expiresOn: string; keeper: string }>;
  live: Drawers<Reservation>;
  /** Orders answered for good: declined, released, expired or handed over. */
  settled: Drawers<Settlement>;
}

/** One stream per offer and community. */
export function stockStream(territory: Territory, offerId: string): string {
  return `stock-${hashText(communityOf(territory) ?? territory).slice(0, 8)}-${offerId}`;
}

export const stock: Decider<StockState, StockCommand, StockEvent, StockRejection> = {
  initial: { received: 0, handedOver: 0, lots: {}, live: {}, settled: {} },
  snapshotRevision: 1,

  decide(command, state) {
    switch (command.type) {
      case 'StockLot':
        return stockLot(command, state);
      case 'ReserveStock':
        return reserve(command, state);
      case 'ReleaseReservation':
        return release(command, state);
      case 'PinReservation':
        return pin(command, state);
      case 'DispenseReservation':
        return dispense(command, state);
      case 'ExpireReservation':
        return expire(command, state);
      case 'AdjustStock':
        return adjust(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'LotStocked': {
        const { lotId, quantity, expiresOn, keeper } = event.data;
        const lots = { ...state.lots, [lotId]: { onHand: quantity, writtenOff: 0, expiresOn, keeper } };
        return { ...state, received: state.received + quantity, lots };
      }
      case 'StockReserved': {
        const { orderId, lots, until } = event.data;
        const live = withEntry(state.live, orderId, { lots, until, pinned: false });
        return { ...state, lots: moved(state.lots, lots, -1), live };
      }
      case 'StockReservationDeclined':
        return settle(state, event.data.orderId, 'declined');
      case 'ReservationPinned':
        return pinned(state, event.data.orderId);
      case 'ReservationReleased':
      case 'ReservationExpired':
        return { ...settle(state, event.data.orderId, 'ended'), lots: moved(state.lots, event.data.lots, 1) };
      case 'StockDispensed':
        return handedOver(state, event.data);
      case 'StockAdjusted':
        return adjusted(state, event.data);
      default:
        return unreachable(event);
    }
  },
};

/** The books of an offer: received = on hand + reserved + handed over + written off, always. */
export function booksOf(state: StockState) {
  const lots = Object.values(state.lots);
  return {
    received: state.received,
    onHand: lots.reduce((total, { onHand }) => total + onHand, 0),
    reserved: valuesOf(state.live).reduce((total, reservation) => total + sum(reservation.lots), 0),
    handedOver: state.handedOver,
    writtenOff: lots.reduce((total, { writtenOff }) => total + writtenOff, 0),
  };
}

type Of<T extends StockCommand['type']> = Extract<StockCommand, { type: T }>;
type Refer = { at: Instant; data: OrderRef };

function stockLot({ at, data }: Of<'StockLot'>, state: StockState) {
  if (state.lots[data.lotId]) return accept<StockEvent>();
  if (data.quantity <= 0) return reject('nothing-asked');
  return accept<StockEvent>({ type: 'LotStocked', at, data });
}

function reserve({ at, data }: Of<'ReserveStock'>, state: StockState) {
  const { orderId, offerId, quantity, until } = data;
  if (entryOf(state.live, orderId) || entryOf(state.settled, orderId)) return accept<StockEvent>(); // an answer once given stands
  if (quantity <= 0) return reject('nothing-asked');
  const lots = firstExpiring(state, quantity, at);
  if (lots) return accept<StockEvent>({ type: 'StockReserved', at, data: { orderId, offerId, lots, until } });
  const reason = booksOf(state).onHand < quantity ? 'not-enough-stock' : 'stock-expired';
  return accept<StockEvent>({ type: 'StockReservationDeclined', at, data: { orderId, offerId, quantity, reason } });
}

function release({ at, data }: Of<'ReleaseReservation'>, state: StockState) {
  const held = heldFor(data, state);
  if (held === 'settled') return accept<StockEvent>();
  if (held === 'never-reserved') return reject(held);
  return accept<StockEvent>({ type: 'ReservationReleased', at, data: { ...held, reason: data.reason } });
}

function pin({ at, data }: Refer, state: StockState) {
  const { orderId, offerId } = data;
  const reservation = entryOf(state.live, orderId);
  if (!reservation) return reject('never-reserved');
  if (reservation.pinned) return accept<StockEvent>();
  return accept<StockEvent>({ type: 'ReservationPinned', at, data: { orderId, offerId } });
}

function dispense({ at, data }: Refer, state: StockState) {
  const held = heldFor(data, state);
  if (held === 'never-reserved') return reject(held);
  if (held !== 'settled') return accept<StockEvent>({ type: 'StockDispensed', at, data: held });
  // Goods in people's hands that the books gave back to the shelf: someone has to look, so it is not passed over.
  return entryOf(state.settled, data.orderId) === 'handed-over' ? accept<StockEvent>() : reject('reservation-over');
}

function expire({ at, data }: Refer, state: StockState) {
  const held = heldFor(data, state);
  if (held === 'settled') return accept<StockEvent>();
  if (held === 'never-reserved') return reject(held);
  const { until, pinned } = entryOf(state.live, data.orderId)!;
  // Packed goods wait for their people; what ends such a reservation is a hand-over or a withdrawn parcel.
  if (pinned) return reject('already-pinned');
  if (at < until) return reject('not-yet-due');
  return accept<StockEvent>({ type: 'ReservationExpired', at, data: held });
}

function adjust({ at, data: { ofKeeper, ...data } }: Of<'AdjustStock'>, state: StockState) {
  const lot = state.lots[data.lotId];
  if (!lot) return reject('no-such-lot');
  if (ofKeeper !== undefined && ofKeeper !== lot.keeper) return reject('not-your-goods');
  if (data.change === 0) return reject('nothing-asked');
  if (data.reason.trim() === '') return reject('no-reason');
  if (-data.change > lot.onHand) return reject('more-than-on-hand', { onHand: lot.onHand });
  // Goods nobody received cannot be found: a rise only takes back what was written off before.
  if (data.change > lot.writtenOff) return reject('more-than-received', { writtenOff: lot.writtenOff });
  return accept<StockEvent>({ type: 'StockAdjusted', at, data });
}

function heldFor({ orderId, offerId }: OrderRef, state: StockState): Held | 'settled' | 'never-reserved' {
  const reservation = entryOf(state.live, orderId);
  if (reservation) return { orderId, offerId, lots: reservation.lots };
  return entryOf(state.settled, orderId) ? 'settled' : 'never-reserved';
}

/** First expired, first out, and never what is past its last day; undefined when there is not enough. */
function firstExpiring(state: StockState, quantity: number, at: Instant): LotQuantity[] | undefined {
  const today = dayInChina(at);
  const usable = Object.entries(state.lots)
    .filter(([, { onHand, expiresOn }]) => onHand > 0 && expiresOn >= today)
    .sort(([a, { expiresOn: first }], [b, { expiresOn: second }]) => compare(first, second) || compare(a, b));
  const taken: LotQuantity[] = [];
  let missing = quantity;
  for (const [lotId, { onHand }] of usable) {
    if (missing === 0) break;
    const part = Math.min(missing, onHand);
    taken.push({ lotId, quantity: part });
    missing -= part;
  }
  return missing === 0 ? taken : undefined;
}

/** The calendar day on the label is a day at UTC+8, the one time zone of the country. */
const dayInChina = (at: Instant): string => addMinutes(at, 480).slice(0, 10);
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const sum = (lots: readonly LotQuantity[]): number => lots.reduce((total, { quantity }) => total + quantity, 0);

function moved(lots: StockState['lots'], parts: readonly LotQuantity[], sign: 1 | -1): StockState['lots'] {
  const after = { ...lots };
  for (const { lotId, quantity } of parts) {
    const lot = after[lotId];
    if (lot) after[lotId] = { ...lot, onHand: lot.onHand + sign * quantity };
  }
  return after;
}

function settle(state: StockState, orderId: string, end: Settlement): StockState {
  return { ...state, live: withoutEntry(state.live, orderId), settled: withEntry(state.settled, orderId, end) };
}

function handedOver(state: StockState, { orderId, lots }: Held): StockState {
  return { ...settle(state, orderId, 'handed-over'), handedOver: state.handedOver + sum(lots) };
}

function pinned(state: StockState, orderId: string): StockState {
  const reservation = entryOf(state.live, orderId);
  return reservation ? { ...state, live: withEntry(state.live, orderId, { ...reservation, pinned: true }) } : state;
}

function adjusted(state: StockState, { lotId, change }: Adjustment): StockState {
  const lot = state.lots[lotId];
  if (!lot) return state;
  const after = { ...lot, onHand: lot.onHand + change, writtenOff: lot.writtenOff - change };
  return { ...state, lots: { ...state.lots, [lotId]: after } };
}
