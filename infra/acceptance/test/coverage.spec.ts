import { until } from '@baogong/drill';
import { foundCommunity, type Community } from './support/community.js';
import { HOUR_MS } from './support/goods.js';
import { instant, newId, OFFICE, openWorld, type World } from './support/world.js';

interface Row {
  action: string;
  hours: { hour: string; covered: boolean; organisations: string[] }[];
}

describe('who is on duty', () => {
  let world: World;
  let community: Community;

  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'coverage', ['b-01']);
    const { territory } = community;
    await world.client.must('posture', { posture: 'lockdown', territory, reason: 'test' }, { as: OFFICE });
    await new Promise((later) => setTimeout(later, 1000));
  }, 120_000);

  const carrying = (holds: (row: Row) => boolean) =>
    until('the row is as it should be', async () => {
      const { body } = await world.client.get(`coverage?territory=${community.territory}&limit=100`, OFFICE);
      const row = (body['items'] as Row[]).find(({ action }) => action === 'DeliverToDoor');
      return row && holds(row) ? row : undefined;
    });

  it('S7 S58 S61 N18: a firm that cannot be there says so, and the hour is offered to others by rank', async () => {
    const { firm, volunteer, committee, territory } = community;
    await carrying(({ hours }) => hours.every(({ organisations }) => organisations.includes(firm)));
    const first = Math.floor((await world.now()) / HOUR_MS) * HOUR_MS + HOUR_MS;
    const span = { action: 'DeliverToDoor', territory, from: instant(first), to: instant(first + 2 * HOUR_MS) };
    await world.client.must('coverage/releases', { ...span, reason: 'the drivers are in quarantine' }, { as: firm });
    await carrying(({ hours }) => hours.filter(({ covered }) => !covered).length === 2);
    const offerTo = async (as: string) => {
      const { body } = await world.client.get('coverage/offers?limit=100', as);
      return (body['items'] as { action: string; rank: number }[]).find(({ action }) => action === 'DeliverToDoor')
        ?.rank;
    };
    expect([await offerTo(firm), await offerTo(volunteer), await offerTo(committee)]).toEqual([1, 2, 3]);
    await world.client.must('coverage/claims', { id: newId(), ...span }, { as: volunteer });
    await carrying(({ hours }) => hours.every(({ covered }) => covered));
    const late = await world.client.command('coverage/claims', { id: newId(), ...span }, { as: committee });
    expect([late.status, late.body['code']]).toEqual([409, 'already-covered']);
  });

  it('S61 N18: an hour that nobody covers is an alarm from its beginning to the hour that somebody is there again', async () => {
    const { firm, territory } = community;
    const first = Math.floor((await world.now()) / HOUR_MS) * HOUR_MS + 4 * HOUR_MS;
    const [from, to] = [instant(first), instant(first + HOUR_MS)] as const;
    const span = { action: 'DeliverToDoor', territory, from, to };
    await world.client.must('coverage/releases', { ...span, reason: 'no petrol' }, { as: firm });
    await carrying(({ hours }) => hours.some(({ hour, covered }) => hour === from && !covered));
    const told = async (path: string) => (await world.client.get(`${path}?territory=${territory}`, OFFICE)).body;
    const alarm = async () =>
      ((await told('coverage/alarms'))['items'] as Record<string, unknown>[]).find(
        ({ action, since }) => action === span.action && since === from,
      );
    await world.pass(first + 60_000 - (await world.now()));
    const open = await until('the alarm is raised', alarm);
    expect(open).toMatchObject({ territory, offeredTo: expect.arrayContaining([expect.objectContaining({ rank: 1 })]) as unknown }); // prettier-ignore
    expect(open).not.toHaveProperty('until');
    await world.pass(HOUR_MS);
    const over = await until('the all-clear is given', async () => {
      const found = await alarm();
      return found?.['until'] === undefined ? undefined : found;
    });
    expect(over['until']).toBe(to);
    const { hours, items } = await told('coverage/uncovered-hours');
    expect(items).toContainEqual({ territory, action: span.action, hours: 1 });
    expect(hours).toBeGreaterThanOrEqual(1);
  });
});
