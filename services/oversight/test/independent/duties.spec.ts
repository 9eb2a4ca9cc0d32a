import { judge, type Judgement } from '@baogong/commanding';
import {
  ACTIONS,
  CONDITIONS,
  POSTURES,
  RISK_LEVELS,
  ROLES,
  type DutyMatrix,
  type DutyRule,
  type Posture,
  type RiskLevel,
} from '@baogong/duties';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { matrixV1 } from '../../src/index.js';
import { dutyDocument } from '../../src/duty-document.js';
import { judgeUse, type Clause, type Use } from '@baogong/kernel';
import { clauseFault } from '../../src/domain/policy/faults.js';
import { outcomeOf, readTable, type Case, type Outcome, type Table } from './duty-table.js';
import { lets, readDecided, type PolicyCase, type Time } from './policy-table.js';

const CASES = 100_000;
const POLICIES = 12;
const C = 'd-a/s-b/c-c';
const PLACES = [
  'd-a',
  'd-a/s-b',
  C,
  `${C}/b-1`,
  `${C}/b-1/h-2`,
  `${C}/l-1/h-3`,
  'd-a/s-b/c-cc',
  'd-a/s-x/c-c/b-1',
  'd-z',
];
const MOMENTS = ['2025-12-31T23:59:59.999Z', '2026-04-15T00:00:00.000Z', '2026-06-01T00:00:00.000Z'];
const pageOf = (name: string) =>
  readFileSync(resolve(import.meta.dirname, `../../../../docs/domain/${name}.md`), 'utf8');
const page = pageOf('duties');
const DECIDED = readDecided(pageOf('policy'));
const ITEMS = ['food:fruit', 'food:rice', 'medicine:insulin', 'device:mask'];
const FACTS = ['elderly', 'infant', 'living-alone', 'assisted'] as const;

describe('the duties, judged twice', () => {
  // Every run sees the same cases: what fails once fails again.
  let state = 20_260_415;
  const chance = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff) / 0x8000_0000;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const sometimes = <T extends object>(likely: number, more: () => T): T | Record<string, never> =>
    chance() < likely ? more() : {};

  /** Other laws of the same form: some rules gone, turned round, ended, or for one level of risk only. */
  const varied = (version: number): DutyMatrix => ({
    ...matrixV1,
    version,
    rules: matrixV1.rules.flatMap((rule): DutyRule[] => {
      const fate = chance();
      const { conditions: _conditions, deadlineMinutes: _minutes, escalateTo: _to, ...plain } = rule;
      if (fate < 0.1) return [];
      if (fate < 0.2) return [{ ...plain, modality: 'forbidden' }];
      if (fate < 0.3) return [{ ...plain, modality: 'allowed', conditions: [pick(CONDITIONS)] }];
      if (fate < 0.4) return [{ ...rule, validTo: MOMENTS[1]! }];
      return fate < 0.5 ? [{ ...rule, risks: [pick(RISK_LEVELS)] }] : [rule];
    }),
  });

  const held = () => ({
    role: pick(ROLES.filter((role) => role !== 'system')),
    territory: pick(PLACES),
    ...sometimes(0.3, () => ({ organisation: 'org' })),
    ...sometimes(0.2, () => ({ actions: [pick(ACTIONS), pick(ACTIONS)] })),
  });

  const oneCase = (): Case => ({
    held: Array.from({ length: 1 + Math.floor(chance() * 3) }, held),
    ...sometimes(0.3, () => ({ asRole: pick(ROLES.filter((role) => role !== 'system')) })),
    action: chance() < 0.4 ? pick([...DECIDED.keys()]) : pick(ACTIONS),
    place: pick(PLACES),
    posture: pick(POSTURES),
    risk: pick(RISK_LEVELS),
    facts: Object.fromEntries(CONDITIONS.flatMap((name) => (chance() < 0.4 ? [[name, chance() < 0.5]] : []))),
    at: pick(MOMENTS),
  });

  const some = <T>(from: readonly T[]): T[] => {
    const chosen = from.filter(() => chance() < 0.4);
    return chosen.length > 0 ? chosen : [pick(from)];
  };
  const choice = <T>(from: readonly T[]) => (chance() < 0.6 ? { only: some(from) } : { except: some(from) });
  const oneClause = (id: string): Clause => ({
    id,
    ...sometimes(0.3, () => ({ who: choice(FACTS.slice(0, 2)) })),
    ...sometimes(0.5, () => ({ what: choice(['food', 'food:fruit', 'medicine']) })),
    ...sometimes(0.3, () => ({
      when: [{ days: some([1, 2, 3, 4, 5, 6, 7]), from: pick(['00:00', '08:00']), to: pick(['12:00', '24:00']) }],
    })),
    ...sometimes(0.3, () => ({
      where: {
        ...sometimes(0.6, () => choice([`${C}/b-1`, 'd-a/s-b', `${C}/l-1/h-3`])),
        channels: some(['station', 'door'] as const),
      },
    })),
    ...sometimes(0.5, () => ({ howMuch: { times: pick([1, 2, 3]), days: pick([1, 2, 3, 7]) } })),
    ...sometimes(0.2, () => ({ risks: some(RISK_LEVELS) })),
  });
  /** Policies that could have been issued. */
  const policies = Array.from({ length: 400 }, () =>
    Array.from({ length: 1 + Math.floor(chance() * 3) }, (_, index) => oneClause(`c${index}`)),
  ).filter((clauses) => clauseFault(clauses, 'd-a') === undefined);
  const oneTime = (place: string, risk: string): Time => ({
    ...{ items: some(ITEMS), channel: pick(['station', 'door']), place, risk },
    at: new Date(Date.parse('2026-04-15T00:00:00Z') + Math.floor(chance() * 14 * 24 * 60) * 60_000).toISOString(),
  });
  const policyCase = ({ place, risk }: Case): PolicyCase => ({
    ...{ clauses: pick(policies), time: oneTime(place, risk) },
    others: Array.from({ length: Math.floor(chance() * 4) }, () => oneTime(place, risk)),
    household: Object.fromEntries(FACTS.flatMap((name) => (chance() < 0.5 ? [[name, chance() < 0.5]] : []))),
  });

  it('N4 S50: has the page that the installed matrix makes', () => expect(page).toBe(dutyDocument(matrixV1)));

  it('N4 S45 S50 S84: agrees in 100,000 random cases of duties and policies with a judge that knows the published pages only', () => {
    const laws: [DutyMatrix, Table][] = [[matrixV1, readTable(page)]];
    for (let version = 2; version <= POLICIES; version += 1) {
      const matrix = varied(version);
      laws.push([matrix, readTable(dutyDocument(matrix))]);
    }
    const differences: unknown[] = [];
    const seen = new Map<string, number>();
    for (let turn = 0; turn < CASES; turn += 1) {
      const [matrix, table] = laws[turn % laws.length]!;
      const asked = oneCase();
      const policy = policyCase(asked);
      const expected = withPolicy(outcomeOf(table, asked), asked, () => lets(DECIDED.get(asked.action)!, policy));
      const found = withPolicy(ours(matrix, asked), asked, () => oursLets(asked.action, policy));
      if (expected.policy !== undefined) seen.set(expected.policy, (seen.get(expected.policy) ?? 0) + 1);
      seen.set(expected.said.split(' ')[0]!, (seen.get(expected.said.split(' ')[0]!) ?? 0) + 1);
      if (JSON.stringify(found) !== JSON.stringify(expected)) differences.push({ asked, policy, expected, found });
    }
    expect(differences.slice(0, 3)).toEqual([]);
    // Every kind of answer was met often enough to mean something.
    const kinds = [
      'not-found',
      'role-not-held',
      'not-in-grant',
      'no-rule',
      'condition',
      'elsewhere',
      'forbidden',
      'A',
      'O',
      ...['permitted', 'outside-policy'],
    ];
    expect(kinds.filter((kind) => (seen.get(kind) ?? 0) < 100)).toEqual([]);
  }, 120_000);

  it('would tell a clause that the services read otherwise than the page', () => {
    expect([...DECIDED.keys()]).toEqual(['PlaceOrder', 'AmendOrder', 'HandOverParcel']);
    const noFruit: Clause[] = [{ id: 'gate', what: { except: ['food:fruit'] } }];
    const asked: PolicyCase = { ...policyCase({ ...oneCase(), place: C }), clauses: noFruit };
    const fruit = { ...asked, time: { ...asked.time, items: ['food:fruit'] } };
    for (const [action, parts] of DECIDED) {
      expect([lets(parts, fruit), oursLets(action, fruit)]).toEqual([false, false]);
      expect(oursLets(action, { ...fruit, clauses: [{ what: { except: ['food'] } }, {}] })).toBe(true);
    }
  });

  it('would tell a rule that the page has and the services have not', () => {
    const table = readTable(page);
    const without = { ...matrixV1, rules: matrixV1.rules.filter(({ id }) => id !== 'open-round/platform') };
    const asked: Case = { ...oneCase(), action: 'OpenRound', place: C, facts: {}, at: MOMENTS[1]!, asRole: 'platform' };
    asked.held = [{ role: 'platform', territory: C }];
    expect(ours(without, asked)).not.toEqual(outcomeOf(table, asked));
    expect(ours(matrixV1, asked)).toEqual(outcomeOf(table, asked));
  });
});

