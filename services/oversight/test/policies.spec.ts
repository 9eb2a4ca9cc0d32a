import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { COMMUNITY, eventually, Stage } from './stage.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const daily = { id: 'daily', howMuch: { times: 1, days: 1 } };
const source = { title: 'Notice 12 of the district command', article: 'article 3' };
const range = { clause: 'daily', parameter: 'times', least: 1, most: 3 };

describe('policies and local rules', () => {
  const stage = new Stage();
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const policy = (more: object = {}) => ({
    ...{ version: 1, territory: 'd-pudong', parentVersion: 0, source, clauses: [daily], delegated: [range] },
    ...more,
  });
  const rule = (clauses: object[], more: object = {}) => ({
    ...{ id: newId(), territory: COMMUNITY, title: 'Gate rule', clauses },
    ...more,
  });
  const inForce = (place: string) => stage.oversight.runtime.authority.inForce(place)?.policyVersion;

  beforeAll(async () => {
    await stage.open();
    await stage.settle();
    for (const territory of ['d-pudong/s-weifang', COMMUNITY])
      expect((await stage.post('do-1', 'territories', { territory })).status).toBe(201);
    for (const [id, role, territory] of [
      ['rc-y', 'residents-committee', COMMUNITY],
      ['pf-y', 'property-firm', COMMUNITY],
      ['re-1', 'resident', `${COMMUNITY}/b-07/h-0302`],
      ['pf-z', 'property-firm', 'd-pudong/s-weifang/c-z'],
    ] as const) {
      const kind = id.startsWith('re') ? { kind: 'person' } : { kind: 'organisation', name: `Office ${id}` };
      expect((await stage.post('do-1', 'actors', { id, ...kind, territory: COMMUNITY })).status).toBe(201);
      const grant = { id: newId(), actorId: id, role, territory };
      expect((await stage.post('do-1', 'grants', grant)).status).toBe(201);
    }
    const { authority } = stage.oversight.runtime;
    await eventually(
      () => Promise.resolve(authority.grantsOf('pf-z')),
      (held) => held.length === 1,
    );
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('N5: before any policy nothing may be taken away, not even then', async () => {
    const { body } = await stage.get('re-1', 'policies');
    expect(body).toMatchObject({ version: 0, lineage: [], inForce: { clauses: [{ id: 'everything' }] } });
    const proposed = await stage.post('pf-y', 'local-rules', rule([{ id: 'gate', what: { except: ['food:fruit'] } }]));
    expect(proposed.body).toMatchObject({ outcome: 'rejected', policyVersion: 0, differences: [{ kind: 'lost' }] });
  });

  it('S83: the district issues, and the next version is the only one it may issue', async () => {
    const issued = await stage.post('do-1', 'policies', policy());
    expect([issued.status, issued.body['version'], issued.body['sameAtEveryRisk']]).toEqual([201, 1, ['daily']]);
    expect(codeOf(await stage.post('do-1', 'policies', policy()))).toEqual([409, 'version-must-rise-by-one']);
    expect(codeOf(await stage.post('pf-y', 'policies', policy({ version: 2, territory: COMMUNITY })))).toEqual([
      403, 'outside-duty',
    ]); // prettier-ignore
    expect(codeOf(await stage.post('pf-z', 'policies', policy({ version: 2, territory: COMMUNITY })))).toEqual([
      404, 'not-found',
    ]); // prettier-ignore
  });

  it('S25 S65: the committee sets what was left to it, and every service soon stands on that version', async () => {
    const set = (value: number, as = 'rc-y') =>
      stage.post(as, 'local-parameters', {
        ...{ territory: COMMUNITY, clause: 'daily', parameter: 'times', value, reason: 'many infants' },
      });
    expect(codeOf(await set(4))).toEqual([409, 'outside-delegated-range']);
    expect(codeOf(await set(2, 'pf-y'))).toEqual([403, 'outside-duty']);
    const done = await set(2);
    expect([done.status, done.body['version'], done.body['parentVersion']]).toEqual([201, 2, 1]);
    await eventually(
      () => Promise.resolve(inForce(`${COMMUNITY}/b-07`)),
      (version) => version === 2,
    );
    expect([inForce(COMMUNITY), inForce('d-pudong/s-weifang/c-z')]).toEqual([2, 1]);
  });

  it('S48: anyone of the community reads what is in force, from where it comes and what each step changed', async () => {
    const { body } = await stage.get('re-1', 'policies');
    expect(body).toMatchObject({
      version: 2,
      lineage: [
        { version: 1, territory: 'd-pudong', source, difference: { narrower: [{ kind: 'less' }], wider: [] } },
        {
          ...{ version: 2, territory: COMMUNITY, parentVersion: 1 },
          parameter: { clause: 'daily', parameter: 'times', value: 2 },
          difference: { narrower: [], wider: [{ en: 'Clause daily permits 2 times a day, above it is once a day' }] },
        },
      ],
    });
    expect(codeOf(await stage.get('pf-z', `policies?territory=${COMMUNITY}`))).toEqual([404, 'not-found']);
  });

  it('I10: what a property firm does carries the version in force where it does it', async () => {
    const [event] = await eventsOf('LocalRuleRejected', () =>
      stage.post('pf-y', 'local-rules', rule([{ id: 'gate', howMuch: { times: 1, days: 1 } }])),
    );
    expect(event).toMatchObject({
      role: 'property-firm',
      policyVersion: 2,
      rule: 'propose-local-rule/property-firm@1',
    });
  });

  it('S30 S84: accepted and rejected rules are published to all of the community, and to nobody else', async () => {
    const accepted = await stage.post('pf-y', 'local-rules', rule([{ id: 'gate', howMuch: { times: 2, days: 1 } }]));
    expect(accepted.body).toMatchObject({ outcome: 'accepted', differences: [], policyVersion: 2 });
    const after = { 'baogong-after': accepted.headers.get('baogong-position')! };
    const { body } = await stage.get('re-1', 'local-rules', after);
    expect(body.items.map(({ outcome, inForce: stands }) => [outcome, stands])).toEqual([
      ['accepted', true],
      ['rejected', false],
      ['rejected', false],
    ]);
    expect(body.items[2]).toMatchObject({ proposedBy: 'pf-y', differences: [{ zh: expect.any(String) as string }] });
    const first = await stage.get('rc-y', 'local-rules?limit=1&outcome=rejected', after);
    expect(first.body.items).toHaveLength(1);
    const second = await stage.get('rc-y', `local-rules?outcome=rejected&cursor=${String(first.body['next'])}`);
    expect(second.body.items).toMatchObject([{ policyVersion: 0 }]);
    expect(codeOf(await stage.get('pf-z', `local-rules?territory=${COMMUNITY}`))).toEqual([404, 'not-found']);
    const above = 'local-rules?territory=d-pudong/s-weifang';
    expect(codeOf(await stage.get('pf-z', above))).toEqual([404, 'not-found']);
    expect((await stage.get('do-1', above)).body.items).toHaveLength(3);
  });

  it('I20: a rule that is sent twice is decided once', async () => {
    const [body, key] = [rule([daily]), newId()];
    const first = await stage.post('pf-y', 'local-rules', body, key);
    const again = await stage.post('pf-y', 'local-rules', body, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(codeOf(await stage.post('pf-y', 'local-rules', body))).toEqual([409, 'already-proposed']);
  });

  it('S48: a resident reports a rule that nobody can show, and it is held against the policy in force', async () => {
    const met = [{ id: 'gate', who: { except: ['tenant'] } }];
    const territory = `${COMMUNITY}/b-07/h-0302`;
    const report = { id: newId(), territory, met };
    const stranger = await stage.post('re-1', 'rule-reports', { ...report, imposedBy: 'pf-z' });
    expect(codeOf(stranger)).toEqual([409, 'unknown-organisation']);
    const told = await stage.post('re-1', 'rule-reports', report);
    expect([told.status, told.body]).toMatchObject([
      201,
      {
        ...{ id: report.id, territory: `${COMMUNITY}/b-07`, policyVersion: 2, met },
        lineage: [{ version: 1, ...source }, { version: 2 }],
        differences: [{ kind: 'protected', values: ['tenant'] }, { kind: 'beyond-range' }],
      },
    ]);
    expect((told.body['localRules'] as { outcome: string }[]).map(({ outcome }) => outcome)).toContain('rejected');
    expect(JSON.stringify(told.body)).not.toContain('0302');
    expect(codeOf(await stage.post('re-1', 'rule-reports', report))).toEqual([409, 'already-reported']);
    expect(codeOf(await stage.post('pf-z', 'rule-reports', { ...report, id: newId() }))).toEqual([404, 'not-found']);
  });

  it('S26 I11: a new version of the district says in one event what becomes of the versions below it', async () => {
    const wide = { id: 'daily', howMuch: { times: 3, days: 1 } };
    const next = await stage.post('do-1', 'policies', policy({ version: 3, clauses: [wide], delegated: [] }));
    expect(next.status).toBe(201);
    await eventually(
      () => Promise.resolve(inForce(COMMUNITY)),
      (version) => version === 3,
    );
    const { body } = await stage.get('pf-y', 'policies');
    expect((body['lineage'] as { version: number }[]).map(({ version }) => version)).toEqual([3]);
    // What was accepted under the version before does not let through what this one does.
    const rules = await stage.get('pf-y', 'local-rules?outcome=accepted');
    expect(rules.body.items.map((one) => one['inForce'])).toEqual([false]);
  });

  it('keeps its policies when it starts again', async () => {
    await stage.stop();
    await stage.start();
    expect((await stage.get('re-1', 'policies')).body['version']).toBe(3);
    expect(inForce(COMMUNITY)).toBe(3);
  });

  it.each([
    ['an unknown item class', { what: { only: ['toys'] } }, 400],
    ['an article of no class', { what: { only: ['fruit'] } }, 400],
    ['an unknown criterion', { who: { only: ['cheerful'] } }, 400],
    ['an empty list', { what: { only: [] } }, 400],
    ['a day that no week has', { when: [{ days: [8], from: '08:00', to: '09:00' }] }, 400],
    ['a time that no day has', { when: [{ days: [1], from: '24:00', to: '25:00' }] }, 400],
    ['a window that ends before it begins', { when: [{ days: [1], from: '20:00', to: '08:00' }] }, 409],
    ['a limit of nothing', { howMuch: { times: 0, days: 1 } }, 400],
    ['a limit without days', { howMuch: { times: 1 } }, 400],
    ['a field it does not know', { toString: 1 }, 400],
    ['a place of the community next door', { where: { only: ['d-pudong/s-weifang/c-z'] } }, 409],
    ['a path that is none', { where: { only: [`${COMMUNITY}/c-y`] } }, 400],
    ['a channel of its own', { where: { channels: ['drone'] } }, 400],
    ['a level of risk of its own', { risks: ['extreme'] }, 400],
    ['null', { who: null }, 400],
  ])('refuses a clause with %s', async (_what, part, status) => {
    const answer = await stage.post('pf-y', 'local-rules', rule([{ id: 'gate', ...part }]));
    expect([answer.status, typeof answer.body['detail']]).toEqual([status, 'string']);
  });

  it.each([
    [
      '10,000 clauses',
      { clauses: Array.from({ length: 10_000 }, (_, n) => ({ id: `c${n}` })) },
      [400, 'malformed-request'],
    ],
    [
      'clauses that contradict each other',
      { clauses: [daily, { ...daily, id: 'again' }] },
      [409, 'contradicting-clauses'],
    ],
    ['two clauses of one name', { clauses: [daily, daily] }, [409, 'clause-twice']],
    ['a time in the past', { effectiveFrom: '2026-01-01T00:00:00Z' }, [409, 'effective-in-the-past']],
    ['an end before its beginning', { effectiveTo: '2020-01-01T00:00:00Z' }, [409, 'never-in-force']],
    [
      'a place that nobody registered',
      { territory: `${COMMUNITY}/b-99`, parentVersion: 3 },
      [409, 'territory-not-registered'],
    ],
    ['a parent that is not in force', { territory: COMMUNITY, parentVersion: 1 }, [409, 'parent-not-in-force']],
    [
      'a criterion that is protected',
      { clauses: [{ ...daily, who: { only: ['tenant'] } }] },
      [409, 'protected-criterion'],
    ],
    ['a range around nothing', { delegated: [{ ...range, clause: 'weekly' }] }, [409, 'range-of-nothing']],
    ['another version than the next', { version: 7 }, [409, 'version-must-rise-by-one']],
  ])('refuses a policy with %s', async (_what, more, expected) => {
    const answer = await stage.post('do-1', 'policies', policy({ version: 4, delegated: [], ...more }));
    expect(codeOf(answer)).toEqual(expected);
  });

  it.each([
    ['10,000 clauses', Array.from({ length: 10_000 }, (_, n) => ({ id: `c${n}` })), [400, 'malformed-request']],
    ['no clause', [], [400, 'malformed-request']],
    ['clauses that contradict each other', [daily, { ...daily, id: 'again' }], [409, 'contradicting-clauses']],
  ])('refuses a local rule and a report with %s', async (_what, clauses, expected) => {
    expect(codeOf(await stage.post('pf-y', 'local-rules', rule(clauses)))).toEqual(expected);
    const report = { id: newId(), territory: COMMUNITY, met: clauses };
    expect(codeOf(await stage.post('re-1', 'rule-reports', report))).toEqual(expected);
  });

  it.each([
    ['approvals', 'rc-y', { territory: COMMUNITY, subject: 's', reason: 'r', action: 'OpenTheGate' }, '/action'],
    [
      ...(['delegations', 'pf-y'] as const),
      { to: 'rc-y', role: 'property-firm', territory: COMMUNITY, actions: ['OpenTheGate'] },
      '/actions',
    ],
  ])('refuses an action that nobody knows, in %s', async (path, as, body, pointer) => {
    const answer = await stage.post(as, path, { id: newId(), ...body });
    const at = (answer.body['errors'] as { pointer: string }[]).map((error) => error.pointer);
    expect([...codeOf(answer), at.some((one) => one.startsWith(pointer))]).toEqual([400, 'malformed-request', true]);
  });

  async function eventsOf(type: string, act: () => Promise<unknown>) {
    const { store } = stage.oversight.runtime;
    const before = await store.heads();
    await act();
    const logs = await Promise.all(before.map((head, shard) => store.read(shard, head, 100)));
    return logs.flat().filter((event) => event.type === type);
  }
});
