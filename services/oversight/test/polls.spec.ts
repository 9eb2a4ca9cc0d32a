import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const homes = Array.from({ length: 6 }, (_, n) => ({ id: `040${n}`, resident: `re-040${n}` }));
const organisations = [
  ['rc-y', 'residents-committee', COMMUNITY],
  ['pf-y', 'property-firm', COMMUNITY],
  ['sd-w', 'subdistrict-office', 'd-pudong/s-weifang'],
  ['rc-z', 'residents-committee', 'd-pudong/s-weifang/c-z'],
] as const;

describe('polls and decisions', () => {
  const stage = new DrillStage();
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const inMinutes = (minutes: number) => new Date(Date.parse(stage.now()) + minutes * 60_000).toISOString();
  const question = (more: object = {}) => ({
    ...{ id: newId(), territory: COMMUNITY, parameter: 'slot-minutes', least: 10, most: 30, options: [10, 15, 30] },
    closesAt: inMinutes(120),
    ...more,
  });
  const vote = async (as: string, id: string, option: number) =>
    codeOf(await stage.post(as, `polls/${id}/votes`, { option }));
  const decision = (more: object = {}) => ({
    ...{ id: newId(), territory: COMMUNITY, title: 'A second gate', owner: 'pf-y', dueAt: inMinutes(600) },
    ...more,
  });
  const ends = async (as: string, id: string, body: object) =>
    codeOf(await stage.post(as, `decisions/${id}/outcome`, body));

  beforeAll(async () => {
    await stage.open('orders');
    for (const [id, role, territory] of organisations) {
      await stage.post('do-1', 'actors', { id, kind: 'organisation', name: `Office ${id}`, territory });
      const grant = { id: newId(), actorId: id, role, territory };
      expect((await stage.post('do-1', 'grants', grant)).status).toBe(201);
    }
    for (const { id, resident } of homes) {
      const territory = `${COMMUNITY}/b-07/h-${id}`;
      const data = { householdId: id, territory, people: 2, members: [resident] };
      const told = { type: 'HouseholdRegistered', at: stage.now(), data };
      await stage.tell('orders', `household-${id}`, { ...told, territory });
    }
    await stage.settle();
    for (const actor of [...organisations.map(([id]) => id), ...homes.map(({ resident }) => resident)]) {
      await eventually(
        () => Promise.resolve(stage.oversight.runtime.authority.grantsOf(actor)),
        (held) => held.length === 1,
      );
    }
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S40 S64: each household votes once, and what most chose is told when it is over, restart or not', async () => {
    const body = question();
    expect(codeOf(await stage.post('rc-y', 'polls', body))).toEqual([201, undefined]);
    for (const [n, { resident }] of homes.slice(0, 5).entries())
      expect(await vote(resident, body.id, n === 0 ? 30 : 15)).toEqual([201, undefined]);
    expect(await vote(homes[0]!.resident, body.id, 15)).toEqual([409, 'already-voted']);
    expect(await vote(homes[5]!.resident, body.id, 20)).toEqual([409, 'no-such-option']);
    expect(await vote('pf-y', body.id, 15)).toEqual([403, 'outside-duty']);
    await stage.settle();
    const path = `polls/${body.id}`;
    expect((await stage.get(homes[1]!.resident, path)).body).toMatchObject({ status: 'open' });
    expect((await stage.get('rc-y', path)).body['counts']).toBeUndefined();
    await stage.pass(100);
    await stage.stop();
    await stage.start();
    await stage.pass(21);
    expect(await vote(homes[5]!.resident, body.id, 10)).toEqual([409, 'poll-over']);
    const closed = await eventually(
      () => stage.get(homes[1]!.resident, path),
      ({ body: told }) => told['status'] === 'closed',
    );
    expect(closed.body).toMatchObject({
      ...{ outcome: 'decided', votes: 5, value: 15 },
      counts: [{ option: 10, votes: 0 }, { option: 15, votes: 4 }, { option: 30, votes: 1 }], // prettier-ignore
    });
    expect((await stage.get(homes[0]!.resident, 'polls')).body.items).toHaveLength(1);
    expect((await stage.get('rc-z', 'polls')).body.items).toEqual([]);
    expect((await stage.get('rc-z', path)).status).toBe(404);
  });

  it.each([
    ['an option outside the envelope', { options: [10, 45] }, 409, 'outside-envelope'],
    ['an envelope that is none', { least: 40 }, 409, 'empty-envelope'],
    ['no choice', { options: [10] }, 409, 'too-few-options'],
    ['an end in the past', { closesAt: '2026-01-01T00:00:00Z' }, 409, 'too-short'],
    ['an end without end', { closesAt: '2099-01-01T00:00:00Z' }, 409, 'too-long'],
    ['half a value', { options: [10, 12.5] }, 400, 'malformed-request'],
    ['a building of its own', { territory: `${COMMUNITY}/b-07` }, 400, 'malformed-request'],
  ])('S64: refuses a poll with %s', async (_what, more, status, code) =>
    expect(codeOf(await stage.post('rc-y', 'polls', question(more)))).toEqual([status, code]),
  );

  it('S41 S45: is the committee’s to open, not the firm’s, nor the office’s in its place', async () => {
    expect(codeOf(await stage.post('pf-y', 'polls', question()))).toEqual([403, 'outside-duty']);
    expect(codeOf(await stage.post('sd-w', 'polls', question()))).toEqual([403, 'outside-duty']);
    expect(codeOf(await stage.post('rc-z', 'polls', question()))).toEqual([404, 'not-found']);
    expect(await vote(homes[0]!.resident, newId(), 15)).toEqual([404, 'not-found']);
  });

  it('S66 S24: a decision has an owner and a day, runs late by itself, and is ended by somebody else', async () => {
    const body = decision();
    expect(codeOf(await stage.post('rc-y', 'decisions', body))).toEqual([201, undefined]);
    await stage.settle();
    const one = async () =>
      (await stage.get(homes[0]!.resident, 'decisions')).body.items.find(({ id }) => id === body.id);
    expect(await one()).toMatchObject({ status: 'open', owner: { role: 'property-firm', actor: 'pf-y' } });
    await stage.pass(601);
    expect(await eventually(one, (found) => found?.['status'] === 'overdue')).toMatchObject({ status: 'overdue' });
    expect(await ends('pf-y', body.id, { outcome: 'fulfilled' })).toEqual([403, 'outside-duty']);
    expect(await ends('rc-y', body.id, { outcome: 'dropped' })).toEqual([409, 'reason-missing']);
    expect(await ends('rc-y', body.id, { outcome: 'fulfilled' })).toEqual([200, undefined]);
    expect(await ends('rc-y', body.id, { outcome: 'fulfilled' })).toEqual([409, 'already-ended']);
    await stage.settle();
    expect(await one()).toMatchObject({ status: 'ended', outcome: 'fulfilled' });
  });

  it('S66: a decision of the committee for itself is ended by the office above', async () => {
    const body = decision({ owner: 'rc-y' });
    expect(codeOf(await stage.post('rc-y', 'decisions', body))).toEqual([201, undefined]);
    expect(await ends('rc-y', body.id, { outcome: 'fulfilled' })).toEqual([409, 'own-work']);
    expect(await ends('sd-w', body.id, { outcome: 'dropped', reason: 'no ground' })).toEqual([200, undefined]);
  });

  it('S66: refuses a decision due in the past, of nobody, or of elsewhere', async () => {
    const ask = async (more: object) => codeOf(await stage.post('rc-y', 'decisions', decision(more)));
    expect(await ask({ dueAt: '2026-01-01T00:00:00Z' })).toEqual([409, 'due-in-the-past']);
    expect(await ask({ owner: 'nobody' })).toEqual([409, 'unknown-owner']);
    expect(await ask({ title: '' })).toEqual([400, 'malformed-request']);
    expect(await ask({ territory: 'd-pudong/s-weifang/c-z' })).toEqual([404, 'not-found']);
  });
});
