import { until } from '@baogong/drill';
import type { Reply } from './by-path.js';
import type { Community, Household } from './community.js';
import { instant, must, newId, type World } from './world.js';

export const HOUR_MS = 3_600_000;

export interface Item {
  offerId: string;
  capPerHousehold: number;
}

export interface Goods {
  sku: string;
  priceFen: number;
  weightGrams: number;
  /** The end of the promised window; a day unless told. */
  arrivesInHours?: number;
  /** Food unless told. */
  itemClass?: 'food' | 'infant' | 'hygiene' | 'medicine' | 'device';
}

export async function announce(world: World, community: Community, asked: Goods): Promise<string> {
  const { arrivesInHours = 24, ...goods } = asked;
  const id = newId();
  const now = await world.now();
  const body = {
    id,
    territory: community.territory,
    itemClass: 'food' as const,
    ...goods,
    name: `货品 ${goods.sku}`,
    unit: 'bag',
    quantity: 1000,
    origin: '上海浦东',
    arrivesFrom: instant(now),
    arrivesTo: instant(now + arrivesInHours * HOUR_MS),
  };
  await until(`${community.platform} may announce`, async () => {
    const { status } = await world.as(community.platform).post('/api/v1/supply-offers', { body });
    return status === 201 ? true : undefined;
  });
  return id;
}

/** @returns the round's id, once orders knows the offers and has opened it */
export async function openRound(world: World, community: Community, items: Item[], hours = 6): Promise<string> {
  const id = newId();
  const now = await world.now();
  const [opensAt, closesAt] = [instant(now - 60_000), instant(now + hours * HOUR_MS)];
  const body = { id, territory: community.territory, opensAt, closesAt, items };
  await until('the round is open', async () => {
    const { status } = await world.as(community.committee).post('/api/v1/rounds', { body });
    return status === 201 ? true : undefined;
  });
  return id;
}

export type Where = { kind: 'door' } | { kind: 'station'; stationId: string };

export interface Wish {
  id?: string;
  roundId: string;
  home: Household;
  lines: { offerId: string; quantity: number }[];
  place: Where;
}

export function orderBody({ id = newId(), roundId, home, lines, place }: Wish) {
  return { id, roundId, householdId: home.id, lines, place };
}

export function place(world: World, wish: Wish, as: string): Promise<Reply> {
  return world.client.command('orders', orderBody(wish), { as });
}

export async function orderOf(world: World, id: string, as: string): Promise<Record<string, unknown>> {
  return must(await world.as(as).get('/api/v1/orders/{id}', { path: { id } })).body;
}

export function becomes(world: World, id: string, { as, status }: { as: string; status: string | string[] }) {
  const wanted = [status].flat();
  return until(`order ${id} is ${wanted.join(' or ')}`, async () => {
    const order = await orderOf(world, id, as);
    return wanted.includes(String(order['status'])) ? order : undefined;
  });
}

/** Every piece of the lines that was shipped is accepted, unless told otherwise. */
export interface Counted {
  offerId: string;
  accepted: number;
  rejected?: { quantity: number; reason: string }[];
}

export async function dispatch(world: World, community: Community, load: { roundId: string; lines: Counted[] }) {
  const id = newId();
  const lines = load.lines.map(({ offerId, accepted, rejected = [] }) => ({
    offerId,
    quantity: rejected.reduce((sum, { quantity }) => sum + quantity, accepted),
  }));
  const body = { id, roundId: load.roundId, territory: community.territory, consignee: community.firm, lines };
  must(await world.as(community.platform).post('/api/v1/consignments', { body }));
  return id;
}

export async function countBody(world: World, lines: Counted[]) {
  const expiresOn = instant((await world.now()) + 120 * HOUR_MS).slice(0, 10);
  return { lines: lines.map(({ rejected = [], ...line }) => ({ ...line, rejected, expiresOn })) };
}
