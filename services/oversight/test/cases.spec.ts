import { randomBytes } from 'node:crypto';
import { HouseholdKeys } from '@baogong/event-store';
import { uuid7 } from '@baogong/kernel';
import { isSampled } from '../src/domain/case/ending.js';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const homes = Array.from({ length: 8 }, (_, n) => ({
  id: `030${n}`,
  territory: `${COMMUNITY}/b-07/h-030${n}`,
  resident: `re-030${n}`,
}));
const HOME = homes[0]!;
const organisations = [
  ['rc-y', 'residents-committee', COMMUNITY],
  ['pf-y', 'property-firm', COMMUNITY],
  ['gp-y', 'platform', COMMUNITY],
  ['so-y', 'social-organisation', COMMUNITY],
  ['sd-w', 'subdistrict-office', 'd-pudong/s-weifang'],
  ['rc-z', 'residents-committee', 'd-pudong/s-weifang/c-z'],
] as const;

/** Whoever destroys a key opens none. */
const ANY_MASTER = { master: new Uint8Array(32), purpose: 'persons' } as const;

/** An id for which the audit sample says yes, or no. */
function idThat(sampled: boolean): string {
  for (;;) {
    const caseId = newId();
    if (isSampled({ caseId, openedBy: [HOME.resident], doers: ['pf-y'] }) === sampled) return caseId;
  }
}

