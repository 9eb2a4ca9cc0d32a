import type { By } from '@baogong/decider';
import type { Fen, Instant, ItemClass, PolicyInForce, Risk, Territory, Use } from '@baogong/kernel';
import type { Channel, HouseholdState } from '../household/household.js';
import type { RoundState } from '../round/round.js';

export type RequestLine = { offerId: string; quantity: number };
export type DeliveryPlace = { kind: 'station'; stationId: string } | { kind: 'door' };
export type GrantLine = {
  offerId: string;
  sku: string;
  name: string;
  itemClass?: ItemClass;
  quantity: number;
  requested: number;
  priceFen: Fen;
  weightGrams: number;
};
export type ShortedLine = { offerId: string; requested: number; granted: number; reason: string };
export type LotShare = { lotId: string; quantity: number };
export type ConfirmedLine = {
  offerId: string;
  sku: string;
  name: string;
  itemClass?: ItemClass;
  quantity: number;
  weightGrams: number;
  lots: LotShare[];
};
/** What inventory said about one granted line. */
export type StockAnswer = { offerId: string; lots: LotShare[] } | { offerId: string; declined: string };

type OfOrder = { orderId: string; roundId: string; householdId: string };
type Request = { lines: RequestLine[]; place: DeliveryPlace };
/** Where the station of the wish stands, if it names one that was opened. */
type Station = { stationAt?: Territory };
/** At most so many of an item, as long as the posture in force says so. */
type Rationed = { ration?: number };
/** The risk that counts is the present one, for all of a household's orders. */
export type OtherUse = Omit<Use, 'risk'>;
/** All of them that were placed since. */
export interface Others {
  since: Instant;
  uses: readonly OtherUse[];
}

/** The policy in force at the household. `others`: its orders in other rounds, where somebody has looked. */
type Governed = { policy: PolicyInForce; risk: Risk; others?: Others };
type Message<T extends string, D> = { type: T; at: Instant; data: D };
type Asked<T extends string, D> = { type: T; at: Instant; by: By; data: D };

export type Placing = OfOrder & Request & { territory: Territory; channel: Channel; platform?: string };

export type OrderEvent =
  | Message<'OrderPlaced', Placing>
  | Message<'OrderAmended', OfOrder & Request>
  /** The change came after the requests were fixed: the request stands as it was fixed. */
  | Message<'OrderAmendmentMissed', OfOrder & Request>
  | Message<'OrderMissedRound', OfOrder>
  | Message<
      'GoodsGranted',
      OfOrder & {
        territory: Territory;
        place: DeliveryPlace;
        lines: GrantLine[];
        amountDueFen: Fen;
        reservedUntil: Instant;
      }
    >
  | Message<'OrderShorted', OfOrder & { lines: ShortedLine[] }>
  | Message<'OrderConfirmed', OfOrder & { territory: Territory; place: DeliveryPlace; lines: ConfirmedLine[] }>
  | Message<'OrderCancellationRequested', OfOrder & { reason: string }>
  | Message<'OrderCancellationDeclined', OfOrder & { reason: string }>
  | Message<'OrderCancelled', OfOrder & { reason: string }>
  | Message<'OrderFulfilled', OfOrder>
  | Message<'OrderLapsed', OfOrder & { reason: string }>
  | Message<'SettlementRecorded', { orderId: string; amountFen: Fen; reference: string }>
  | Message<'RefundDue', { orderId: string; amountFen: Fen }>;

export type OrderCommand =
  | Asked<
      'PlaceOrder',
      { orderId: string; channel: Channel; household: HouseholdState; round: RoundState } & Request &
        Station &
        Rationed &
        Governed
    >
  | Asked<'AmendOrder', { channel: Channel; round: RoundState } & Request & Station & Rationed & Governed>
  | Asked<'CancelOrder', { channel: Channel; reason: string }>
  /** `standing` is the request as it was fixed, where only a change came too late. */
  | Asked<'MissRound', { standing?: Request }>
  | Asked<'GrantOrder', { lines: GrantLine[]; reservedUntil: Instant }>
  | Asked<'ConfirmOrder', { answers: StockAnswer[] }>
  | Asked<'CompleteCancellation', { withdrawn: boolean; reason: string }>
  | Asked<'FulfilOrder', Record<string, never>>
  | Asked<'LapseOrder', { reason: string }>
  | Asked<'RecordSettlement', { amountFen: Fen; reference: string }>;

export type OrderRejection =
  | 'already-ordered'
  | 'never-placed'
  | 'household-not-registered'
  | 'not-your-household'
  | 'not-your-order'
  | 'consent-missing'
  | 'another-community'
  | 'round-not-open'
  | 'window-not-begun'
  | 'window-ended'
  | 'no-lines'
  | 'line-twice'
  | 'quantity-not-positive'
  | 'item-not-in-round'
  | 'over-cap'
  | 'over-ration'
  | 'outside-policy'
  | 'others-uncounted'
  | 'unknown-station'
  | 'order-moved-on'
  | 'order-ended'
  | 'not-granted'
  | 'not-confirmed'
  | 'nothing-due'
  | 'amount-not-positive';

export type CommandOf<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;
