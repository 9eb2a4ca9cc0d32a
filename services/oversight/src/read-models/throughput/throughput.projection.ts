import type {
  ConsignmentDispatched,
  GoodsGranted,
  GoodsReceived,
  OrderShorted,
  ParcelHandedOver,
  ParcelPacked,
  StockReserved,
  SupplyAnnounced,
} from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import { noteOffers } from './offers.js';
import { noteJourney } from './journeys.js';
import { goodsOf, noteParcels } from './parcels.js';
import { cancelledAmounts, requestedAmounts } from './requests.js';
import { addAmounts, addCounts, hourOf, type Amount, type StageCount } from './sums.js';

/** What was asked for, granted and shorted; and when each order came to each of these. */
export const throughputOfOrders: Projection = {
  name: 'throughput-orders',
  source: 'orders',
  handles: ['OrderPlaced', 'OrderAmended', 'OrderCancelled', 'OrderMissedRound', 'GoodsGranted', 'OrderShorted'],
  async apply(tx, records) {
    const requested = await requestedAmounts(tx, only(records, 'OrderPlaced', 'OrderAmended'));
    const cancelled = await cancelledAmounts(tx, only(records, 'OrderCancelled'));
    await addAmounts(tx, [
      ...requested,
      ...cancelled,
      ...only(records, 'GoodsGranted').flatMap(granted),
      ...only(records, 'OrderShorted').flatMap(shorted),
    ]);
    await noteJourney(tx, 'placed_at', only(records, 'OrderPlaced'));
    await noteJourney(tx, 'granted_at', only(records, 'GoodsGranted'));
    await noteJourney(tx, 'shorted_at', only(records, 'OrderShorted'));
    await noteJourney(tx, 'missed_at', only(records, 'OrderMissedRound'));
    await noteJourney(tx, 'cancelled_at', only(records, 'OrderCancelled'));
  },
};

/** What was offered, sent, counted on arrival and reserved, and the weight and class of what is offered. */
export const throughputOfInventory: Projection = {
  name: 'throughput-inventory',
  source: 'inventory',
  handles: ['SupplyAnnounced', 'ConsignmentDispatched', 'GoodsReceived', 'StockReserved'],
  async apply(tx, records) {
    await noteOffers(tx, only(records, 'SupplyAnnounced'));
    const of = {
      offered: only(records, 'SupplyAnnounced').flatMap(offered),
      dispatched: only(records, 'ConsignmentDispatched').flatMap(dispatched),
      received: only(records, 'GoodsReceived').flatMap(received),
      reserved: only(records, 'StockReserved').flatMap(reserved),
    };
    await addAmounts(tx, Object.values(of).flat());
    await addCounts(tx, [
      ...only(records, 'SupplyAnnounced').map(countedAs('offered')),
      ...only(records, 'ConsignmentDispatched').map(countedAs('dispatched')),
      ...only(records, 'GoodsReceived').map(countedAs('arrived')),
      ...only(records, 'GoodsReceived').map(countedAs('counted')),
    ]);
    await noteJourney(tx, 'reserved_at', only(records, 'StockReserved'));
  },
};

export const throughputOfDelivery: Projection = {
  name: 'throughput-delivery',
  source: 'delivery',
  handles: ['ParcelPlanned', 'ParcelPacked', 'ParcelHandedOver'],
  async apply(tx, records) {
    await noteParcels(tx, only(records, 'ParcelPlanned'));
    const packed = only(records, 'ParcelPacked');
    const handedOver = only(records, 'ParcelHandedOver');
    await addAmounts(tx, [
      ...packed.map(parcel('packed')),
      ...handedOver.map(parcel('handedOver')),
      ...(await goodsOf(tx, 'packedGoods', packed)),
      ...(await goodsOf(tx, 'handedOverGoods', handedOver)),
    ]);
    await noteJourney(tx, 'packed_at', packed);
    await noteJourney(tx, 'handed_over_at', handedOver);
  },
};

function only(records: EventRecord[], ...types: string[]): EventRecord[] {
  return records.filter(({ type }) => types.includes(type));
}

function amountOf({ community, at }: EventRecord, part: Omit<Amount, 'community' | 'hour' | 'orders'>): Amount {
  return { ...part, community, hour: hourOf(at), orders: 1 };
}

const countedAs =
  (stage: StageCount['stage']) =>
  ({ community, at }: EventRecord): StageCount => ({ stage, community, hour: hourOf(at), count: 1 });

function granted(record: EventRecord): Amount[] {
  const { lines } = record.data as GoodsGranted;
  return lines.map(({ offerId, quantity, weightGrams }) =>
    amountOf(record, { stage: 'granted', offerId, actor: '', pieces: quantity, grams: quantity * weightGrams }),
  );
}

function shorted(record: EventRecord): Amount[] {
  const { lines } = record.data as OrderShorted;
  return lines.map(({ offerId, requested, granted: given }) =>
    amountOf(record, { stage: 'shorted', offerId, actor: '', pieces: requested - given, grams: null }),
  );
}

function offered(record: EventRecord): Amount[] {
  const { offerId, supplier, quantity, weightGrams } = record.data as SupplyAnnounced;
  const part = { offerId, actor: supplier, pieces: quantity, grams: quantity * weightGrams };
  return [amountOf(record, { stage: 'offered', ...part })];
}

function dispatched(record: EventRecord): Amount[] {
  const { supplier, lines } = record.data as ConsignmentDispatched;
  return lines.map(({ offerId, quantity }) =>
    amountOf(record, { stage: 'dispatched', offerId, actor: supplier, pieces: quantity, grams: null }),
  );
}

/** All that came has arrived; what was accepted of it is counted. */
function received(record: EventRecord): Amount[] {
  const { consignee: actor, lines } = record.data as GoodsReceived;
  return lines.flatMap(({ offerId, accepted, rejected, weightGrams }) => {
    const came = rejected.reduce((sum, { quantity }) => sum + quantity, accepted);
    return [
      amountOf(record, { stage: 'arrived', offerId, actor, pieces: came, grams: came * weightGrams }),
      amountOf(record, { stage: 'counted', offerId, actor, pieces: accepted, grams: accepted * weightGrams }),
    ];
  });
}

function reserved(record: EventRecord): Amount[] {
  const { offerId, lots } = record.data as StockReserved;
  const pieces = lots.reduce((sum, { quantity }) => sum + quantity, 0);
  return [amountOf(record, { stage: 'reserved', offerId, actor: '', pieces, grams: null })];
}

function parcel(stage: 'packed' | 'handedOver') {
  return (record: EventRecord): Amount => {
    const { pieces, weightGrams } = record.data as ParcelPacked | ParcelHandedOver;
    const data = record.data as { packedBy?: string; by?: string };
    const actor = (stage === 'packed' ? data.packedBy : data.by) ?? '';
    return amountOf(record, { stage, offerId: '', actor, pieces, grams: weightGrams });
  };
}
