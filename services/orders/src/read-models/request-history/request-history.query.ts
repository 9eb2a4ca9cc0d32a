import { hasReached, rowsOf } from '../../application/reading.js';
import type { Runtime, StandingRequest } from '../../application/runtime.js';
import { requestHistory } from './request-history.projection.js';

export type PlacedRequest = StandingRequest & { territory: string };

/** Of each order its last word at or below the positions; a cancelled one said that it wants nothing. */
export function requestsAt(
  runtime: Runtime,
  roundId: string,
  positions: Record<string, number>,
): Promise<PlacedRequest[]> {
  return rowsOf<PlacedRequest>(
    runtime,
    `select order_id as "orderId", household_id as "householdId", territory, lines, place from (
       select distinct on (order_id) * from orders.request_history
       where round_id = $1 and pos <= coalesce(($2::jsonb ->> shard::text)::bigint, 0)
       order by order_id, version desc) last
     where kind in ('placed', 'amended') order by order_id`,
    [roundId, JSON.stringify(positions)],
  );
}

export function historyReached(runtime: Runtime, positions: Record<string, number>): Promise<boolean> {
  return hasReached(runtime, requestHistory, positions);
}
