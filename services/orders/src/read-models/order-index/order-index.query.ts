import type { Instant } from '@baogong/kernel';
import { eventually, hasReached, rowsOf } from '../../application/reading.js';
import type { OrderAddress, Runtime } from '../../application/runtime.js';
import { orderIndex } from './order-index.projection.js';

const COLUMNS = `order_id as "orderId", round_id as "roundId", household_id as "householdId", territory`;

/** An order is unknown only once the index has seen all that was in the log when it was asked for. */
export async function orderAddress(runtime: Runtime, orderId: string): Promise<OrderAddress | 'behind' | undefined> {
  const read = async () => {
    const sql = `select ${COLUMNS} from orders.order_index where order_id = $1`;
    return (await rowsOf<OrderAddress>(runtime, sql, [orderId]))[0];
  };
  const found = await read();
  if (found) return found;
  const heads = Object.fromEntries((await runtime.store.heads()).entries());
  const complete = await eventually(() => hasReached(runtime, orderIndex, heads), Boolean);
  return (await read()) ?? (complete ? undefined : 'behind');
}

/** Complete up to the moment of asking; a round that is not known here yet has not ended. */
export async function ordersSince(
  runtime: Runtime,
  householdId: string,
  since: Instant,
): Promise<OrderAddress[] | undefined> {
  const heads = Object.fromEntries((await runtime.store.heads()).entries());
  if (!(await eventually(() => hasReached(runtime, orderIndex, heads), Boolean))) return undefined;
  return rowsOf<OrderAddress>(
    runtime,
    `select o.order_id as "orderId", o.round_id as "roundId", o.household_id as "householdId", o.territory
     from orders.order_index o left join orders.round r using (round_id)
     where o.household_id = $1 and (r.closes_at is null or r.closes_at >= $2)`,
    [householdId, since],
  );
}

export type OrdersAsked = { roundId?: string; householdId?: string; territory: string; after: string; limit: number };

export function ordersOf(runtime: Runtime, { roundId, householdId, territory, after, limit }: OrdersAsked) {
  return rowsOf<OrderAddress>(
    runtime,
    `select ${COLUMNS} from orders.order_index
     where ($1::text is null or round_id = $1) and ($2::text is null or household_id = $2)
       and (territory = $3 or starts_with(territory, $3 || '/')) and order_id > $4
     order by order_id limit $5`,
    [roundId ?? null, householdId ?? null, territory, after, limit],
  );
}
