import { until } from '../until.js';
import type { PlacedOrder, Setting } from './setting.js';
import { crowd } from '../crowd.js';
import { WIDTH } from './setting.js';

const FIRST = 8;

/** The opener closes the round; the requests are fixed and the supplier reads the demand. */
export async function closeRound(
  { client, say }: Setting,
  roundId: string,
): Promise<{ offerId: string; quantity: number }[]> {
  await client.must(`rounds/${roundId}/closing`, { reason: 'every household has ordered' }, { as: 'rc-y' });
  const demand = await until('the requests are fixed', async () => {
    const { body } = await client.get(`rounds/${roundId}/demand`, 'gp-1');
    return body['fixed'] === true ? body : undefined;
  });
  const totals = demand['totals'] as { offerId: string; quantity: number }[];
  say(
    `${String(demand['orders'])} requests are fixed, ${totals.reduce((sum, { quantity }) => sum + quantity, 0)} pieces`,
  );
  return totals;
}

/** Reads each order until it has an answer: granted whole or in part, shorted, or ended some other way. */
export async function hearAnswers(
  { client, say }: Setting,
  orders: PlacedOrder[],
  settled: string[],
): Promise<Map<string, Record<string, unknown>>> {
  const answers = await crowd(orders, WIDTH, ({ orderId, household }) =>
    until(`order ${orderId} is one of ${settled.join(', ')}`, async () => {
      const { status, body } = await client.get(`orders/${orderId}`, household.members[0]!.actorId);
      if (status !== 200) throw new Error(`order ${orderId}: ${status} ${JSON.stringify(body)}`);
      return settled.includes(String(body['status'])) ? body : undefined;
    }),
  );
  say(`${answers.length} households have their answer`);
  return new Map(answers.map((answer, index) => [orders[index]!.orderId, answer]));
}

/** Until one of a few households has its answer: the allocation has begun, and most are still to be told. */
export async function firstAnswer({ client }: Setting, orders: PlacedOrder[]): Promise<void> {
  await until('the allocation has begun', async () => {
    const asked = orders.slice(0, FIRST).map(async ({ orderId, household }) => {
      const { body } = await client.get(`orders/${orderId}`, household.members[0]!.actorId);
      return body['status'] === 'confirmed';
    });
    return (await Promise.all(asked)).includes(true) ? true : undefined;
  });
}
