import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const HOUR_MS = 3_600_000;
const newId = () => uuid7(Date.now(), randomBytes(10));
const ACTORS = [
  ['rc-y', 'residents-committee', COMMUNITY, 'organisation'],
  ['ps-1', 'pickup-station', COMMUNITY, 'organisation'],
  ['vo-1', 'volunteer', COMMUNITY, 'person'],
  ['vo-2', 'volunteer', COMMUNITY, 'person'],
  ['gw-1', 'grid-worker', COMMUNITY, 'person'],
  ['rc-z', 'residents-committee', 'd-pudong/s-weifang/c-z', 'organisation'],
] as const;

interface Row {
  action: string;
  hours: { hour: string; covered: boolean; organisations: string[]; persons: number | null }[];
}

// The cluster of all specs stops in a hook of its own, after those of this block.
describe('who is on duty', () => {
  const stage = new DrillStage();
  const inHours = (count: number) =>
    new Date((Math.floor(Date.parse(stage.now()) / HOUR_MS) + count) * HOUR_MS).toISOString();
  const span = (action: string, from: number, to: number) => ({
    ...{ action, territory: COMMUNITY, from: inHours(from), to: inHours(to) },
  });
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const claim = async (as: string, of: object) =>
    codeOf(await stage.post(as, 'coverage/claims', { id: newId(), ...of }));
  const release = async (as: string, of: object, reason = 'ill') =>
    codeOf(await stage.post(as, 'coverage/releases', { ...of, reason }));
  const rowOf = async (action: string, query = `territory=${COMMUNITY}`) => {
    const { body } = await stage.get('do-1', `coverage?limit=100&${query}`);
    return (body.items as unknown as Row[]).find((row) => row.action === action);
  };
  const offers = async (as: string) => (await stage.get(as, 'coverage/offers?limit=100')).body.items;
  const alarms = () =>
    stage.asOwner<{ type: string; data: { action: string; offeredTo?: object[] } }>(
      `select type, data from es.event where stream = 'coverage-d-pudong' order by version`,
    );

  beforeAll(async () => {
    await stage.open();
    await stage.settle();
    await stage.oversight.runtime.authority.refresh();
    for (const [id, role, territory, kind] of ACTORS) {
      const name = kind === 'organisation' ? { name: `Office ${id}` } : {};
      expect((await stage.post('do-1', 'actors', { id, kind, ...name, territory })).status).toBe(201);
      expect((await stage.post('do-1', 'grants', { id: newId(), actorId: id, role, territory })).status).toBe(201);
    }
    expect(await rowOf('StaffStation')).toBeUndefined();
    const lockdown = { posture: 'lockdown', territory: COMMUNITY, reason: 'spec' };
    expect((await stage.post('do-1', 'posture', lockdown)).status).toBe(200);
    await eventually(
      () => Promise.resolve(stage.oversight.runtime.authority.posture(COMMUNITY)),
      (held) => held === 'lockdown',
    );
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S61 N18: every obliged duty has a row by the hour; its holder covers it, and a duty without one is uncovered', async () => {
    const station = (await rowOf('StaffStation'))!;
    expect(station.hours).toHaveLength(24);
    expect(station.hours[0]).toMatchObject({ hour: inHours(0), covered: true, organisations: ['ps-1'], persons: 0 });
    // No property firm works there.
    expect((await rowOf('PackParcel'))!.hours.every(({ covered }) => !covered)).toBe(true);
    const only = await stage.get('do-1', `coverage?limit=100&uncovered=true&territory=${COMMUNITY}`);
    const uncovered = (only.body.items as unknown as Row[]).map(({ action }) => action);
    expect(uncovered).toEqual(expect.arrayContaining(['DisinfectBuilding', 'PackParcel', 'PlanWave']));
    expect(uncovered).not.toContain('StaffStation');
  });

  it('S61: an uncovered duty is an alarm at the full hour, once, with those it is offered to by rank', async () => {
    await stage.pass(61);
    const told = await eventually(alarms, (found) => found.length > 0);
    const pack = told.filter(({ data }) => data.action === 'DeliverToDoor');
    expect(pack.map(({ type }) => type)).toEqual(['DutyUncovered']);
    expect(pack[0]!.data.offeredTo).toEqual([
      { rank: 2, role: 'pickup-station', holders: 1 },
      { rank: 2, role: 'volunteer', holders: 2 },
      { rank: 3, role: 'residents-committee', holders: 1 },
    ]);
    await stage.pass(60);
    await new Promise((later) => setTimeout(later, 700));
    expect((await alarms()).length).toBe(told.length);
  });

  it('S61: the alarms of a period and the hours that nobody covered in it are told, helpers as numbers', async () => {
    const period = `from=${inHours(-3)}&to=${inHours(1)}`;
    const alarmsOf = async (as: string, query: string) => (await stage.get(as, `coverage/alarms?${query}`)).body;
    const { items } = await alarmsOf('rc-y', `${period}&limit=100`);
    const door = items.filter(({ action }) => action === 'DeliverToDoor');
    expect(door).toMatchObject([{ territory: COMMUNITY, offeredTo: [{ holders: 1 }, { holders: 2 }, { holders: 1 }] }]);
    expect(door[0]).not.toHaveProperty('until');
    const district = await alarmsOf('do-1', `${period}&limit=1`);
    expect(district.items[0]!['offeredTo']).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ holders: 1 }), expect.objectContaining({ holders: 2 })]),
    );
    const rest = await alarmsOf('do-1', `${period}&limit=100&cursor=${String(district['next'])}`);
    expect(district.items.length + rest.items.length).toBe(items.length);
    const { body } = await stage.get('do-1', `coverage/uncovered-hours?${period}`);
    const hours = body.items.find(({ action }) => action === 'DeliverToDoor')!['hours'] as number;
    // Uncovered since the first full hour, and two hours have been looked at.
    expect(hours).toBeGreaterThanOrEqual(1);
    expect(hours).toBeLessThanOrEqual(2);
    expect(body['hours']).toBe(body.items.reduce((sum, { hours: each }) => sum + Number(each), 0));
    expect((await stage.get('rc-z', `coverage/alarms?territory=${COMMUNITY}`)).status).toBe(404);
  });

  it('S7 S58: a gap is offered to whoever may fill it, and one of them takes it', async () => {
    expect(await offers('vo-1')).toContainEqual(expect.objectContaining({ action: 'DeliverToDoor', rank: 2 }));
    // A station cleans its own site by duty, and nobody else's.
    expect((await offers('ps-1')).map(({ action }) => action)).not.toContain('DisinfectBuilding');
    expect(await offers('rc-y')).toContainEqual(expect.objectContaining({ action: 'DeliverToDoor', rank: 3 }));
    expect((await offers('rc-z')).filter(({ territory }) => territory === COMMUNITY)).toEqual([]);
    const both = await Promise.all(['vo-1', 'vo-2'].map((as) => claim(as, span('DeliverToDoor', 0, 2))));
    expect(both.sort()).toEqual([
      [201, undefined],
      [409, 'already-covered'],
    ]);
    const row = await eventually(
      () => rowOf('DeliverToDoor'),
      (found) => found!.hours[0]!.covered,
    );
    expect(row!.hours.slice(0, 3).map(({ covered, organisations, persons }) => [covered, organisations, persons])).toEqual([
      [true, [], null], [true, [], null], [false, [], 0],
    ]); // prettier-ignore
    expect(JSON.stringify(row)).not.toContain('vo-');
    const { body } = await stage.get('rc-y', 'coverage?limit=100');
    const seen = (body.items as unknown as Row[]).find(({ action }) => action === 'DeliverToDoor');
    expect(seen!.hours[0]!.persons).toBe(1);
    await stage.pass(60);
    await eventually(alarms, (found) =>
      found.some(({ type, data }) => type === 'DutyCovered' && data.action === 'DeliverToDoor'),
    );
  });

  it('S61: whoever is on duty by role says when nobody can be there, and others may step in', async () => {
    expect(await claim('vo-1', span('StaffStation', 1, 3))).toEqual([409, 'already-covered']);
    expect(await release('ps-1', span('StaffStation', 1, 3), ' ')).toEqual([409, 'reason-missing']);
    expect(await release('ps-1', span('StaffStation', 1, 3))).toEqual([200, undefined]);
    await eventually(
      () => rowOf('StaffStation'),
      (found) => !found!.hours[1]!.covered,
    );
    expect(await claim('vo-1', span('StaffStation', 1, 2))).toEqual([201, undefined]);
    expect(await release('vo-2', span('StaffStation', 1, 2))).toEqual([409, 'not-your-duty']);
    expect(await release('vo-1', span('StaffStation', 1, 2))).toEqual([200, undefined]);
    expect(await offers('ps-1')).toContainEqual(expect.objectContaining({ action: 'StaffStation', rank: 1 }));
  });

  it('refuses clearly what cannot be claimed or asked', async () => {
    expect(await claim('vo-1', span('DeliverToDoor', -3, -2))).toEqual([409, 'in-the-past']);
    expect(await claim('vo-1', span('DeliverToDoor', 4, 3))).toEqual([409, 'no-hours']);
    expect(await claim('vo-1', span('DeliverToDoor', 4, 20))).toEqual([409, 'too-long']);
    expect(await claim('gw-1', span('DeliverToDoor', 4, 5))).toEqual([409, 'not-eligible']);
    expect(await claim('rc-z', span('DeliverToDoor', 4, 5))).toEqual([404, 'not-found']);
    expect(await claim('vo-1', span('Dance', 4, 5))).toEqual([400, 'malformed-request']);
    const half = { ...span('DeliverToDoor', 4, 5), from: inHours(4).replace(':00:00', ':30:00') };
    expect(await claim('vo-1', half)).toEqual([409, 'not-whole-hours']);
    const building = { ...span('DeliverToDoor', 4, 5), territory: `${COMMUNITY}/b-01` };
    expect(await claim('vo-1', building)).toEqual([400, 'malformed-request']);
    const ask = async (query: string) => (await stage.get('do-1', `coverage?${query}`)).status;
    expect(await ask(`from=${inHours(5)}&to=${inHours(4)}`)).toBe(400);
    expect(await ask(`from=${inHours(0)}&to=${inHours(24 * 8)}`)).toBe(400);
    expect((await stage.get('rc-z', `coverage?territory=${COMMUNITY}`)).status).toBe(404);
  });
});
