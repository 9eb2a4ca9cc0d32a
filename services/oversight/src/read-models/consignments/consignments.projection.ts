import type { ConsignmentDispatched, GoodsReceived } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { minutesCountedAs } from '../throughput/durations.js';
import { addMinutes, hourOf, type LegCount } from '../throughput/sums.js';

/** Where each consignment is: with its supplier until its consignee has counted it. */
export const consignments: Projection = {
  name: 'consignments',
  source: 'inventory',
  handles: ['ConsignmentDispatched', 'GoodsReceived'],
  async apply(tx, records) {
    await write(tx, records.filter(({ type }) => type === 'ConsignmentDispatched').map(sentPart));
    await write(tx, records.filter(({ type }) => type === 'GoodsReceived').map(countedPart));
  },
};

interface Part {
  consignmentId: string;
  roundId: string;
  community: string;
  consignee: string;
  supplier?: string;
  dispatchedAt?: string;
  receivedAt?: string;
  shipped: number;
  accepted: number;
  rejected: number;
  offerIds: string[];
}

function sentPart({ data, community, at }: EventRecord): Part {
  const { consignmentId, roundId, consignee, supplier, lines } = data as ConsignmentDispatched;
  const shipped = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const offerIds = lines.map(({ offerId }) => offerId);
  const sent = { supplier, dispatchedAt: at, shipped, accepted: 0, rejected: 0, offerIds };
  return { consignmentId, roundId, community, consignee, ...sent };
}

function countedPart({ data, community, at }: EventRecord): Part {
  const { consignmentId, roundId, consignee, lines } = data as GoodsReceived;
  const accepted = lines.reduce((sum, line) => sum + line.accepted, 0);
  const rejected = lines.flatMap((line) => line.rejected).reduce((sum, { quantity }) => sum + quantity, 0);
  return { consignmentId, roundId, community, consignee, receivedAt: at, shipped: 0, accepted, rejected, offerIds: [] };
}

/** Both halves fill columns of their own, so either may come first. */
async function write(tx: Tx, parts: Part[]): Promise<void> {
  if (parts.length === 0) return;
  const changed = await tx.query<Changed>(
    `insert into oversight.consignment as c (consignment_id, round_id, community, supplier, consignee, dispatched_at,
       received_at, shipped, accepted, rejected, offer_ids)
     select p."consignmentId", p."roundId", p.community, p.supplier, p.consignee, p."dispatchedAt", p."receivedAt",
       p.shipped, p.accepted, p.rejected, array(select json_array_elements_text(p."offerIds"))
     from json_to_recordset($1::json) as p("consignmentId" text, "roundId" text, community text, supplier text,
       consignee text, "dispatchedAt" text, "receivedAt" text, shipped bigint, accepted bigint, rejected bigint,
       "offerIds" json)
     on conflict (consignment_id) do update set
       supplier = coalesce(c.supplier, excluded.supplier),
       dispatched_at = coalesce(c.dispatched_at, excluded.dispatched_at),
       received_at = coalesce(c.received_at, excluded.received_at),
       shipped = c.shipped + excluded.shipped, accepted = c.accepted + excluded.accepted,
       rejected = c.rejected + excluded.rejected,
       offer_ids = case when c.offer_ids = '{}' then excluded.offer_ids else c.offer_ids end
     returning new.community, new.dispatched_at as dispatched, new.received_at as received,
       old.dispatched_at is not null and old.received_at is not null as known`,
    [JSON.stringify(parts)],
  );
  await addMinutes(tx, changed.flatMap(legOf));
}

interface Changed {
  community: string;
  dispatched: string | null;
  received: string | null;
  /** Whether both moments stood there before. */
  known: boolean;
}

function legOf({ community, dispatched, received, known }: Changed): LegCount[] {
  if (known || dispatched === null || received === null) return [];
  const minutes = minutesCountedAs(dispatched, received);
  return [{ leg: 'dispatchedToCounted', community, hour: hourOf(received), minutes, count: 1 }];
}
