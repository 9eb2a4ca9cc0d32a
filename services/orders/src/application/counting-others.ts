import type { Instant } from '@baogong/kernel';
import type { CommandResult } from '@baogong/commanding';
import { reachedBack, requestAsUse } from '../domain/order/governing.js';
import type { OrderEvent, OrderRejection, OrderStatus, Others, OtherUse } from '../domain/order/order.js';
import { readOrder, readRound } from './reading.js';
import type { Facts, OrderAddress, Runtime, Turns } from './runtime.js';

export type OrderResult = CommandResult<OrderEvent, OrderRejection>;
export type Parts = { runtime: Runtime; facts: Facts; turns: Turns };
export interface Asking {
  orderId: string;
  householdId: string;
  /** When the order that is asked about was or would be placed. */
  at: Instant;
}

/** Of these the household had nothing, or nothing yet that it still asks for. */
const WITHOUT_USE: readonly OrderStatus[] = ['cancelled', 'missed', 'shorted', 'lapsed'];

/**
 * Asks; and where the policy in force limits how often, once more with the household's other orders, which no other
 * request of the household can add to meanwhile.
 */
export async function countingOthers(
  parts: Parts,
  asking: Asking,
  ask: (others?: Others) => Promise<OrderResult>,
): Promise<OrderResult> {
  const first = await ask();
  if (first.kind !== 'rejected' || first.code !== 'others-uncounted') return first;
  const since = reachedBack(asking.at, Number(first.params!['days']));
  const counted = await parts.turns.alone(`household ${asking.householdId}`, async () => {
    const addresses = await parts.facts.ordersSince(asking.householdId, since);
    if (!addresses) return undefined;
    const others = addresses.filter(({ orderId }) => orderId !== asking.orderId);
    return ask({ since, uses: await usesOf(parts, others) });
  });
  return counted ?? { kind: 'overloaded', retryAfterSeconds: 1 };
}

async function usesOf({ runtime }: Parts, addresses: OrderAddress[]): Promise<OtherUse[]> {
  const found = await Promise.all(
    addresses.map(async (address): Promise<OtherUse[]> => {
      const [{ state: order }, { state: round }] = await Promise.all([
        readOrder(runtime, address),
        readRound(runtime, address.roundId),
      ]);
      if (order.status === 'none' || round.status === 'none' || WITHOUT_USE.includes(order.status)) return [];
      return [requestAsUse({ ...order, at: order.placedAt, round: round.round })];
    }),
  );
  return found.flat();
}
