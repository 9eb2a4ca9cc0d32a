import type { Instant, ItemClass, PolicyInForce, Risk, Territory } from '@baogong/kernel';
import type { Asked, Said } from '../messages.js';

export type Place = { kind: 'station'; stationId: string } | { kind: 'door' };

export interface ParcelLine {
  offerId: string;
  sku: string;
  name: string;
  /** Missing where the round was opened before items had one. */
  itemClass?: ItemClass;
  quantity: number;
  /** Of one piece. */
  weightGrams: number;
  lots: { lotId: string; quantity: number }[];
}

export interface PlannedParcel {
  parcelId: string;
  orderId: string;
  householdId: string;
  territory: Territory;
  place: Place;
  lines: ParcelLine[];
  weightGrams: number;
  /** When the household may expect it; the pass has a window of its own. */
  windowFrom: Instant;
  windowTo: Instant;
}

export interface IssuedPass {
  parcelId: string;
  passId: string;
  /** A station's id, or the household's territory for a door. */
  place: string;
  windowFrom: Instant;
  windowTo: Instant;
}

/** What somebody showed or said; that the signature of a pass is ours was found before. */
export type Proof =
  { means: 'pass'; passId: string; placeHash: string; householdAlias: string } | { means: 'code'; right: boolean };

export type WithdrawalCause = 'cancelled' | 'lapsed';

export type PassRefusal =
  | 'replayed'
  | 'forged'
  | 'foreign'
  | 'expired'
  | 'too-early'
  | 'wrong-code'
  | 'not-ready'
  | 'locked'
  | 'outside-policy';

/** The policy and the risk in force where the household lives. */
type Governed = { policy: PolicyInForce; risk: Risk };
/** What the policy said, where it was the reason. */
export type ByPolicy = { policy: number; clause: string; part: string; lineage: string; zh: string; en: string };

export type ParcelCommand =
  | Asked<'PlanParcel', PlannedParcel>
  | Asked<'PackParcel', { pieces: number; weightGrams: number; windowFrom?: Instant; windowTo?: Instant }>
  | Asked<'OfferParcel', { to: string }>
  | Asked<'AcceptParcel', Record<string, never>>
  | Asked<'HandOverParcel', { handOverId: string; place: string; proof: Proof } & Governed>
  | Asked<'WithdrawParcel', { cause: WithdrawalCause }>
  | Asked<'ExpirePass', { passId: string }>;

interface OfOrder {
  parcelId: string;
  orderId: string;
}

export interface HandedOver extends OfOrder {
  householdId: string;
  by: string;
  means: 'pass' | 'code';
  pieces: number;
  weightGrams: number;
}

export type ParcelEvent =
  | Said<'ParcelPlanned', PlannedParcel>
  | Said<'ParcelPacked', OfOrder & { packedBy: string; pieces: number; weightGrams: number }>
  | Said<'PassIssued', IssuedPass>
  | Said<'ParcelOffered', { parcelId: string; from: string; to: string }>
  | Said<'ParcelAccepted', { parcelId: string; custodian: string }>
  | Said<'PassRefused', { parcelId: string; place: string; reason: PassRefusal; byPolicy?: ByPolicy }>
  | Said<'ParcelHandedOver', HandedOver>
  | Said<'ParcelWithdrawn', OfOrder>
  | Said<'ParcelWithdrawalDeclined', OfOrder & { reason: string }>
  | Said<'PassExpired', { parcelId: string; passId: string }>
  | Said<'ParcelUncollected', OfOrder>;

export type ParcelRejection =
  | 'already-packed'
  | 'already-planned'
  | 'never-planned'
  | 'not-offered'
  | 'not-offered-to-you'
  | 'not-packed'
  | 'not-the-custodian'
  | 'offered-to-its-custodian'
  | 'over'
  | 'window-impossible'
  | 'window-open';
