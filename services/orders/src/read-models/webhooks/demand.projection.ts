import type { SupplyAnnounced } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { readRound } from '../../application/reading.js';
import { NotYet, type Runtime } from '../../application/runtime.js';
import type { FixedRequests, OpenedRound } from '../../domain/round/round.js';
import type { Demand, DemandLine } from '../demand/demand.answers.js';
import { demandOf } from '../demand/demand.query.js';
import { historyReached, requestsAt } from '../request-history/request-history.query.js';
import { noteMessage } from './messages.js';

/** Who announced which offer. */
export const webhookOffers: Projection = {
  name: 'webhook-offers',
  source: 'inventory',
  handles: ['SupplyAnnounced'],
  async apply(tx, records) {
    for (const { data } of records) {
      const { offerId, supplier } = data as SupplyAnnounced;
      await tx.query('insert into orders.webhook_offer values ($1, $2) on conflict do nothing', [offerId, supplier]);
    }
  },
};

/** Each supplier of a round is told the demand for its own offers, per building, once the requests are fixed. */
export function webhookDemand(runtime: Runtime): Projection {
  return {
    name: 'webhook-demand',
    source: 'orders',
    handles: ['RequestsFixed'],
    async apply(tx, records) {
      for (const record of records) await tellDemand(runtime, tx, record);
    },
  };
}

async function tellDemand(runtime: Runtime, tx: Tx, record: EventRecord): Promise<void> {
  const { roundId, positions, orders } = record.data as FixedRequests;
  const { state } = await readRound(runtime, roundId);
  if (state.status === 'none') throw new Error(`round ${roundId} is fixed and was never opened`);
  if (!(await historyReached(runtime, positions))) throw new NotYet(`requests of ${roundId} are still being read`);
  const demand = demandOf(await requestsAt(runtime, roundId, positions));
  for (const [supplier, offerIds] of await suppliersOf(tx, state.round)) {
    const { territory, closesAt } = state.round;
    const data = { roundId, territory, closesAt, orders, ...ofOffers(demand, offerIds) };
    await noteMessage(tx, record, { supplier, type: 'demand.fixed', data });
  }
}

async function suppliersOf(tx: Tx, { roundId, items }: OpenedRound): Promise<Map<string, Set<string>>> {
  const rows = await tx.query<{ offerId: string; supplier: string }>(
    'select offer_id as "offerId", supplier from orders.webhook_offer where offer_id = any($1::text[])',
    [items.map(({ offerId }) => offerId)],
  );
  if (rows.length < items.length) throw new NotYet(`offers of ${roundId} are still being read`);
  const offers = new Map<string, Set<string>>();
  for (const { offerId, supplier } of rows) offers.set(supplier, (offers.get(supplier) ?? new Set()).add(offerId));
  return offers;
}

function ofOffers({ buildings, totals }: Demand, offerIds: Set<string>): Demand {
  const own = (lines: DemandLine[]) => lines.filter(({ offerId }) => offerIds.has(offerId));
  const wanted = buildings.map(({ building, lines }) => ({ building, lines: own(lines) }));
  return { buildings: wanted.filter(({ lines }) => lines.length > 0), totals: own(totals) };
}
