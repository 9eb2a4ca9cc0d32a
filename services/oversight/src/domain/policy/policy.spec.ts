import { specificationOf } from '@baogong/decider';
import type { Clause } from '@baogong/kernel';
import type { DelegatedRange } from './clause.js';
import type { PolicyCommand, PolicyEvent, PolicyRejection, PolicyVersion } from './messages.js';
import { policy } from './policy.js';

const at = '2026-04-15T00:00:00.000Z';
const later = '2026-04-16T00:00:00.000Z';
const d = 'd-pudong';
const c = `${d}/s-weifang/c-y`;
const { given } = specificationOf(policy);
const by = (role: string) => ({ actor: 'a', role, organisation: 'o', households: [] });
const office = by('district-office');
const committee = by('residents-committee');
const source = { title: 'Notice 12', article: 'article 3' };
const daily: Clause = { id: 'daily', howMuch: { times: 1, days: 1 } };
const range: DelegatedRange = { clause: 'daily', parameter: 'times', least: 1, most: 3 };
const twice: Clause = { id: 'daily', howMuch: { times: 2, days: 1 } };

type Issue = Extract<PolicyCommand, { type: 'IssuePolicy' }>;
const issue = (more: Partial<Issue['data']> = {}, who = office): Issue => ({
  type: 'IssuePolicy',
  at,
  by: who,
  data: {
    ...{ version: 1, territory: d, parentVersion: 0, source, clauses: [daily], delegated: [], registered: true },
    ...more,
  },
});
const issued = (more: Partial<PolicyVersion> = {}): PolicyEvent => ({
  type: 'PolicyIssued',
  at,
  data: {
    ...{ version: 1, territory: d, parentVersion: 0, keeps: [], source, clauses: [daily], delegated: [] },
    ...{ effectiveFrom: at, issuedAt: at, issuedBy: 'district-office' },
    ...more,
  },
});
const set = (value: number, more: object = {}, who = committee): PolicyCommand => ({
  type: 'SetLocalParameter',
  at,
  by: who,
  data: { territory: c, clause: 'daily', parameter: 'times', value, reason: 'many infants', registered: true, ...more },
});

