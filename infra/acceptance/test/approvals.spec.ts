import { until } from '@baogong/drill';
import { foundCommunity, type Community } from './support/community.js';
import { newId, OFFICE, openWorld, type World } from './support/world.js';

const HOUR_MS = 3_600_000;

describe('approvals', () => {
  let world: World;
  let community: Community;

  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'approvals', ['b-01']);
    const { territory } = community;
    await world.client.must('posture', { posture: 'lockdown', territory, reason: 'test' }, { as: OFFICE });
    await new Promise((later) => setTimeout(later, 1000));
  }, 120_000);

  const ask = async () => {
    const id = newId();
    const { territory, committee } = community;
    const body = { id, action: 'OpenStation', territory, subject: 'a third station', reason: 'the others are full' };
    await world.client.must('approvals', body, { as: committee });
    return id;
  };
  const give = async (as: string, id: string, what: string) => {
    const { status, body } = await world.client.command(`approvals/${id}/${what}`, {}, { as });
    return [status, body['code']];
  };
  const becomes = (id: string, status: string) =>
    until(`approval ${id} is ${status}`, async () => {
      const { body } = await world.client.get(`approvals?territory=${community.territory}&limit=100`, OFFICE);
      const found = (body['items'] as { id: string; status: string }[]).find((each) => each.id === id);
      return found?.status === status ? found : undefined;
    });

  it('S42 I19: a committee’s request passes two offices at most, and nobody answers their own', async () => {
    const id = await ask();
    expect(await give(community.committee, id, 'grant')).toEqual([403, 'outside-duty']);
    expect(await give(community.subdistrict, id, 'forwarding')).toEqual([200, undefined]);
    expect(await give(OFFICE, id, 'forwarding')).toEqual([409, 'no-third-hop']);
    expect(await give(OFFICE, id, 'grant')).toEqual([200, undefined]);
    expect(await becomes(id, 'granted')).toMatchObject({ hop: 2 });
  });

  it('S42 N6: four hours of silence grant it', async () => {
    const id = await ask();
    expect(await becomes(id, 'pending')).toMatchObject({ hop: 1, with: { role: 'subdistrict-office' } });
    await world.pass(4 * HOUR_MS + 60_000);
    expect(await becomes(id, 'tacit')).toMatchObject({ hop: 1 });
    const { body } = await world.client.get(`approvals/steps?territory=${community.territory}`, OFFICE);
    expect(body['items']).toEqual([
      expect.objectContaining({ action: 'OpenStation', ended: 2, meanHops: 1.5, tacit: 1 }),
    ]);
  });
});
