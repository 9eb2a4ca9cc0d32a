import type { SampleHousehold } from '@baogong/sample';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../client.js';
import type { Item, PlacedOrder, Setting } from './setting.js';

const ALL = 1350;
const WINDOW_MS = 60_000;
/** Submissions of the same order under the same key, over the whole community. */
const REPEATS = 5000;
/** Who serves those without a telephone, one after another, on their behalf. */
const DESKS = ['rc-y', 'ps-1', 'vo-001'];

/**
 * Everybody within one minute, at evenly spread moments that no answer holds up: those who order themselves and those
 * served at the desks. Each order comes several times; some are changed, withdrawn, or ask for more than the cap.
 */
export async function placeOrders(setting: Setting, roundId: string, items: Item[]): Promise<PlacedOrder[]> {
  const { households, say, strike } = setting;
  const windowMs = (WINDOW_MS * households.length) / ALL;
  const desk = households.filter(isServed).length;
  say(
    `${households.length - desk} households order, ${desk} are served at the desk, in ${Math.round(windowMs / 1000)} s`,
  );
  const fatal = sleep(windowMs / 2).then(() => strike?.(['orders']));
  const placing = households.map(async (household, index) => {
    const startMs = (windowMs * index) / households.length;
    await sleep(startMs);
    return placeOrder(setting, { roundId, items, household, index, leftMs: windowMs - startMs });
  });
  const [orders] = await Promise.all([Promise.all(placing), fatal]);
  return orders;
}

const isServed = ({ members }: SampleHousehold): boolean => members[0]!.ordersBy === 'desk';

interface Wish {
  roundId: string;
  items: Item[];
  household: SampleHousehold;
  index: number;
  /** Until the rush is over. */
  leftMs: number;
}

async function placeOrder(setting: Setting, wish: Wish): Promise<PlacedOrder> {
  const { client } = setting;
  const { household, index, leftMs } = wish;
  const as = isServed(household) ? DESKS[index % DESKS.length]! : household.members[0]!.actorId;
  const body = orderOf(setting, wish);
  if (index % 10 === 3) await refuseAboveCap(setting, body, as);
  const key = newId();
  const send = (action: string) => client.must('orders', body, { as, key, action });
  const again = Array.from({ length: repeatsOf(index) }, async (_, turn) => {
    // The first repeat meets its original under way, the others come when it has long been answered.
    if (turn > 0) await sleep((leftMs * turn) / 8);
    return send('PlaceOrder again');
  });
  const [first, ...others] = await Promise.all([send('PlaceOrder'), ...again]);
  const fresh = [first, ...others].filter(({ replayed }) => !replayed).length;
  if (fresh > 1) throw new Error(`order ${body.id} was placed ${fresh} times`);
  const order = { orderId: body.id, household, place: body.place };
  await changeMind(setting, { as, index, order, lines: body.lines, etag: first.etag! });
  return order;
}

const repeatsOf = (index: number): number =>
  Math.floor(((index + 1) * REPEATS) / ALL) - Math.floor((index * REPEATS) / ALL);

type Lines = { offerId: string; quantity: number }[];

function orderOf({ sample }: Setting, { roundId, items, household, index }: Wish) {
  const place: PlacedOrder['place'] =
    index % 3 === 0
      ? { kind: 'station', stationId: sample.stations[(index / 3) % sample.stations.length]!.stationId }
      : { kind: 'door' };
  const lines: Lines = items
    .filter((_, item) => (index + item) % 3 !== 0)
    .map(({ offerId, capPerHousehold }) => ({ offerId, quantity: 1 + (index % capPerHousehold) }));
  return { id: newId(), roundId, householdId: household.householdId, lines, place };
}

interface Change {
  as: string;
  index: number;
  order: PlacedOrder;
  lines: Lines;
  etag: string;
}

async function changeMind({ client }: Setting, { as, index, order, lines, etag }: Change): Promise<void> {
  const { orderId, place } = order;
  if (index % 20 === 7) {
    const amended = { lines: lines.map((line) => ({ ...line, quantity: 1 })), place };
    await client.must(`orders/${orderId}`, amended, { as, method: 'PUT', ifMatch: etag, action: 'AmendOrder' });
  }
  if (index % 25 === 11) {
    await client.must(`orders/${orderId}/cancellation`, { reason: 'changed mind' }, { as, action: 'CancelOrder' });
  }
}

async function refuseAboveCap({ client }: Pick<Setting, 'client'>, body: { lines: Lines }, as: string): Promise<void> {
  const greedy = { ...body, id: newId(), lines: body.lines.map((line) => ({ ...line, quantity: 50 })) };
  const answer = await client.command('orders', greedy, { as, action: 'PlaceOrder above the cap' });
  if (answer.status !== 409) throw new Error(`an order above the cap was answered ${answer.status}`);
}