describe('issuing a policy', () => {
  it('S48 S83: records the text it comes from, what it permits and what it delegates', () =>
    given()
      .when(issue({ delegated: [range] }))
      .then(issued({ delegated: [range] })));

  it('S26: takes effect when it says, never backwards', () => {
    given()
      .when(issue({ effectiveFrom: later, effectiveTo: '2026-05-01T00:00:00.000Z' }))
      .then(issued({ effectiveFrom: later, effectiveTo: '2026-05-01T00:00:00.000Z' }));
    const refused = (code: PolicyRejection, more: Partial<Issue['data']>) =>
      given().when(issue(more)).thenRejected(code);
    refused('effective-in-the-past', { effectiveFrom: '2026-04-14T23:59:59.999Z' });
    refused('never-in-force', { effectiveTo: at });
    refused('never-in-force', { effectiveFrom: later, effectiveTo: later });
  });

  it('refuses another number than the next, so that nobody issues over what they have not read', () => {
    given(issued()).when(issue()).thenRejected('version-must-rise-by-one');
    given(issued())
      .when(issue({ version: 3 }))
      .thenRejected('version-must-rise-by-one');
  });

  it('S48: names the version in force above it, and no other', () => {
    given(issued())
      .when(issue({ version: 2, territory: c, parentVersion: 1 }))
      .then(issued({ version: 2, territory: c, parentVersion: 1 }));
    given(issued())
      .when(issue({ version: 2, territory: c, parentVersion: 0 }))
      .thenRejected('parent-not-in-force');
    given(issued({ effectiveFrom: later }))
      .when(issue({ version: 2, territory: c, parentVersion: 1 }))
      .thenRejected('parent-not-in-force');
  });

  it.each([
    'tenant',
    'non-local',
    'unregistered',
    'in-arrears',
    'health-status',
    'test-status',
    'complainant',
  ] as const)('S49 I11: not even the district asks about %s', (criterion) =>
    given()
      .when(issue({ clauses: [{ ...daily, who: { only: [criterion] } }] }))
      .thenRejected('protected-criterion'),
  );

  it('S53 I12: supply never hangs on fees: neither a policy nor a parameter may ask for arrears, among others or alone', () => {
    for (const who of [
      { except: ['in-arrears'] },
      { only: ['elderly', 'in-arrears'] },
      { except: ['in-arrears', 'infant'] },
    ] as const)
      given()
        .when(issue({ clauses: [{ ...daily, who }] }))
        .thenRejected('protected-criterion');
  });

  it('refuses what cannot stand', () => {
    const refused = (code: PolicyRejection, more: Partial<Issue['data']>) =>
      given().when(issue(more)).thenRejected(code);
    refused('territory-not-registered', { registered: false });
    refused('no-clauses', { clauses: [] });
    refused('contradicting-clauses', { clauses: [daily, { ...twice, id: 'other' }] });
    refused('range-of-nothing', { clauses: [{ id: 'all' }], delegated: [{ ...range, clause: 'all' }] });
    refused('range-twice', { delegated: [range, range] });
    refused('faulty-range', { delegated: [{ ...range, least: 2 }] });
    refused('faulty-range', { delegated: [{ ...range, least: 3, most: 1 }] });
    refused('faulty-range', { delegated: [{ ...range, most: 1001 }] });
  });

  it('S83 I10: a committee moves in the range that was delegated to it, and hands nothing on', () => {
    const mandate = issued({ delegated: [range] });
    const own = (more: Partial<Issue['data']>) =>
      issue({ version: 2, territory: c, parentVersion: 1, ...more }, committee);
    given(mandate)
      .when(own({ clauses: [twice] }))
      .then(issued({ version: 2, territory: c, parentVersion: 1, clauses: [twice], issuedBy: 'residents-committee' }));
    given(mandate)
      .when(own({ clauses: [{ ...twice, howMuch: { times: 4, days: 1 } }] }))
      .thenRejected('outside-delegated-range');
    given(mandate)
      .when(own({ clauses: [{ ...daily, what: { except: ['food:fruit'] } }] }))
      .thenRejected('outside-delegated-range');
    given(mandate)
      .when(own({ delegated: [range] }))
      .thenRejected('cannot-delegate');
    given(issued()).when(own({})).thenRejected('nothing-delegated');
    given()
      .when(issue({ territory: c }, committee))
      .thenRejected('nothing-delegated');
  });

  it('S48: says in the same event what stays in force below it', () => {
    const history = [
      issued({ delegated: [range] }),
      issued({ version: 2, territory: c, parentVersion: 1, clauses: [twice], issuedBy: 'residents-committee' }),
      issued({
        version: 3,
        territory: `${d}/s-weifang/c-z`,
        parentVersion: 1,
        clauses: [{ ...daily, risks: ['low'] }],
      }),
    ];
    const next = (more: Partial<Issue['data']>) => issue({ version: 4, ...more });
    given(...history)
      .when(next({ delegated: [range] }))
      .then(issued({ version: 4, delegated: [range], keeps: [2, 3] }));
    // Three times a day is the floor now: what the committee set falls short, what the district said itself stays.
    const wide = { ...daily, howMuch: { times: 3, days: 1 } };
    given(...history)
      .when(next({ clauses: [wide] }))
      .then(issued({ version: 4, clauses: [wide], keeps: [3] }));
  });
});