describe('cases', () => {
  const stage = new DrillStage();
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const report = (more: object = {}, as = HOME.resident) => {
    const body = { id: newId(), kind: 'complaint', subject: 'missing-goods', territory: HOME.territory, ...more };
    return stage.post(as, 'cases', body);
  };
  const reported = async (more: object = {}, as = HOME.resident) => {
    const answer = await report(more, as);
    expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
    return String(answer.body['id']);
  };
  const give = async (as: string, id: string, step: string, body: object = {}) =>
    codeOf(await stage.post(as, `cases/${id}/${step}`, body));
  const done = [200, undefined];
  const caseOf = async (id: string, as = 'rc-y') => (await stage.get(as, `cases/${id}`)).body;
  const becomes = (id: string, status: string) =>
    eventually(
      () => caseOf(id),
      (found) => found['status'] === status,
    );

  beforeAll(async () => {
    await stage.open('orders');
    for (const [id, role, territory] of organisations) {
      const actor = { id, kind: 'organisation', name: `Office ${id}`, territory };
      expect((await stage.post('do-1', 'actors', actor)).status).toBe(201);
      const grant = { id: newId(), actorId: id, role, territory };
      // The list of actors learns of a new one by its event.
      await eventually(
        () => stage.post('do-1', 'grants', grant),
        ({ status }) => status === 201,
      );
    }
    for (const { id, territory, resident } of homes) {
      const data = { householdId: id, territory, people: 2, members: [resident] };
      await stage.tell('orders', `household-${id}`, {
        ...{ type: 'HouseholdRegistered', at: stage.now(), data },
        territory,
      });
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

  it('S44 S70: serves the one without infant formula before seven about fruit, each with number and deadline', async () => {
    for (const { territory, resident } of homes.slice(1)) {
      const { status, body } = await report({ territory, itemClass: 'food', sku: 'fruit', daysOfCover: 4 }, resident);
      expect([status, body]).toEqual([
        201,
        expect.objectContaining({
          number: expect.stringMatching(/^\d{5}-\d{5}$/) as string,
          dueAt: expect.any(String) as string,
          owner: { role: 'property-firm', actor: 'pf-y' },
          severity: 4,
        }),
      ]);
    }
    const infant = await reported({ itemClass: 'infant', sku: 'infant-formula', words: '奶粉没有了' });
    await stage.settle();
    const { body } = await stage.get('pf-y', `cases?territory=${COMMUNITY}`);
    expect(body.items.map(({ severity, alike }) => [severity, alike])).toEqual([
      [1, 1], [4, 7], [4, 7], [4, 7], [4, 7], [4, 7], [4, 7], [4, 7],
    ]); // prettier-ignore
    expect(body.items[0]).toMatchObject({ id: infant, householdId: HOME.id });
    const again = await stage.get('pf-y', `cases?limit=3&cursor=${String(await nextOf('pf-y', 3))}`);
    expect(again.body.items.map(({ severity }) => severity)).toEqual([4, 4, 4]);
  });
  const nextOf = async (as: string, limit: number) => (await stage.get(as, `cases?limit=${limit}`)).body['next'];

  it('S5 S78: shows a household its own, a committee the board, an office no household, the next community nothing', async () => {
    const id = await reported({ words: 'the bag was open' });
    await stage.settle();
    const listed = async (as: string) => (await stage.get(as, 'cases?limit=100')).body.items;
    expect(new Set((await listed(HOME.resident)).map(({ householdId }) => householdId))).toEqual(new Set([HOME.id]));
    expect((await listed('rc-y')).find((each) => each['id'] === id)).toMatchObject({
      owner: { actor: 'pf-y' },
      overdue: false,
      severity: 4,
    });
    const above = await listed('do-1');
    expect(above.map(({ id: each }) => each)).toContain(id);
    expect(above.filter(({ householdId, place }) => householdId !== undefined || place !== COMMUNITY)).toEqual([]);
    expect(await listed('rc-z')).toEqual([]);
    expect((await stage.get('rc-z', `cases/${id}`)).status).toBe(404);
    expect((await stage.get(homes[1]!.resident, `cases/${id}`)).status).toBe(404);
    expect((await stage.get('gp-y', `cases/${id}`)).status).toBe(404);
    expect((await caseOf(id, 'do-1'))['statements']).toEqual([]);
    expect((await caseOf(id, 'pf-y'))['statements']).toEqual([
      expect.objectContaining({ side: 'household', words: 'the bag was open' }),
    ]);
    expect((await caseOf(await reported({ kind: 'rule-report', subject: 'access' })))['householdId']).toBeUndefined();
  });

  it('I16: keeps words and household out of every event that goes out', async () => {
    const id = await reported({ words: '门牌三〇二 王女士' });
    expect(await give('pf-y', id, 'answer', { outcome: 'done', words: '已送到王女士家' })).toEqual(done);
    const stored = await stage.asOwner<{ text: string }>('select e::text as text from es.event e');
    expect(stored.filter(({ text }) => text.includes('王女士'))).toEqual([]);
    await stage.settle();
    expect((await caseOf(id, HOME.resident))['statements']).toHaveLength(2);
  });

  it('S78 N12 I16: seals words with the key of their household, those of before too, and they are gone with it', async () => {
    const { id: householdId, territory, resident } = homes[7]!;
    const id = await reported({ territory, words: '糖尿病的王女士' }, resident);
    const ofNobody = await reported({ territory: `${COMMUNITY}/b-07`, words: '楼道里没有灯' }, 'rc-y');
    await stage.settle();
    await stage.asOwner(`insert into oversight.statement (case_id, ordinal, side, at, words)
      values ('${id}', 2, 'reporter', '${stage.now()}', '从前的话')`);
    await stage.stop();
    await stage.start();
    const words = async (of: string, as: string) =>
      ((await caseOf(of, as))['statements'] as { words: string }[]).map((each) => each.words);
    expect(await words(id, resident)).toEqual(['糖尿病的王女士', '从前的话']);
    expect(await tablesWith(['糖尿病', '从前的话', '没有灯'])).toEqual([]);
    await new HouseholdKeys(stage.oversight.runtime.pool, ANY_MASTER).destroy(householdId, stage.now());
    expect(await words(id, resident)).toEqual([]);
    expect(await give('pf-y', id, 'answer', { outcome: 'done', words: '已送到王女士家' })).toEqual(done);
    expect([await words(id, resident), await words(id, 'rc-y')]).toEqual([[], []]);
    expect(await caseOf(id, resident)).toMatchObject({ id, owner: { actor: 'pf-y' } });
    expect(await words(ofNobody, 'rc-y')).toEqual(['楼道里没有灯']);
  });
  const tablesWith = async (texts: string[]) => {
    const tables = await stage.asOwner<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const forms = texts.flatMap((text) => [text, Buffer.from(text).toString('hex')]);
    const rows = await Promise.all(
      tables.map(({ name }) => stage.asOwner<{ text: string }>(`select t::text as text from ${name} t`)),
    );
    return tables.filter((_, n) => rows[n]!.some(({ text }) => forms.some((form) => text.includes(form))));
  };

  it('N7 S24 I13: the firm cannot close what it answered, and the try is counted; the household can, once', async () => {
    const id = await reported();
    expect(await give('pf-y', id, 'confirmation')).toEqual([403, 'outside-duty']);
    expect(await give('rc-y', id, 'confirmation')).toEqual([403, 'outside-duty']);
    expect(await give('pf-y', id, 'answer', { outcome: 'done', evidence: ['photo'] })).toEqual(done);
    expect(await give('pf-y', id, 'answer', { outcome: 'done' })).toEqual([409, 'already-answered']);
    expect(await give('pf-y', id, 'visit', { resolved: true, evidence: ['visit'] })).toEqual([403, 'outside-duty']);
    expect(await give(homes[1]!.resident, id, 'confirmation')).toEqual([409, 'not-your-household']);
    expect(await give(HOME.resident, id, 'confirmation')).toEqual(done);
    expect(await give(HOME.resident, id, 'confirmation')).toEqual([409, 'already-closed']);
    expect(await give('pf-y', id, 'answer', { outcome: 'done' })).toEqual([409, 'already-closed']);
    await stage.oversight.runtime.desk.flushRefusals();
    await stage.settle();
    const { body } = await stage.get('do-1', 'refusals');
    expect(body.items).toContainEqual(expect.objectContaining({ rule: 'close-case/property-firm', count: 1 }));
  });

  it('S43 S70: an unanswered case climbs two levels by its clock, a restart in between, and is recorded as overdue', async () => {
    const id = await reported();
    await stage.pass(200);
    await stage.stop();
    await stage.start();
    expect((await stage.get(HOME.resident, `cases/${id}`)).body).toMatchObject({ status: 'open', level: 0 });
    await stage.pass(41);
    const level = (wanted: number) =>
      eventually(
        () => caseOf(id, HOME.resident),
        (found) => found['level'] === wanted,
      );
    expect(await level(1)).toMatchObject({ owner: { role: 'residents-committee', actor: 'rc-y' }, overdue: false });
    await stage.pass(481);
    expect(await level(2)).toMatchObject({ owner: { role: 'district-office', actor: 'do-1' } });
    await stage.pass(1441);
    expect(await becomes(id, 'overdue')).toMatchObject({ level: 2, overdue: true });
    expect(await give('do-1', id, 'answer', { outcome: 'not-possible' })).toEqual(done);
  });

  it('N7 S70: a household that is not content reopens the case one level higher', async () => {
    const id = await reported();
    expect(await give('pf-y', id, 'answer', { outcome: 'done' })).toEqual(done);
    const answer = await stage.post(HOME.resident, `cases/${id}/reopening`, { words: 'nothing came' });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ level: 1, owner: { role: 'residents-committee', actor: 'rc-y' } }),
    ]);
    expect(await give('pf-y', id, 'answer', { outcome: 'done' })).toEqual([409, 'not-your-case']);
  });

  it('I13 S71: where the household says nothing a clock closes it, but the sample is visited by a second person', async () => {
    const [plain, looked] = [await reported({ id: idThat(false) }), await reported({ id: idThat(true) })];
    for (const id of [plain, looked]) expect(await give('pf-y', id, 'answer', { outcome: 'done' })).toEqual(done);
    await stage.settle();
    await stage.pass(72 * 60 + 1);
    expect(await becomes(plain, 'closed')).toMatchObject({ how: 'unconfirmed' });
    await becomes(looked, 'visit-due');
    const list = (await stage.get('so-y', 'cases')).body.items;
    expect(list.filter(({ status, kind }) => status !== 'visit-due' && kind !== 'dispute')).toEqual([]);
    expect(list.map(({ id }) => id)).toContain(looked);
    expect(await give('so-y', looked, 'visit', { resolved: true, evidence: ['photo'] })).toEqual([
      409,
      'photo-is-no-evidence',
    ]);
    expect(await give('so-y', looked, 'visit', { resolved: true, evidence: ['visit', 'photo'] })).toEqual(done);
    expect(await becomes(looked, 'closed')).toMatchObject({ how: 'visited' });
  });

  it('S20 S51 S63: a dispute hears both sides, is mediated by neither, and closed by the household', async () => {
    const id = await reported({ kind: 'dispute', subject: 'conduct', about: 'pf-y', words: 'he shouted at me' });
    expect(await give('rc-y', id, 'mediation', { outcome: 'agreed' })).toEqual([409, 'other-side-not-heard']);
    expect(await give('pf-y', id, 'statements', { words: 'she pushed the guard' })).toEqual(done);
    expect(await give('pf-y', id, 'statements', { words: 'and a second one' })).toEqual(done);
    expect(await give('gp-y', id, 'statements', { words: 'x' })).toEqual([409, 'not-a-party']);
    expect(await give('pf-y', id, 'mediation', { outcome: 'agreed' })).toEqual([403, 'outside-duty']);
    expect(await give('rc-y', id, 'answer', { outcome: 'done' })).toEqual([409, 'needs-mediation']);
    const sides = async (as: string) =>
      ((await caseOf(id, as))['statements'] as { side: string }[]).map(({ side }) => side);
    await stage.settle();
    expect(await sides('rc-y')).toEqual(['household', 'other-side', 'other-side']);
    expect(await sides('pf-y')).toEqual(['other-side', 'other-side']);
    expect(await sides(HOME.resident)).toEqual(['household']);
    expect(await give('rc-y', id, 'mediation', { outcome: 'agreed', words: 'both apologised' })).toEqual(done);
    expect(await give(HOME.resident, id, 'confirmation')).toEqual(done);
  });

  it('S63: a side that stays silent is not waited for', async () => {
    const id = await reported({ kind: 'dispute', subject: 'conduct', about: 'pf-y', words: 'again' });
    await stage.settle();
    await stage.pass(241);
    const said = await eventually(
      () => give('so-y', id, 'mediation', { outcome: 'not-agreed' }),
      ([status]) => status === 200,
    );
    expect(said).toEqual(done);
  });

  it('S23: a claim is heard on the telephone and corrected', async () => {
    const id = await reported({ kind: 'need', subject: 'supply', itemClass: 'food', daysOfCover: 5 });
    const answer = await stage.post('rc-y', `cases/${id}/verifications`, {
      ...{ fact: 'cover', how: 'phone', daysOfCover: 0 },
    });
    expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ state: 'phone', severity: 2 })]);
    expect(await give('rc-y', id, 'verifications', { fact: 'harm', how: 'door' })).toEqual([409, 'not-claimed']);
    expect(await give('pf-y', id, 'verifications', { fact: 'cover', how: 'door' })).toEqual([403, 'outside-duty']);
  });

  it('S48 S70: a rule that nobody can show becomes a case that names no household, and a visit closes it', async () => {
    const id = newId();
    const met = [{ id: 'gate', howMuch: { times: 1, days: 3 } }];
    const answer = await stage.post(HOME.resident, 'rule-reports', { id, territory: HOME.territory, met });
    expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
    expect(await becomes(id, 'open')).toMatchObject({
      ...{ kind: 'rule-report', level: 0, owner: { role: 'residents-committee', actor: 'rc-y' } },
    });
    expect((await caseOf(id))['householdId']).toBeUndefined();
    expect(await give(HOME.resident, id, 'confirmation')).toEqual([409, 'not-your-household']);
    expect(await give('rc-y', id, 'answer', { outcome: 'done' })).toEqual(done);
    expect(await give('rc-y', id, 'visit', { resolved: true, evidence: ['visit'] })).toEqual([409, 'own-work']);
    expect(await give('so-y', id, 'visit', { resolved: true, evidence: ['visit'] })).toEqual(done);
  });

  it.each([
    ['an unknown class of goods', { itemClass: 'fruit' }, 400, 'malformed-request'],
    ['an unknown kind', { kind: 'rant' }, 400, 'malformed-request'],
    ['fewer than no days', { daysOfCover: -1 }, 400, 'malformed-request'],
    ['words without end', { words: 'x'.repeat(2001) }, 400, 'malformed-request'],
    ['a name in a field of its own', { name: 'Wang' }, 400, 'malformed-request'],
    ['another household', { territory: homes[1]!.territory }, 409, 'not-your-household'],
    ['an organisation of elsewhere', { about: 'rc-z' }, 409, 'unknown-organisation'],
    ['a dispute with nobody', { kind: 'dispute', words: 'x' }, 409, 'other-side-missing'],
    ['a dispute without a word', { kind: 'dispute', about: 'pf-y' }, 409, 'statement-missing'],
    ['another community', { territory: 'd-pudong/s-weifang/c-z/b-1/h-1' }, 404, 'not-found'],
  ])('refuses %s', async (_what, more, status, code) => expect(codeOf(await report(more))).toEqual([status, code]));

  it('finds no case that is none', async () => {
    expect(await give(HOME.resident, newId(), 'confirmation')).toEqual([404, 'not-found']);
    expect((await stage.get('rc-y', `cases/${newId()}`)).status).toBe(404);
  });
});
