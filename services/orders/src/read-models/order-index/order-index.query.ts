import { eventually, rowsOf } from '../../application/reading.js';
import type { OrderAddress, Runtime } from '../../application/runtime.js';

const COLUMNS = `order_id as "orderId", round_id as "roundId", household_id as "householdId", territory`;

export async function orderAddress(runtime: Runtime, orderId: string): Promise<OrderAddress | undefined> {
  const read = () =>
    rowsOf<OrderAddress>(runtime, `select ${COLUMNS} from orders.order_index where order_id = $1`, [orderId]);
  const [found] = await eventually(read, (rows) => rows.length > 0);
  return found;
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
