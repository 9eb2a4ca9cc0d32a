import type { SampleHousehold } from '@baogong/sample';
import { newId } from '../client.js';
import { crowd } from '../crowd.js';
import { WIDTH, type Item, type PlacedOrder, type Setting } from './setting.js';

/** Every household asks once; some send it twice, change it, withdraw it or ask for more than the cap. */
export async function placeOrders(setting: Setting, roundId: string, items: Item[]): Promise<PlacedOrder[]> {
  setting.say(`${setting.households.length} households order`);
  return crowd(setting.households, WIDTH, (household, index) =>
    placeOrder(setting, { roundId, items, household, index }),
  );
}

interface Wish {
  roundId: string;
  items: Item[];
  household: SampleHousehold;
  index: number;
}

async function placeOrder(
  { client, sample }: Setting,
  { roundId, items, household, index }: Wish,
): Promise<PlacedOrder> {
  const { householdId, members } = household;
  const as = members[0]!.ordersBy === 'desk' ? 'rc-y' : members[0]!.actorId;
  const place: PlacedOrder['place'] =
    index % 3 === 0
      ? { kind: 'station', stationId: sample.stations[index % sample.stations.length]!.stationId }
      : { kind: 'door' };
  const lines = items
    .filter((_, item) => (index + item) % 3 !== 0)
    .map(({ offerId, capPerHousehold }) => ({ offerId, quantity: 1 + (index % capPerHousehold) }));
  const orderId = newId();
  const body = { id: orderId, roundId, householdId, lines, place };
  if (index % 10 === 3) await refuseAboveCap({ client }, body, as);
  const key = newId();
  const first = await client.must('orders', body, { as, key, action: 'PlaceOrder' });
  if (index % 5 === 0) {
    const again = await client.must('orders', body, { as, key, action: 'PlaceOrder again' });
    if (!again.replayed) throw new Error(`order ${orderId} was placed twice`);
  }
  if (index % 20 === 7) {
    const amended = { lines: lines.map((line) => ({ ...line, quantity: 1 })), place };
    await client.must(`orders/${orderId}`, amended, { as, method: 'PUT', ifMatch: first.etag!, action: 'AmendOrder' });
  }
  if (index % 25 === 11) {
    await client.must(`orders/${orderId}/cancellation`, { reason: 'changed mind' }, { as, action: 'CancelOrder' });
  }
  return { orderId, household, place };
}

async function refuseAboveCap(
  { client }: Pick<Setting, 'client'>,
  body: { lines: { offerId: string; quantity: number }[] },
  as: string,
): Promise<void> {
  const greedy = { ...body, id: newId(), lines: body.lines.map((line) => ({ ...line, quantity: 50 })) };
  const answer = await client.command('orders', greedy, { as, action: 'PlaceOrder above the cap' });
  if (answer.status !== 409) throw new Error(`an order above the cap was answered ${answer.status}`);
}
