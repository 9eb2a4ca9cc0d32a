import { specificationOf } from '@baogong/decider';
import { ACTIONS } from '@baogong/duties';
import { dutyMatrix, type DutyMatrixCommand, type DutyMatrixEvent, type Unevaluated } from './duty-matrix.js';
import { rowsV1, rulesOf } from './matrix-v1/matrix-v1.js';
import type { Rule } from './rule.js';

const v1: Rule[] = rulesOf(rowsV1);
const at = '2026-04-15T00:00:00.000Z';
const { given } = specificationOf(dutyMatrix);
const sealed = (version: number, edition?: number) => ({ version, ...(edition ? { edition } : {}), rules: ['packed'] });
const activate = (version: number, rules: Rule[] = v1, unevaluated: Unevaluated[] = []): DutyMatrixCommand => ({
  type: 'ActivateDutyMatrix',
  at,
  by: { actor: 'do-1', role: 'district-office', organisation: 'do', households: [] },
  data: { version, rules, actions: ACTIONS, unevaluated, sealed: sealed(version) },
});
const activated = (version: number, edition?: number): DutyMatrixEvent => ({
  type: 'DutyMatrixActivated',
  at,
  data: sealed(version, edition),
});
const without = (drop: (rule: Rule) => boolean) => v1.filter((rule) => !drop(rule));

describe('activating the duty matrix', () => {
  it('N4: begins with version 1', () => given().when(activate(1)).then(activated(1)));
  it('N4: remembers which of the built-in documents holds, and that the district wrote its own', () => {
    const editionAfter = (...events: DutyMatrixEvent[]) => events.reduce(dutyMatrix.evolve, dutyMatrix.initial).edition;
    expect([
      editionAfter(),
      editionAfter(activated(1)),
      editionAfter(activated(1, 2)),
      editionAfter(activated(1), activated(2)),
      editionAfter(activated(1), activated(2), activated(3, 2)),
    ]).toEqual([undefined, 1, 2, undefined, 2]);
  });
  it('N4: rises by one', () => given(activated(1)).when(activate(2)).then(activated(2)));
  it('N4: refuses a version twice, a gap and a step back', () => {
    for (const version of [0, 1, 2, 4])
      given(activated(1), activated(2)).when(activate(version)).thenRejected('version-must-rise-by-one');
  });
  it('refuses two rules under one id', () =>
    given()
      .when(activate(1, [...v1, v1[0]!]))
      .thenRejected('rule-twice'));
  it('S61: refuses a matrix that forgets an action', () =>
    given()
      .when(
        activate(
          1,
          without(({ action }) => action === 'PlaceOrder'),
        ),
      )
      .thenRejected('action-without-row'));
  it('refuses a rule that would let everybody through, since nobody looks at its condition', () =>
    given()
      .when(activate(1, v1, [{ rule: 'open-round/platform', condition: 'neighbour' }]))
      .thenRejected('condition-nobody-evaluates'));
  it('refuses a matrix that nobody could amend', () => {
    const locked = without((rule) => rule.action === 'ActivateDutyMatrix' && rule.role === 'district-office');
    given().when(activate(1, locked)).thenRejected('nobody-could-amend');
  });

  const obliged = (more: Partial<Rule> = {}): Rule => {
    const rule = v1.find(({ role, action, modality }) => role === 'property-firm' && action === 'PackParcel' && modality === 'obliged')!; // prettier-ignore
    return { ...rule, id: 'pack-parcel/property-firm/ours', ...more };
  };
  const forbidden = (more: Partial<Rule> = {}): Rule => {
    const { deadlineMinutes: _minutes, escalateTo: _to, conditions: _conditions, ...rule } = obliged();
    return { ...rule, id: 'pack-parcel/property-firm/never', modality: 'forbidden', scope: 'city', ...more };
  };
  const contradicting = (one: Rule, other: Rule) =>
    given().when(activate(1, [...without(({ action }) => action === 'PackParcel'), one, other]));
  const july = '2026-07-01T00:00:00.000Z';

  it('S50: refuses rules that contradict each other: what is forbidden to a role is no duty of it at the same time', () => {
    contradicting(obliged(), forbidden()).thenRejected('rules-contradict');
    contradicting(forbidden({ postures: ['lockdown', 'normal'] }), obliged()).thenRejected('rules-contradict');
    contradicting(obliged({ risks: ['high'] }), forbidden()).thenRejected('rules-contradict');
    contradicting(obliged({ conditions: ['trained'] }), forbidden()).thenRejected('rules-contradict');
    contradicting(obliged({ validFrom: july }), forbidden()).thenRejected('rules-contradict');
  });
  it.each([
    ['posture', obliged(), forbidden({ postures: ['normal', 'recovery'] })],
    ['level of risk', obliged({ risks: ['high'] }), forbidden({ risks: ['low', 'medium'] })],
    ['time', obliged({ validTo: july }), forbidden({ validFrom: july })],
    ['role', obliged(), forbidden({ role: 'platform' })],
  ])('S50: lets a duty and a prohibition stand that never meet, by their %s', (_what, one, other) =>
    contradicting(one, other).then(activated(1)),
  );
});
