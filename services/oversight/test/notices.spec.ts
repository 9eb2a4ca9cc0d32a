import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { COMMUNITY, eventually, Stage } from './stage.js';

const NEXT = 'd-pudong/s-weifang/c-z';
const HOMES = [
  { actor: 're-1', community: COMMUNITY, home: `${COMMUNITY}/b-07/u-1/h-0701` },
  { actor: 're-2', community: COMMUNITY, home: `${COMMUNITY}/b-07/u-2/h-0702` },
  { actor: 're-3', community: COMMUNITY, home: `${COMMUNITY}/l-3/h-0301` },
  { actor: 're-4', community: NEXT, home: `${NEXT}/b-01/h-0101` },
];
const [SEVEN, LANE] = [`${COMMUNITY}/b-07`, `${COMMUNITY}/l-3`];

// A timer that fires before its service has seen the switch is tried again some seconds later.
jest.setTimeout(30_000);

describe('what a building is told', () => {
  const stage = new Stage();
  const newId = () => uuid7(Date.now(), randomBytes(10));
  const notices = async (as: string, count: number, query = '') =>
    (
      await eventually(
        async () => (await stage.get(as, `notices?limit=100${query}`)).body.items,
        (items) => items.length >= count,
      )
    ).map(({ id: _id, at: _at, says: _says, ...rest }) => rest);
  const must = async (path: string, body: object, as = 'do-1') => {
    const { status } = await stage.post(as, path, body);
    expect([200, 201]).toContain(status);
  };
  const lockdown = { posture: 'lockdown', territory: COMMUNITY, reason: 'spec', incident: 'epidemic' };
  const isLocked = { kind: 'posture', posture: 'lockdown', incident: 'epidemic' };

  beforeAll(async () => {
    await stage.open('orders');
    await stage.enrol('rc-y', 'residents-committee');
    await stage.enrol('rc-z', 'residents-committee', NEXT);
    for (const { actor, home } of HOMES) {
      const householdId = home.split('h-')[1]!;
      const data = { householdId, territory: home, people: 2, members: [actor] };
      const registered = { type: 'HouseholdRegistered', at: new Date().toISOString(), data };
      await stage.tell('orders', `household-${householdId}`, { ...registered, territory: home });
    }
    for (const { actor } of HOMES) {
      await eventually(
        () => Promise.resolve(stage.oversight.runtime.authority.grantsOf(actor)),
        (held) => held.length === 1,
      );
    }
    await stage.settle();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S28: a switch of posture is told to every building below, with how goods come from now on', async () => {
    await must('posture', lockdown);
    expect(await notices('re-1', 1)).toEqual([{ territory: SEVEN, change: isLocked, contactless: true }]);
    expect(await notices('re-3', 1)).toEqual([{ territory: LANE, change: isLocked, contactless: true }]);
    expect((await notices('rc-y', 2)).map(({ territory }) => territory)).toEqual([LANE, SEVEN]);
    const { body } = await stage.get('re-1', 'notices');
    expect(body.items[0]!['says']).toEqual({
      zh: '本楼现为封控状态。货物放在门口，无接触交接。',
      en: 'Here it is now lockdown. Goods are left at the door and handed over without contact.',
    });
  });

  it('S28: the risk of one building is told there alone', async () => {
    await must('posture', { posture: 'recovery', territory: COMMUNITY, reason: 'over' });
    await must('risk-levels', { level: 'high', territory: SEVEN, reason: 'two cases' });
    const [risk, recovery] = await notices('re-1', 3);
    expect([risk, recovery]).toEqual([
      { territory: SEVEN, change: { kind: 'risk', level: 'high' }, contactless: true },
      { territory: SEVEN, change: { kind: 'posture', posture: 'recovery' }, contactless: false },
    ]);
    expect(await notices('re-3', 2)).toHaveLength(2);
  });

  it('S28: new rules are told: a policy of the district, and a local rule that was accepted', async () => {
    for (const territory of ['d-pudong/s-weifang', COMMUNITY]) await must('territories', { territory });
    const daily = { id: 'daily', howMuch: { times: 1, days: 1 } };
    const source = { title: 'Notice 12', article: 'article 3' };
    await must('policies', { version: 1, territory: 'd-pudong', parentVersion: 0, source, clauses: [daily] });
    await eventually(
      () => Promise.resolve(stage.oversight.runtime.authority.inForce(COMMUNITY)?.policyVersion),
      (version) => version === 1,
    );
    await must('local-rules', { id: newId(), territory: COMMUNITY, title: 'Evening hours', clauses: [daily] }, 'rc-y');
    const [rule, policy] = await notices('re-3', 4);
    expect([rule!['change'], policy!['change']]).toEqual([
      expect.objectContaining({ kind: 'local-rule', title: 'Evening hours' }),
      expect.objectContaining({ kind: 'policy', version: 1, title: 'Notice 12' }),
    ]);
  });

  it('tells nothing where a nearer place has spoken, and nothing to the community next door', async () => {
    const before = (await notices('re-3', 4)).length;
    await must('posture', { ...lockdown, territory: 'd-pudong' });
    expect(await notices('re-4', 2)).toEqual([
      { territory: `${NEXT}/b-01`, change: isLocked, contactless: true },
      expect.objectContaining({ change: expect.objectContaining({ kind: 'policy' }) as unknown }),
    ]);
    await stage.settle();
    expect(await notices('re-3', before)).toHaveLength(before);
    expect((await notices('rc-z', 2)).map(({ territory }) => territory)).toEqual([`${NEXT}/b-01`, `${NEXT}/b-01`]);
    expect((await stage.get('rc-z', `notices?territory=${COMMUNITY}`)).status).toBe(404);
  });
});
