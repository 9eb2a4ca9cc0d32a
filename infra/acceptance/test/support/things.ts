import { until } from '@baogong/drill';
import type { Things } from './call.js';
import type { Community } from './community.js';
import { announce, becomes, countBody, dispatch, openRound, place } from './goods.js';
import { pack, planned } from './parcels.js';
import { instant, newId, type World } from './world.js';

export const door = { kind: 'door' } as const;
export const nothing = async (): Promise<Things> => ({});
export const goods = { sku: 'rice', priceFen: 2800, weightGrams: 5000 };

export async function offered(world: World, community: Community): Promise<Things> {
  return { offerId: await announce(world, community, goods) };
}

export async function opened(world: World, community: Community): Promise<Things> {
  const { offerId } = await offered(world, community);
  return { offerId: offerId!, roundId: await openRound(world, community, [{ offerId: offerId!, capPerHousehold: 2 }]) };
}

export async function ordered(world: World, community: Community): Promise<Things> {
  const { offerId, roundId } = (await opened(world, community)) as { offerId: string; roundId: string };
  const home = community.households[0]!;
  const orderId = newId();
  const wish = { id: orderId, roundId, home, lines: [{ offerId, quantity: 1 }], place: door };
  const { etag } = await place(world, wish, home.resident);
  return { offerId, roundId, orderId, etag: etag! };
}

export async function sent(world: World, community: Community): Promise<Things> {
  const { offerId, roundId } = (await opened(world, community)) as { offerId: string; roundId: string };
  const consignmentId = await dispatch(world, community, { roundId, lines: [{ offerId, accepted: 5 }] });
  return { offerId, roundId, consignmentId, expiresOn: instant((await world.now()) + 86_400_000).slice(0, 10) };
}

export async function stocked(world: World, community: Community): Promise<Things> {
  const things = await sent(world, community);
  const body = await countBody(world, [{ offerId: things['offerId']!, accepted: 5 }]);
  await world.client.must(`consignments/${things['consignmentId']!}/count`, body, { as: community.firm });
  const etag = await until('the lot is stocked', async () => {
    const answer = await world.client.get(`stock/${things['offerId']!}`, community.firm);
    return answer.body['received'] === 5 ? answer.etag : undefined;
  });
  return { ...things, etag };
}

/** A confirmed order of the first household, and its parcel. */
export async function parcelled(world: World, community: Community): Promise<Things> {
  const things = await ordered(world, community);
  const { roundId, offerId, orderId } = things as { roundId: string; offerId: string; orderId: string };
  await world.client.must(`rounds/${roundId}/closing`, { reason: 'test' }, { as: community.committee });
  const lines = [{ offerId, accepted: 5 }];
  const consignmentId = await dispatch(world, community, { roundId, lines });
  await world.client.must(`consignments/${consignmentId}/count`, await countBody(world, lines), { as: community.firm });
  await becomes(world, orderId, { as: community.households[0]!.resident, status: 'confirmed' });
  await planned(world, orderId, community.firm);
  return things;
}

export async function packed(world: World, community: Community): Promise<Things> {
  const things = await parcelled(world, community);
  await pack(world, community, things['orderId']!);
  return things;
}