describe('setting a local parameter', () => {
  const mandate = issued({ delegated: [range] });
  const parameter = { clause: 'daily', parameter: 'times' as const, value: 2 };
  const done: PolicyEvent = {
    type: 'LocalParameterSet',
    at,
    data: {
      ...{ version: 2, territory: c, parentVersion: 1, keeps: [], source, clauses: [twice], delegated: [] },
      ...{ effectiveFrom: at, issuedAt: at, issuedBy: 'residents-committee', parameter, reason: 'many infants' },
    },
  };

  it('S25 S65: makes a version of its own below the policy', () => given(mandate).when(set(2)).then(done));
  it('changes nothing the second time', () => given(mandate, done).when(set(2)).thenNothing());
  it('S25: may be set anew within the range', () =>
    given(mandate, done)
      .when(set(3))
      .then({
        ...done,
        data: {
          ...done.data,
          version: 3,
          clauses: [{ ...daily, howMuch: { times: 3, days: 1 } }],
          parameter: { ...parameter, value: 3 },
        },
      }));
  it('S65: moves within what the district said for this very place, as often as it likes', () => {
    const general = issued();
    const special = issued({ version: 2, territory: c, parentVersion: 1, delegated: [range], effectiveTo: later });
    const first = { ...done.data, version: 3, effectiveTo: later };
    given(general, special)
      .when(set(2))
      .then({ ...done, data: first });
    const clauses = [{ ...daily, howMuch: { times: 3, days: 1 } }];
    given(general, special, { ...done, data: first })
      .when(set(3))
      .then({ ...done, data: { ...first, version: 4, clauses, parameter: { ...parameter, value: 3 } } });
  });
  it('S83: what a committee issues ends with what the district said for this very place', () => {
    const special = issued({ version: 2, territory: c, parentVersion: 1, delegated: [range], effectiveTo: later });
    const own = (more: Partial<Issue['data']>) =>
      issue({ version: 3, territory: c, parentVersion: 1, clauses: [twice], ...more }, committee);
    const told = { version: 3, territory: c, parentVersion: 1, clauses: [twice], issuedBy: 'residents-committee' };
    given(issued(), special)
      .when(own({ effectiveTo: later }))
      .then(issued({ ...told, effectiveTo: later }));
    given(issued(), special).when(own({})).thenRejected('outlasts-mandate');
  });
  it('S65: not outside the range, nor where nothing was delegated', () => {
    given(mandate).when(set(4)).thenRejected('outside-delegated-range');
    given(mandate)
      .when(set(2, { parameter: 'days' }))
      .thenRejected('nothing-delegated');
    given(mandate)
      .when(set(2, { clause: 'weekly' }))
      .thenRejected('nothing-delegated');
    given(issued()).when(set(2)).thenRejected('nothing-delegated');
    given().when(set(2)).thenRejected('nothing-delegated');
  });
  it('is given a reason, at a place that is known', () => {
    given(mandate)
      .when(set(2, { reason: ' ' }))
      .thenRejected('no-reason');
    given(mandate)
      .when(set(2, { registered: false }))
      .thenRejected('territory-not-registered');
  });
});

describe('the result of a poll', () => {
  const bind = (value: number, more: object = {}): PolicyCommand => ({
    type: 'BindPollResult',
    at: later,
    by: by('system'),
    data: { pollId: 'p1', territory: c, clause: 'daily', parameter: 'times', value, registered: true, ...more },
  });
  const bound = (value: number, more: Partial<PolicyVersion> = {}): PolicyEvent => ({
    type: 'LocalParameterSet',
    at: later,
    data: {
      ...{ version: 2, territory: c, parentVersion: 1, keeps: [], source, delegated: [] },
      ...{ effectiveFrom: later, issuedAt: later, issuedBy: 'system', reason: 'poll p1' },
      clauses: [{ id: 'daily', howMuch: { times: value, days: 1 } }],
      parameter: { clause: 'daily', parameter: 'times', value },
      ...more,
    },
  });
  const told = (version: number, pollId = 'p1'): PolicyEvent => ({
    type: 'PollResultBound',
    at: later,
    data: { pollId, territory: c, clause: 'daily', parameter: 'times', value: 2, version },
  });
  const unbound = (code: string, value = 2): PolicyEvent => ({
    type: 'PollResultUnbound',
    at: later,
    data: { pollId: 'p1', territory: c, clause: 'daily', parameter: 'times', value, code: code as never },
  });
  const delegating = issued({ delegated: [range] });

  it('S64 S65: is set as what the committee sets itself, and says by which poll', () =>
    given(delegating).when(bind(2)).then(bound(2), told(2)));
  it('S64: binds once', () => given(delegating, bound(2), told(2)).when(bind(2)).thenNothing());
  it('S64: is recorded where it was so before', () => {
    given(delegating, bound(2), told(2, 'p0'))
      .when(bind(2))
      .then(bound(2, { version: 3 }), told(3));
  });
  it('S64: binds nothing that the policy leaves to the community no more, and says so', () => {
    given(delegating, issued({ version: 2, delegated: [] }))
      .when(bind(2))
      .then(unbound('nothing-delegated'));
    given(delegating, issued({ version: 2, delegated: [{ ...range, most: 1 }] }))
      .when(bind(2))
      .then(unbound('outside-delegated-range'));
    given(delegating).when(bind(4)).then(unbound('outside-delegated-range', 4));
    given().when(bind(2)).then(unbound('nothing-delegated'));
    given(delegating)
      .when(bind(2, { registered: false }))
      .then(unbound('territory-not-registered'));
  });
});
