import { COMMUNITY } from '@baogong/sample';
import { newId } from '../client.js';
import { until } from '../until.js';
import type { Item, Setting } from './setting.js';

/** Goods for 1,200 of the 1,350 households. */
const SHARE = 1200 / 1350;
const DAY_MS = 24 * 3600 * 1000;
const GOODS = [
  { sku: 'veg-5kg', name: '蔬菜包 5 kg', unit: 'bag', priceFen: 3000, weightGrams: 5000, capPerHousehold: 1 },
  { sku: 'rice-5kg', name: '大米 5 kg', unit: 'bag', priceFen: 2800, weightGrams: 5000, capPerHousehold: 2 },
  { sku: 'milk-12', name: '牛奶 12 盒', unit: 'case', priceFen: 4500, weightGrams: 3000, capPerHousehold: 2 },
];

/** The platform announces its goods; the committee opens a round over them. */
export async function openRound({ client, households, say }: Setting): Promise<{ roundId: string; items: Item[] }> {
  const items: Item[] = [];
  const [from, to] = [new Date(Date.now() + DAY_MS / 24), new Date(Date.now() + DAY_MS)];
  for (const { capPerHousehold, ...goods } of GOODS) {
    const offerId = newId();
    await client.must(
      'supply-offers',
      {
        id: offerId,
        territory: COMMUNITY,
        ...goods,
        itemClass: 'food',
        quantity: households.length * 2,
        origin: '上海浦东',
        arrivesFrom: from.toISOString(),
        arrivesTo: to.toISOString(),
      },
      { as: 'gp-1', action: 'AnnounceSupply' },
    );
    items.push({ offerId, ...goods, capPerHousehold });
  }
  const roundId = newId();
  const round = {
    id: roundId,
    territory: COMMUNITY,
    opensAt: new Date().toISOString(),
    closesAt: new Date(Date.now() + DAY_MS / 4).toISOString(),
    items: items.map(({ offerId, capPerHousehold }) => ({ offerId, capPerHousehold })),
  };
  // Orders hears of the offers from inventory; until it has, it knows no such offer.
  await until('the round is open', async () => {
    const { status } = await client.command('rounds', round, { as: 'rc-y', action: 'OpenRound' });
    return status < 300 ? true : undefined;
  });
  say(`a round over ${items.length} items is open`);
  return { roundId, items };
}

/** The supplier sends less than was asked for, and one bag arrives spoilt. */
export async function deliverToGate(
  { client, say }: Setting,
  roundId: string,
  demand: { offerId: string; quantity: number }[],
): Promise<void> {
  const consignmentId = newId();
  const lines = demand.map(({ offerId, quantity }) => ({
    offerId,
    quantity: Math.max(2, Math.floor(quantity * SHARE)),
  }));
  await client.must(
    'consignments',
    {
      id: consignmentId,
      roundId,
      territory: COMMUNITY,
      consignee: 'pf-y',
      lines,
    },
    { as: 'gp-1', action: 'DispatchConsignment' },
  );
  const expiresOn = new Date(Date.now() + 5 * DAY_MS).toISOString().slice(0, 10);
  await client.must(
    `consignments/${consignmentId}/count`,
    {
      lines: lines.map(({ offerId, quantity }, index) => ({
        offerId,
        accepted: index === 0 ? quantity - 1 : quantity,
        rejected: index === 0 ? [{ quantity: 1, reason: 'spoilt' }] : [],
        expiresOn,
      })),
    },
    { as: 'pf-y', action: 'ReceiveGoods' },
  );
  say('goods for 8 of 9 households have arrived and are counted');
}