type Judged = Outcome & { policy?: 'permitted' | 'outside-policy' };

/** The policy is asked about what the duties let through, of the commands that it decides. */
function withPolicy(outcome: Outcome, { action }: Case, permits: () => boolean): Judged {
  if (!/^[AO] /.test(outcome.said) || !DECIDED.has(action)) return outcome;
  return { ...outcome, policy: permits() ? 'permitted' : 'outside-policy' };
}

/** As orders asks, at any hour and counting, and as delivery does. */
function oursLets(action: string, { clauses, time, others, household }: PolicyCase): boolean {
  const asking = action !== 'HandOverParcel';
  const use = { ...(time as Use), anyHour: asking };
  const counted = asking ? { others: others.map((other) => ({ ...(other as Use), anyHour: true })) } : {};
  return judgeUse(clauses as Clause[], { use, ...counted, household }).verdict !== 'refused';
}

function ours(matrix: DutyMatrix, asked: Case): Outcome {
  const inForce = { matrix, posture: asked.posture as Posture, risk: asked.risk as RiskLevel };
  const grants = asked.held.map((one, index) => ({ ...one, grantId: `g-${index}`, actor: 'a' }));
  const authority = { grantsOf: () => grants, inForce: () => inForce, isStale: () => false };
  const judged = judge(authority as unknown as Parameters<typeof judge>[0], {
    ...{ actor: 'a', action: asked.action as DutyRule['action'], territory: asked.place, at: asked.at },
    ...{ facts: asked.facts, ...(asked.asRole === undefined ? {} : { askedRole: asked.asRole }) },
  });
  return said(matrix, judged);
}

function said({ rules }: DutyMatrix, judged: Judgement): Outcome {
  if (!judged.ok) {
    const { refusal } = judged;
    return refusal.kind === 'refused' ? { said: refusal.reason, role: refusal.role } : { said: refusal.kind };
  }
  const { modality, deadlineMinutes } = rules.find(({ id }) => id === judged.rule)!;
  return { said: `${modality === 'obliged' ? 'O' : 'A'} ${deadlineMinutes ?? '-'}`, role: judged.by.role };
}
