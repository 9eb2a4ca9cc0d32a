import { until } from '@baogong/drill';
import { foundCommunity, type Community } from './support/community.js';
import { announce, countBody, dispatch, openRound } from './support/goods.js';
import { OFFICE, openWorld, type World } from './support/world.js';

const HOUR_MS = 3_600_000;
/** The goods are promised for the day after their announcement; then the consignee has two hours. */
const COUNTED_BY_MS = 26 * HOUR_MS + 60_000;

interface Obligation {
  id: string;
  status: string;
  level: number;
  owner: { id: string; name?: string };
  answering?: { role: string; id: string };
}

describe('obligations and their clocks', () => {
  let world: World;
  let community: Community;
  let roundId: string;
  let offerId: string;

  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'clocks', ['b-01']);
    offerId = await announce(world, community, { sku: 'rice', priceFen: 2800, weightGrams: 5000 });
    roundId = await openRound(world, community, [{ offerId, capPerHousehold: 2 }], 100);
    const { territory } = community;
    await world.client.must('posture', { posture: 'lockdown', territory, reason: 'test' }, { as: OFFICE });
    await new Promise((later) => setTimeout(later, 1000));
  }, 120_000);

  const lines = () => [{ offerId, accepted: 5 }];
  const becomes = (consignmentId: string, status: string, level = 0) =>
    until(`count-${consignmentId} is ${status}`, async () => {
      const { body } = await world.client.get(`obligations?territory=${community.territory}&limit=100`, OFFICE);
      const found = (body['items'] as Obligation[]).find(({ id }) => id === `count-${consignmentId}`);
      return found?.status === status && found.level >= level ? found : undefined;
    });

  it('S42 N6: goods sent to the gate give their consignee a clock, and the count ends it', async () => {
    const id = await dispatch(world, community, { roundId, lines: lines() });
    const { owner } = await becomes(id, 'running');
    expect(owner).toEqual({ id: community.firm, name: `Organisation ${community.firm}` });
    await world.client.must(`consignments/${id}/count`, await countBody(world, lines()), { as: community.firm });
    await becomes(id, 'fulfilled');
  });

  it('S43 S61: a breach is told to the committee, then to the office above it, each with a clock of its own', async () => {
    const id = await dispatch(world, community, { roundId, lines: lines() });
    await becomes(id, 'running');
    await world.pass(COUNTED_BY_MS);
    const first = await becomes(id, 'breached', 1);
    expect(first.answering).toEqual({ role: 'residents-committee', id: community.committee });
    const settling = { outcome: 'upheld', reason: 'nobody came' };
    const own = await world.client.command(`obligations/count-${id}/settlement`, settling, { as: community.firm });
    expect([own.status, own.body['code']]).toEqual([403, 'outside-duty']);
    await world.pass(8 * HOUR_MS);
    expect((await becomes(id, 'breached', 2)).answering?.role).toBe('subdistrict-office');
    await world.client.must(`obligations/count-${id}/settlement`, settling, { as: community.subdistrict });
    await becomes(id, 'settled', 2);
  });

  it('S6 S61: a switch of posture stops the clocks at once, and the next starts them for what lies there', async () => {
    const id = await dispatch(world, community, { roundId, lines: lines() });
    await becomes(id, 'running');
    const { territory } = community;
    const turn = (posture: 'recovery' | 'alert') =>
      world.client.must('posture', { posture, territory, reason: 'test' }, { as: OFFICE });
    await turn('recovery');
    await becomes(id, 'lapsed');
    await turn('alert');
    await becomes(id, 'running');
  });
});
