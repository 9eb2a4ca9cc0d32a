import { until } from '@baogong/drill';
import { foundCommunity, type Community } from './support/community.js';
import { announce, countBody, dispatch, openRound, place } from './support/goods.js';
import { Supplier, type Message } from './support/supplier.js';
import { newId, openWorld, type World } from './support/world.js';

const HOOK = newId();
const ATTEMPTS_APART_MS = 10_000;

let world: World;
let community: Community;
let offerId: string;
let roundId: string;
const supplier = new Supplier();

const told = (type: string, count = 1): Promise<Message[]> =>
  until(`${type} has come ${count} times`, async () => {
    const found = supplier.messages.filter(({ body }) => body['type'] === type);
    return found.length >= count ? found : undefined;
  });

describe('webhooks of a supplier', () => {
  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'hooks', ['b-01', 'l-1']);
    const body = {
      id: HOOK,
      territory: community.territory,
      url: await supplier.open(),
      events: ['demand.fixed', 'consignment.counted'],
    };
    const created = await world.client.must('webhooks', body, { as: community.platform });
    supplier.secret = String(created.body['secret']);
    offerId = await announce(world, community, { sku: 'veg', priceFen: 3000, weightGrams: 5000 });
    roundId = await openRound(world, community, [{ offerId, capPerHousehold: 2 }]);
    for (const home of community.households) {
      const wish = { roundId, home, lines: [{ offerId, quantity: 2 }], place: { kind: 'door' as const } };
      expect((await place(world, wish, home.resident)).status).toBe(201);
    }
  }, 120_000);
  afterAll(() => supplier.close());

  it('S68: tell the demand at closing, again under the same id until the receiver has come back', async () => {
    supplier.status = 503;
    await world.client.must(`rounds/${roundId}/closing`, { reason: 'all have ordered' }, { as: community.committee });
    const [failed] = await told('demand.fixed');
    supplier.status = 204;
    await world.pass(ATTEMPTS_APART_MS);
    const [, taken] = await told('demand.fixed', 2);
    expect([failed!.verified, taken!.verified, taken!.id]).toEqual([true, true, failed!.id]);
    const totals = [{ offerId, quantity: 4, households: 2 }];
    expect(taken!.body['data']).toMatchObject({ roundId, orders: 2, totals });
    for (const { name, telephone, resident } of community.households)
      for (const personal of [name, telephone, resident]) expect(JSON.stringify(taken!.body)).not.toContain(personal);
  }, 60_000);

  it('S68: tell what was counted of the consignment, and again when the supplier asks for it', async () => {
    const lines = [{ offerId, accepted: 3, rejected: [{ quantity: 1, reason: 'crushed' }] }];
    const consignmentId = await dispatch(world, community, { roundId, lines });
    const counted = await world.client.command(`consignments/${consignmentId}/count`, await countBody(world, lines), {
      as: community.firm,
    });
    expect(counted.status).toBe(200);
    const [message] = await told('consignment.counted');
    expect(message!.verified).toBe(true);
    expect(message!.body['data']).toMatchObject({ consignmentId, lines: [{ offerId, accepted: 3 }] });
    await world.client.must(`webhooks/${HOOK}/deliveries/${message!.id}/replay`, {}, { as: community.platform });
    const again = await told('consignment.counted', 2);
    expect(again.map(({ id }) => id)).toEqual([message!.id, message!.id]);
  }, 60_000);

  it('go nowhere private: an address of the inner network is refused', async () => {
    const body = {
      id: newId(),
      territory: community.territory,
      url: 'https://10.0.0.7/hooks',
      events: ['demand.fixed'],
    };
    const refused = await world.client.command('webhooks', body, { as: community.platform });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
  });
});
