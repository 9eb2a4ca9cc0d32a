import { specificationOf } from '@baogong/decider';
import type { Clause } from '@baogong/kernel';
import type { DelegatedRange } from '../policy/clause.js';
import { localRule, type LocalRuleCommand, type LocalRuleEvent } from './local-rule.js';

const at = '2026-04-15T00:00:00.000Z';
const territory = 'd-pudong/s-weifang/c-y';
const firm = { actor: 'pf-y', role: 'property-firm', organisation: 'pf-y', households: [] };
const daily: Clause = { id: 'daily', howMuch: { times: 1, days: 1 } };
const { given } = specificationOf(localRule);

const propose = (clauses: Clause[], more: Partial<LocalRuleCommand['data']> = {}): LocalRuleCommand => ({
  type: 'ProposeLocalRule',
  at,
  by: firm,
  data: {
    ...{ ruleId: 'r-1', territory, title: 'Gate rule', clauses, registered: true, policyVersion: 1 },
    parent: { clauses: [daily], delegated: [] },
    ...more,
  },
});
const decided = (command: LocalRuleCommand): LocalRuleEvent => {
  const decision = localRule.decide(command, localRule.initial);
  if (decision.kind === 'rejected') throw new Error(decision.code);
  return decision.events[0]!;
};
const differencesOf = (command: LocalRuleCommand) => {
  const { type, data } = decided(command);
  return type === 'LocalRuleRejected' ? data.differences : [];
};

