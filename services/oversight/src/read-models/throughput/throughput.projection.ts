import type {
  GoodsGranted,
  GoodsReceived,
  OrderAmended,
  OrderCancelled,
  OrderPlaced,
  OrderShorted,
  ParcelHandedOver,
  ParcelPacked,
  SupplyAnnounced,
} from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { addFacts, factOf, type Fact } from './facts.js';
import { noteJourney } from './journeys.js';

/** What was asked for, granted and shorted; and when each order came to each of these. */
export const throughputOfOrders: Projection = {
  name: 'throughput-orders',
  source: 'orders',
  handles: ['OrderPlaced', 'OrderAmended', 'OrderCancelled', 'GoodsGranted', 'OrderShorted'],
  async apply(tx, records) {
    await replaceRequests(tx, only(records, 'OrderPlaced', 'OrderAmended'));
    await copyCancelled(tx, only(records, 'OrderCancelled'));
    await addFacts(tx, [
      ...only(records, 'GoodsGranted').flatMap(grantedFacts),
      ...only(records, 'OrderShorted').flatMap(shortedFacts),
    ]);
    await noteJourney(tx, 'placed_at', only(records, 'OrderPlaced'));
    await noteJourney(tx, 'granted_at', only(records, 'GoodsGranted'));
  },
};

/** What was counted on arrival, and the weight of what is offered. */
export const throughputOfInventory: Projection = {
  name: 'throughput-inventory',
  source: 'inventory',
  handles: ['SupplyAnnounced', 'GoodsReceived'],
  async apply(tx, records) {
    await noteOffers(tx, only(records, 'SupplyAnnounced'));
    await addFacts(tx, only(records, 'GoodsReceived').flatMap(countedFacts));
  },
};

export const throughputOfDelivery: Projection = {
  name: 'throughput-delivery',
  source: 'delivery',
  handles: ['ParcelPacked', 'ParcelHandedOver'],
  async apply(tx, records) {
    const packed = only(records, 'ParcelPacked');
    const handedOver = only(records, 'ParcelHandedOver');
    await addFacts(tx, [...packed.map(parcelFact('packed')), ...handedOver.map(parcelFact('handedOver'))]);
    await noteJourney(tx, 'packed_at', packed);
    await noteJourney(tx, 'handed_over_at', handedOver);
  },
};

function only(records: EventRecord[], ...types: string[]): EventRecord[] {
  return records.filter(({ type }) => types.includes(type));
}

function requestedFacts(record: EventRecord): Fact[] {
  const { orderId, lines } = record.data as OrderPlaced | OrderAmended;
  return lines.map(({ offerId, quantity }) =>
    factOf(record, { stage: 'requested', subject: orderId, offerId, pieces: quantity, grams: null }),
  );
}

function grantedFacts(record: EventRecord): Fact[] {
  const { orderId, lines } = record.data as GoodsGranted;
  return lines.map(({ offerId, quantity, weightGrams }) =>
    factOf(record, { stage: 'granted', subject: orderId, offerId, pieces: quantity, grams: quantity * weightGrams }),
  );
}

function shortedFacts(record: EventRecord): Fact[] {
  const { orderId, lines } = record.data as OrderShorted;
  return lines.map(({ offerId, requested, granted }) =>
    factOf(record, { stage: 'shorted', subject: orderId, offerId, pieces: requested - granted, grams: null }),
  );
}

function countedFacts(record: EventRecord): Fact[] {
  const { consignmentId, lines } = record.data as GoodsReceived;
  return lines.map(({ offerId, accepted, weightGrams }) =>
    factOf(record, {
      stage: 'counted',
      subject: consignmentId,
      offerId,
      pieces: accepted,
      grams: accepted * weightGrams,
    }),
  );
}

function parcelFact(stage: 'packed' | 'handedOver') {
  return (record: EventRecord): Fact => {
    const { parcelId, pieces, weightGrams } = record.data as ParcelPacked | ParcelHandedOver;
    return factOf(record, { stage, subject: parcelId, offerId: '', pieces, grams: weightGrams });
  };
}

/** An amendment replaces the request whole; both are events of one order's stream and arrive in their order. */
async function replaceRequests(tx: Tx, records: EventRecord[]): Promise<void> {
  if (records.length === 0) return;
  const last = new Map(records.map((record) => [(record.data as OrderPlaced).orderId, record]));
  await tx.query(`delete from oversight.stage_fact where stage = 'requested' and subject = any($1::text[])`, [
    [...last.keys()],
  ]);
  await addFacts(tx, [...last.values()].flatMap(requestedFacts));
}

async function copyCancelled(tx: Tx, records: EventRecord[]): Promise<void> {
  const cancelled = records.map((record) => ({
    orderId: (record.data as OrderCancelled).orderId,
    hour: record.at.slice(0, 13),
  }));
  if (cancelled.length === 0) return;
  await tx.query(
    `insert into oversight.stage_fact (stage, subject, offer_id, community, hour, pieces, grams)
     select 'cancelled', f.subject, f.offer_id, f.community, c.hour, f.pieces, f.grams
     from json_to_recordset($1::json) as c("orderId" text, hour text)
     join oversight.stage_fact f on f.stage = 'requested' and f.subject = c."orderId"
     on conflict do nothing`,
    [JSON.stringify(cancelled)],
  );
}

async function noteOffers(tx: Tx, records: EventRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `insert into oversight.offer (offer_id, name, weight_grams)
     select o."offerId", o.name, o."weightGrams"
     from json_to_recordset($1::json) as o("offerId" text, name text, "weightGrams" bigint)
     on conflict do nothing`,
    [JSON.stringify(records.map(({ data }) => data as SupplyAnnounced))],
  );
}
