import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

type Sum = { offerId: string; pieces: number };

export function countedFor(runtime: Runtime, roundId: string): Promise<Record<string, number>> {
  return sums(runtime, roundId, '');
}

export function stockedFor(runtime: Runtime, roundId: string): Promise<Record<string, number>> {
  return sums(runtime, roundId, 'join orders.stocked_lot using (lot_id)');
}

async function sums(runtime: Runtime, roundId: string, join: string): Promise<Record<string, number>> {
  const rows = await rowsOf<Sum>(
    runtime,
    `select offer_id as "offerId", sum(accepted)::float8 as pieces from orders.counted_line ${join}
     where round_id = $1 group by offer_id`,
    [roundId],
  );
  return Object.fromEntries(rows.map(({ offerId, pieces }) => [offerId, pieces]));
}