describe('a local rule', () => {
  it('N5: is accepted where it permits what the policy permits', () =>
    given()
      .when(propose([daily]))
      .then({
        type: 'LocalRuleAccepted',
        at,
        data: {
          ...{ ruleId: 'r-1', territory, title: 'Gate rule', clauses: [daily], policyVersion: 1 },
          ...{ proposedBy: 'pf-y', role: 'property-firm', sameAtEveryRisk: ['daily'] },
        },
      }));

  it('S30 S49 S84 N5 I11: no tenants, no fruit and once in three days is rejected, with exactly these three differences', () => {
    const asked: Clause = {
      id: 'gate',
      who: { except: ['tenant'] },
      what: { except: ['food:fruit'] },
      howMuch: { times: 1, days: 3 },
    };
    const differences = differencesOf(propose([asked]));
    expect(differences.map(({ kind, dimension, values }) => [kind, dimension, ...values])).toEqual([
      ['protected', 'who', 'tenant'],
      ['lost', 'what', 'food:fruit'],
      ['less', 'how-much'],
    ]);
    expect(differences.map(({ zh }) => zh)).toEqual([
      '任何规定都不得以此为条件：租户（条款 daily）',
      '水果：上级政策条款 daily 允许，本规定不再允许',
      '上级政策条款 daily 允许每 1 天 1 次，本规定只允许每 3 天 1 次',
    ]);
    expect(differences.map(({ en }) => en)).toEqual([
      'Never a criterion of any rule: tenants (clause daily)',
      'fruit: permitted by clause daily above, and no longer by this rule',
      'Clause daily above permits once a day, this rule only once in 3 days',
    ]);
  });

  it.each([
    'tenant',
    'non-local',
    'unregistered',
    'in-arrears',
    'health-status',
    'test-status',
    'complainant',
  ] as const)('S49 I11 I12: never asks about %s, to take or to give', (criterion) => {
    const taking = differencesOf(propose([{ ...daily, who: { except: [criterion] } }]));
    expect(taking.map(({ kind, values }) => [kind, ...values])).toEqual([['protected', criterion]]);
    const apart = [
      { ...daily, who: { except: [criterion] } },
      { id: 'more', who: { only: [criterion] }, howMuch: { times: 1, days: 1 } },
    ];
    expect(differencesOf(propose(apart))).toMatchObject([{ kind: 'protected', values: [criterion] }]);
  });

  it('S53 I12: rejects each rule that hangs supply on fees, also one that only gives more to those who pay', () => {
    for (const who of [{ except: ['in-arrears'] }, { only: ['in-arrears'] }] as const) {
      const asked = [daily, { id: 'more', who, what: { only: ['device'] } }].map((clause) => ({
        ...clause,
        howMuch: undefined,
      }));
      const clauses = JSON.parse(JSON.stringify(asked)) as Clause[];
      const found = differencesOf(propose(clauses, { parent: { clauses: [{ id: 'all' }], delegated: [] } }));
      expect(found).toMatchObject([{ kind: 'protected', values: ['in-arrears'] }]);
    }
  });

  it('S65: sets a delegated parameter within its range, and no other', () => {
    const delegated: DelegatedRange[] = [{ clause: 'daily', parameter: 'times', least: 1, most: 3 }];
    const kinds = (howMuch: Clause['howMuch']) =>
      differencesOf(
        propose([{ id: 'gate', ...(howMuch ? { howMuch } : {}) }], { parent: { clauses: [daily], delegated } }),
      ).map(({ kind }) => kind);
    expect(kinds({ times: 3, days: 1 })).toEqual([]);
    expect(kinds({ times: 4, days: 1 })).toEqual(['beyond-range']);
    expect(kinds({ times: 3, days: 2 })).toEqual(['beyond-range']);
    expect(kinds(undefined)).toEqual(['beyond-range']);
    expect(kinds({ times: 1, days: 2 })).toEqual(['less']);
  });

  it('S26: may be as tight as the policy lets it be', () => {
    const delegated: DelegatedRange[] = [{ clause: 'daily', parameter: 'days', least: 1, most: 3 }];
    const tight = propose([{ id: 'gate', howMuch: { times: 1, days: 3 } }], {
      parent: { clauses: [daily], delegated },
    });
    expect(differencesOf(tight)).toEqual([]);
  });

  it('S29: is flagged where it restricts the same at every level of risk', () => {
    const flagged = (clauses: Clause[]) => decided(propose(clauses)).data.sameAtEveryRisk;
    expect(flagged([daily])).toEqual(['daily']);
    expect(flagged([{ ...daily, risks: ['low', 'medium', 'high'] }])).toEqual(['daily']);
    expect(flagged([{ ...daily, risks: ['high'] }])).toEqual([]);
    expect(flagged([{ id: 'all' }])).toEqual([]);
  });

  it('is refused undecided where it makes no sense', () => {
    const refused = (code: string, ...clauses: Clause[]) =>
      given()
        .when(propose(clauses))
        .thenRejected(code as 'no-clauses');
    refused('no-clauses');
    refused('clause-twice', daily, daily);
    refused('contradicting-clauses', daily, { id: 'again', howMuch: { times: 2, days: 1 } });
    refused('empty-interval', { id: 'night', when: [{ days: [1], from: '20:00', to: '08:00' }] });
    refused('empty-clause', { id: 'none', what: { only: ['food:fruit'], except: ['food'] } });
    refused('outside-territory', { id: 'next', where: { only: ['d-pudong/s-weifang/c-z'] } });
    refused('too-large', ...Array.from({ length: 10_000 }, (_, index) => ({ id: `c${index}` })));
    given()
      .when(propose([daily], { registered: false }))
      .thenRejected('territory-not-registered');
  });

  it('is decided once', () =>
    given(decided(propose([daily])))
      .when(propose([daily]))
      .thenRejected('already-proposed'));

  it('tells no more differences than can be read', () => {
    const parent = {
      delegated: [],
      clauses: Array.from({ length: 50 }, (_, index) => ({ id: `c${index}`, what: { only: [`food:a${index}`] } })),
    };
    const rejected = decided(propose([{ id: 'none', what: { only: ['device'] } }], { parent }));
    expect(rejected).toMatchObject({ type: 'LocalRuleRejected', data: { more: 20 } });
  });
});
