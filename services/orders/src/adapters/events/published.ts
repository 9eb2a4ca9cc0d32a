import type {
  AllocationComputed,
  ConsentRecorded,
  GoodsGranted,
  HouseholdAmended,
  HouseholdRegistered,
  OrderAmended,
  OrderCancellationRequested,
  OrderCancelled,
  OrderConfirmed,
  OrderFulfilled,
  OrderLapsed,
  OrderMissedRound,
  OrderPlaced,
  OrderShorted,
  RefundDue,
  RequestsFixed,
  RoundClosed,
  RoundOpened,
  SettlementRecorded,
} from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';
import type { StoredEvent } from '@baogong/event-store';

/** What neighbours may see. Where the domain's event holds more than the contract, the rest stays here. */
export const published: PublishedMap = {
  HouseholdRegistered: ({ data }: StoredEvent): HouseholdRegistered => data as HouseholdRegistered,
  HouseholdAmended: ({ data }: StoredEvent): HouseholdAmended => data as HouseholdAmended,
  ConsentRecorded: ({ data }: StoredEvent): ConsentRecorded => data as ConsentRecorded,
  RoundOpened: ({ data }: StoredEvent): RoundOpened => data as RoundOpened,
  RoundClosed: ({ data }: StoredEvent): RoundClosed => data as RoundClosed,
  RequestsFixed({ data }: StoredEvent): RequestsFixed {
    const { roundId, positions, orders, seed, requestsHash, demand } = data as RequestsFixed;
    return { roundId, positions, orders, seed, requestsHash, ...(demand ? { demand } : {}) };
  },
  OrderPlaced({ data }: StoredEvent): OrderPlaced {
    const { orderId, roundId, householdId, territory, channel, lines, place } = data as OrderPlaced;
    return { orderId, roundId, householdId, territory, channel, lines, place };
  },
  OrderAmended: ({ data }: StoredEvent): OrderAmended => data as OrderAmended,
  OrderCancelled: ({ data }: StoredEvent): OrderCancelled => data as OrderCancelled,
  OrderMissedRound: ({ data }: StoredEvent): OrderMissedRound => data as OrderMissedRound,
  AllocationComputed: ({ data }: StoredEvent): AllocationComputed => data as AllocationComputed,
  GoodsGranted: ({ data }: StoredEvent): GoodsGranted => data as GoodsGranted,
  OrderShorted: ({ data }: StoredEvent): OrderShorted => data as OrderShorted,
  OrderConfirmed: ({ data }: StoredEvent): OrderConfirmed => data as OrderConfirmed,
  OrderCancellationRequested({ data }: StoredEvent): OrderCancellationRequested {
    const { orderId, householdId } = data as OrderCancellationRequested;
    return { orderId, householdId };
  },
  OrderFulfilled: ({ data }: StoredEvent): OrderFulfilled => data as OrderFulfilled,
  OrderLapsed: ({ data }: StoredEvent): OrderLapsed => data as OrderLapsed,
  SettlementRecorded: ({ data }: StoredEvent): SettlementRecorded => data as SettlementRecorded,
  RefundDue: ({ data }: StoredEvent): RefundDue => data as RefundDue,
};

const PRIVATE = [
  'OrderAmendmentMissed',
  'OrderCancellationDeclined',
  'WebhookRegistered',
  'WebhookSecretRotated',
  'WebhookDisabled',
  'WebhookEnabled',
  'WebhookSuspended',
  'WebhookReplayRequested',
];

/** These names are the storage format. */
export const eventTypes: Record<string, number> = Object.fromEntries(
  [...Object.keys(published), ...PRIVATE].map((type) => [type, 1]),
);
