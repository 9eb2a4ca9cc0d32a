import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import type { FixedRequests, OpenedRound } from '../../domain/round/round.js';

export const rounds: Projection = {
  name: 'rounds',
  source: 'orders',
  handles: ['RoundOpened', 'RoundClosed', 'RequestsFixed'],
  async apply(tx, records) {
    for (const record of records) await APPLY[record.type]!(tx, record);
  },
};

const APPLY: Record<string, (tx: Tx, record: EventRecord) => Promise<unknown>> = {
  RoundOpened(tx, { data, community, version }) {
    const { roundId, territory, openedBy, opensAt, closesAt, items } = data as OpenedRound;
    return tx.query(
      `insert into orders.round
         (round_id, community, territory, status, opened_by, opens_at, closes_at, items, version)
       values ($1, $2, $3, 'open', $4, $5, $6, $7, $8) on conflict do nothing`,
      [roundId, community, territory, openedBy, opensAt, closesAt, items.length, version],
    );
  },
  RoundClosed(tx, { data, version }) {
    const { roundId, closedAt } = data as { roundId: string; closedAt: string };
    return tx.query(
      `update orders.round set status = 'closed', closed_at = $2, version = $3 where round_id = $1 and version < $3`,
      [roundId, closedAt, version],
    );
  },
  RequestsFixed(tx, { data, version }) {
    const { roundId, orders } = data as FixedRequests;
    return tx.query(
      `update orders.round set status = 'fixed', orders = $2, version = $3 where round_id = $1 and version < $3`,
      [roundId, orders, version],
    );
  },
};
