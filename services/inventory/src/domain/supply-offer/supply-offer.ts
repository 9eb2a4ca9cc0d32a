import { accept, reject, unreachable } from '@baogong/decider';
import type { Decider } from '@baogong/decider';
import type { Fen, Instant, Territory } from '@baogong/kernel';
import type { Asked, Said } from '../messages.js';

export type ItemClass = 'food' | 'infant' | 'hygiene' | 'medicine' | 'device';

export interface Supply {
  offerId: string;
  territory: Territory;
  sku: string;
  name: string;
  itemClass: ItemClass;
  unit: string;
  priceFen: Fen;
  quantity: number;
  weightGrams: number;
  origin: string;
  arrivesFrom: Instant;
  arrivesTo: Instant;
}

export type SupplyOfferCommand = Asked<'AnnounceSupply', Supply> | Asked<'WithdrawSupply', { reason: string }>;
export type SupplyOfferEvent =
  Said<'SupplyAnnounced', Supply & { supplier: string }> | Said<'SupplyWithdrawn', { offerId: string; reason: string }>;

export type SupplyOfferRejection =
  | 'already-announced'
  | 'nothing-offered'
  | 'arrival-window-reversed'
  | 'never-announced'
  | 'no-reason'
  | 'not-your-supply';

export type SupplyOfferState =
  { status: 'none' } | { status: 'announced' | 'withdrawn'; supply: Supply & { supplier: string } };

export const supplyOfferStream = (offerId: string): string => `supply-offer-${offerId}`;

export const supplyOffer: Decider<SupplyOfferState, SupplyOfferCommand, SupplyOfferEvent, SupplyOfferRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'AnnounceSupply':
        return announce(command, state);
      case 'WithdrawSupply':
        return withdraw(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'SupplyAnnounced':
        return { status: 'announced', supply: event.data };
      case 'SupplyWithdrawn':
        return state.status === 'none' ? state : { ...state, status: 'withdrawn' };
      default:
        return unreachable(event);
    }
  },
};

type Of<T extends SupplyOfferCommand['type']> = Extract<SupplyOfferCommand, { type: T }>;

function announce({ at, by, data }: Of<'AnnounceSupply'>, state: SupplyOfferState) {
  if (state.status !== 'none') return reject('already-announced');
  if (data.quantity <= 0 || data.weightGrams <= 0) return reject('nothing-offered');
  if (data.arrivesTo < data.arrivesFrom) return reject('arrival-window-reversed');
  return accept<SupplyOfferEvent>({ type: 'SupplyAnnounced', at, data: { ...data, supplier: by.organisation } });
}

function withdraw({ at, by, data }: Of<'WithdrawSupply'>, state: SupplyOfferState) {
  if (state.status === 'none') return reject('never-announced');
  if (by.organisation !== state.supply.supplier) return reject('not-your-supply');
  if (state.status === 'withdrawn') return accept<SupplyOfferEvent>();
  if (data.reason.trim() === '') return reject('no-reason');
  const { offerId } = state.supply;
  return accept<SupplyOfferEvent>({ type: 'SupplyWithdrawn', at, data: { offerId, reason: data.reason } });
}
