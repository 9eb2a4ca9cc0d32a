import { accept, reject, unreachable } from '@baogong/decider';
import type { Decider } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';
import type { Asked, Said } from '../messages.js';

/** What the offer of a line is known to be at the moment of dispatch. */
export interface OfferFact {
  sku: string;
  supplier: string;
  weightGrams: number;
  territory: Territory;
  withdrawn: boolean;
}

export interface ShippedLine {
  offerId: string;
  sku: string;
  quantity: number;
  weightGrams: number;
}

export interface Consignment {
  consignmentId: string;
  roundId: string;
  territory: Territory;
  supplier: string;
  consignee: string;
  lines: ShippedLine[];
}

export interface CountedLine {
  offerId: string;
  accepted: number;
  rejected: { quantity: number; reason: string }[];
  /** Last day of use, `2026-04-20`. */
  expiresOn: string;
}

export interface ReceivedLine {
  offerId: string;
  sku: string;
  accepted: number;
  rejected: { quantity: number; reason: string }[];
  lot: { lotId: string; expiresOn: string };
  weightGrams: number;
}

export interface Dispatch {
  consignmentId: string;
  roundId: string;
  territory: Territory;
  consignee: string;
  lines: { offerId: string; quantity: number; offer?: OfferFact }[];
}

export type ConsignmentCommand =
  Asked<'DispatchConsignment', Dispatch> | Asked<'ReceiveGoods', { lines: CountedLine[] }>;
export type ConsignmentEvent =
  | Said<'ConsignmentDispatched', Consignment>
  | Said<'GoodsReceived', Omit<Consignment, 'lines'> & { lines: ReceivedLine[] }>;

export type ConsignmentRejection =
  | 'already-dispatched'
  | 'no-lines'
  | 'line-twice'
  | 'unknown-offer'
  | 'offer-withdrawn'
  | 'not-your-supply'
  | 'never-dispatched'
  | 'not-the-consignee'
  | 'already-counted'
  | 'lines-differ'
  | 'count-differs'
  | 'no-reason';

export type ConsignmentState =
  { status: 'none' } | { status: 'dispatched' | 'counted'; consignment: Consignment; counted: ReceivedLine[] };

export const consignmentStream = (consignmentId: string): string => `consignment-${consignmentId}`;

/** One lot per consignment and offer: who counts the same goods twice makes no second lot. */
export const lotOf = (consignmentId: string, offerId: string): string => `${consignmentId}-${offerId}`;

export const consignment: Decider<ConsignmentState, ConsignmentCommand, ConsignmentEvent, ConsignmentRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'DispatchConsignment':
        return dispatch(command, state);
      case 'ReceiveGoods':
        return receive(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ConsignmentDispatched':
        return { status: 'dispatched', consignment: event.data, counted: [] };
      case 'GoodsReceived':
        return state.status === 'none' ? state : { ...state, status: 'counted', counted: event.data.lines };
      default:
        return unreachable(event);
    }
  },
};

type Of<T extends ConsignmentCommand['type']> = Extract<ConsignmentCommand, { type: T }>;

function dispatch({ at, by, data }: Of<'DispatchConsignment'>, state: ConsignmentState) {
  if (state.status !== 'none') return reject('already-dispatched');
  if (data.lines.length === 0 || data.lines.some(({ quantity }) => quantity <= 0)) return reject('no-lines');
  if (namesTwice(data.lines)) return reject('line-twice');
  const lines: ShippedLine[] = [];
  for (const { offerId, quantity, offer } of data.lines) {
    if (!offer || offer.territory !== data.territory) return reject('unknown-offer', { offerId });
    if (offer.supplier !== by.organisation) return reject('not-your-supply', { offerId });
    if (offer.withdrawn) return reject('offer-withdrawn', { offerId });
    lines.push({ offerId, sku: offer.sku, quantity, weightGrams: offer.weightGrams });
  }
  const dispatched = { ...data, supplier: by.organisation, lines };
  return accept<ConsignmentEvent>({ type: 'ConsignmentDispatched', at, data: dispatched });
}

function receive({ at, by, data }: Of<'ReceiveGoods'>, state: ConsignmentState) {
  if (state.status === 'none') return reject('never-dispatched');
  const { lines: shipped, ...about } = state.consignment;
  // Which roles may count is the duty matrix's business; whose goods these are, is a fact and ours.
  if (by.organisation !== about.consignee) return reject('not-the-consignee');
  if (state.status === 'counted') return reject('already-counted');
  if (namesTwice(data.lines) || data.lines.length !== shipped.length) return reject('lines-differ');
  const lines: ReceivedLine[] = [];
  for (const { offerId, sku, quantity, weightGrams } of shipped) {
    const counted = data.lines.find((line) => line.offerId === offerId);
    if (!counted) return reject('lines-differ', { offerId });
    const fault = faultOf(counted, quantity);
    if (fault) return reject(fault, { offerId });
    const { accepted, rejected, expiresOn } = counted;
    const lot = { lotId: lotOf(about.consignmentId, offerId), expiresOn };
    lines.push({ offerId, sku, accepted, rejected, lot, weightGrams });
  }
  return accept<ConsignmentEvent>({ type: 'GoodsReceived', at, data: { ...about, lines } });
}

function faultOf({ accepted, rejected }: CountedLine, shipped: number): 'count-differs' | 'no-reason' | undefined {
  if (rejected.some(({ reason }) => reason.trim() === '')) return 'no-reason';
  if (accepted < 0 || rejected.some(({ quantity }) => quantity <= 0)) return 'count-differs';
  const counted = rejected.reduce((sum, { quantity }) => sum + quantity, accepted);
  return counted === shipped ? undefined : 'count-differs';
}

function namesTwice(lines: readonly { offerId: string }[]): boolean {
  return new Set(lines.map(({ offerId }) => offerId)).size !== lines.length;
}
