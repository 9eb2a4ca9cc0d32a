import { newId, type Client } from '../client.js';
import { crowd } from '../crowd.js';
import { until } from '../until.js';

const WIDTH = 48;
/** Orders of one community in the rush: 1,080 of its 1,350 households order by themselves. */
export const ORDERS = 1080;
/** So many households in all are registered; with more communities each household orders in several rounds instead. */
const HOUSEHOLDS_MAX = 5000;
const DAY_MS = 24 * 3600 * 1000;

export interface Home {
  householdId: string;
  resident: string;
}

export interface Founded {
  homes: Home[];
  rounds: string[];
  offerId: string;
}

/** Communities with a committee, a platform, households of one resident each, and rounds that are open, by the public API. */
export async function found(client: Client, count: number, say: (text: string) => void): Promise<Founded[]> {
  const each = Math.min(ORDERS, Math.max(1, Math.floor(HOUSEHOLDS_MAX / count)));
  const rounds = Math.ceil(ORDERS / each);
  say(`founding ${count} communities of ${each} households, with ${rounds} rounds each`);
  const communities = await crowd(numbers(count), 8, (n) => foundOne(client, n, rounds));
  const homes = communities.flatMap((community, n) => numbers(each).map((home) => ({ community, n, home })));
  await crowd(homes, WIDTH, async ({ community, n, home }) => {
    const [householdId, resident] = [newId(), `re-${n}-${home}`];
    const territory = `${community.territory}/b-${1 + (home % 20)}/h-${householdId}`;
    const members = [{ actorId: resident, name: 'resident', telephone: '13900000000' }];
    const body = { id: householdId, territory, people: 1, room: String(home), members };
    await client.must('households', body, { as: community.committee });
    community.homes.push({ householdId, resident });
  });
  // A resident's role follows from the registration of the household, by way of oversight.
  await crowd(
    communities.map(({ homes: own }) => own.at(-1)!),
    WIDTH,
    ({ householdId, resident }) =>
      until(`household ${householdId} may act`, async () => {
        const { status } = await client.get(`households/${householdId}`, resident);
        return status === 200 ? true : undefined;
      }),
  );
  say(`${homes.length} households are registered`);
  return communities;
}

async function foundOne(client: Client, n: number, rounds: number) {
  const territory = `d-pudong/s-weifang/c-${n + 1}`;
  const [committee, platform] = [`rc-${n + 1}`, `gp-c${n + 1}`];
  for (const [id, role] of [
    [committee, 'residents-committee'],
    [platform, 'platform'],
  ] as const) {
    await client.must('actors', { id, kind: 'organisation', name: id, territory }, { as: 'do-1' });
    await client.must('grants', { id: newId(), actorId: id, role, territory }, { as: 'do-1' });
  }
  const offerId = newId();
  await heard(client, platform, { path: 'supply-offers', body: offerBody(offerId, territory) });
  const roundIds = numbers(rounds).map(() => newId());
  for (const id of roundIds)
    await heard(client, committee, { path: 'rounds', body: roundBody(id, territory, offerId) });
  return { territory, committee, offerId, rounds: roundIds, homes: [] as Home[] };
}

/** Grants and offers may still be on their way between the services. */
async function heard(client: Client, as: string, { path, body }: { path: string; body: object }): Promise<void> {
  await until(`${path} is accepted`, async () => {
    const { status } = await client.command(path, body, { as });
    return status < 300 ? true : undefined;
  });
}

function offerBody(id: string, territory: string) {
  const arrives = { arrivesFrom: hence(DAY_MS / 24), arrivesTo: hence(DAY_MS) };
  const goods = {
    sku: 'veg-5kg',
    name: '蔬菜包 5 kg',
    itemClass: 'food',
    unit: 'bag',
    priceFen: 3000,
    weightGrams: 5000,
  };
  return { id, territory, ...goods, quantity: 100_000, origin: '上海浦东', ...arrives };
}

function roundBody(id: string, territory: string, offerId: string) {
  const items = [{ offerId, capPerHousehold: 2 }];
  return { id, territory, opensAt: hence(0), closesAt: hence(DAY_MS / 4), items };
}

const hence = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
