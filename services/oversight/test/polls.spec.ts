import { randomBytes } from 'node:crypto';
import { hashText, uuid7 } from '@baogong/kernel';
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
  let last = 0;
  let version = 1;
  const issue = async (delegated: object[]) => {
    const source = { title: 'Notice 12', article: 'article 3' };
    const clauses = [{ id: 'daily', howMuch: { times: 1, days: 1 } }];
    const asked = { version: last + 1, territory: 'd-pudong', parentVersion: 0, source, clauses, delegated };
    expect((await stage.post('do-1', 'policies', asked)).status).toBe(201);
    last += 1;
  };
  const range = { clause: 'daily', parameter: 'times', least: 1, most: 3 };
  const inForce = async () => (await stage.get('rc-y', `policies?territory=${COMMUNITY}`)).body;
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const inMinutes = (minutes: number) => new Date(Date.parse(stage.now()) + minutes * 60_000).toISOString();
  const question = (more: object = {}) => ({
    ...{ id: newId(), territory: COMMUNITY, policyVersion: version, clause: 'daily', parameter: 'times' },
    options: [1, 2, 3],
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
    for (const territory of ['d-pudong/s-weifang', COMMUNITY])
      expect((await stage.post('do-1', 'territories', { territory })).status).toBe(201);
    await issue([range]);
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

  it('S40 S64: each household has one vote, and what most chose is the parameter in force, restart or not', async () => {
    const body = question();
    expect((await stage.post('rc-y', 'polls', body)).body).toMatchObject({ id: body.id, least: 1, most: 3 });
    for (const [n, { resident }] of homes.entries())
      expect(await vote(resident, body.id, n === 0 ? 3 : 2)).toEqual([201, undefined]);
    expect(await vote(homes[5]!.resident, body.id, 1)).toEqual([201, undefined]);
    expect(await vote(homes[5]!.resident, body.id, 4)).toEqual([409, 'no-such-option']);
    expect(await vote('pf-y', body.id, 2)).toEqual([403, 'outside-duty']);
    await stage.settle();
    const path = `polls/${body.id}`;
    expect((await stage.get(homes[1]!.resident, path)).body).toMatchObject({ status: 'open' });
    expect((await stage.get('rc-y', path)).body['counts']).toBeUndefined();
    await stage.pass(100);
    await stage.stop();
    await stage.start();
    await stage.pass(21);
    expect(await vote(homes[5]!.resident, body.id, 1)).toEqual([409, 'poll-over']);
    const closed = await eventually(
      () => stage.get('rc-y', path),
      ({ body: told }) => told['binding'] !== undefined,
    );
    last += 1;
    version = last;
    expect(closed.body).toMatchObject({
      ...{ status: 'closed', outcome: 'decided', votes: 6, value: 2, binding: { binds: true, policyVersion: version } },
      counts: [{ option: 1, votes: 1 }, { option: 2, votes: 4 }, { option: 3, votes: 1 }], // prettier-ignore
    });
    expect(await inForce()).toMatchObject({
      ...{ version, inForce: { pollId: body.id, parameter: { clause: 'daily', parameter: 'times', value: 2 } } },
    });
    // To those who see no persons the counts are none below five, and the sum would tell them.
    const masked = [1, 2, 3].map((option) => ({ option, votes: null }));
    expect((await stage.get(homes[1]!.resident, path)).body).toMatchObject({ votes: null, counts: masked, value: 2 });
    expect((await stage.get(homes[0]!.resident, 'polls')).body.items).toHaveLength(1);
    expect((await stage.get('rc-z', 'polls')).body.items).toEqual([]);
    expect((await stage.get('rc-z', path)).status).toBe(404);
  });

  it('S64 N12: nothing that is stored of a vote leads to a household or a resident, also to whoever knows them all', async () => {
    const votes = await stage.asOwner<{ actor: string; text: string }>(
      `select actor, e::text as text from es.event e where type = 'VoteCast'`,
    );
    expect(votes).toHaveLength(7);
    const keys = await stage.asOwner<{ text: string }>(
      `select i::text as text from es.idempotency i where stream in (select stream from es.event where type = 'VoteCast')`,
    );
    for (const { text } of [...votes, ...keys])
      for (const { id, resident } of homes) {
        expect(text).not.toContain(resident);
        expect(text).not.toContain(hashText(id));
        expect(text).not.toMatch(new RegExp(`\\b${id}\\b`));
      }
    expect(new Set(votes.map(({ actor }) => actor)).size).toBe(homes.length);
    const [key] = await eventually(
      () =>
        stage.asOwner<{ wrapped: Buffer | null }>(
          `select wrapped from vault.household_key where household_id like 'words:poll:%'`,
        ),
      (rows) => rows[0]?.wrapped === null,
    );
    expect(key).toEqual({ wrapped: null });
  });

  it('S64 S43: a poll that ends after the policy has changed binds nothing, and says so; so does a thin one', async () => {
    const lost = question({ options: [1, 3] });
    const thin = question();
    for (const body of [lost, thin]) expect(codeOf(await stage.post('rc-y', 'polls', body))).toEqual([201, undefined]);
    for (const { resident } of homes) expect(await vote(resident, lost.id, 3)).toEqual([201, undefined]);
    expect(await vote(homes[0]!.resident, thin.id, 3)).toEqual([201, undefined]);
    // What was set before stays in force below it: it lies within the narrower range.
    await issue([{ ...range, most: 2 }]);
    await stage.pass(121);
    const ended = (id: string) =>
      eventually(
        () => stage.get(homes[0]!.resident, `polls/${id}`),
        ({ body }) => body['binding'] !== undefined,
      );
    expect((await ended(lost.id)).body).toMatchObject({
      ...{ outcome: 'decided', value: 3, votes: 6, counts: [{ option: 1, votes: 0 }, { option: 3, votes: 6 }] }, // prettier-ignore
      binding: { binds: false, why: 'outside-delegated-range' },
    });
    expect((await ended(thin.id)).body).toMatchObject({
      ...{ outcome: 'too-few', votes: null, counts: [], binding: { binds: false, why: 'too-few' } },
    });
    expect(await inForce()).toMatchObject({ version, inForce: { clauses: [{ howMuch: { times: 2 } }] } });
  });

  it.each([
    ['an option outside the envelope', { options: [1, 4] }, 409, 'outside-delegated-range'],
    ['a parameter that is not delegated', { parameter: 'days' }, 409, 'nothing-delegated'],
    ['a clause that is none', { clause: 'weekly' }, 409, 'nothing-delegated'],
    ['a policy of before', { policyVersion: 1 }, 409, 'policy-not-in-force'],
    ['a parameter of no policy', { parameter: 'slot-minutes' }, 400, 'malformed-request'],
    ['no choice', { options: [1] }, 409, 'too-few-options'],
    ['an end in the past', { closesAt: '2026-01-01T00:00:00Z' }, 409, 'too-short'],
    ['an end without end', { closesAt: '2099-01-01T00:00:00Z' }, 409, 'too-long'],
    ['half a value', { options: [1, 1.5] }, 400, 'malformed-request'],
    ['a building of its own', { territory: `${COMMUNITY}/b-07` }, 400, 'malformed-request'],
  ])('S64: refuses a poll with %s', async (_what, more, status, code) =>
    expect(codeOf(await stage.post('rc-y', 'polls', question(more)))).toEqual([status, code]),
  );

  it('S41 S45: is the committee’s to open, not the firm’s, nor the office’s in its place', async () => {
    expect(codeOf(await stage.post('pf-y', 'polls', question()))).toEqual([403, 'outside-duty']);
    expect(codeOf(await stage.post('sd-w', 'polls', question()))).toEqual([403, 'outside-duty']);
    expect(codeOf(await stage.post('rc-z', 'polls', question()))).toEqual([404, 'not-found']);
    expect(await vote(homes[0]!.resident, newId(), 1)).toEqual([404, 'not-found']);
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
