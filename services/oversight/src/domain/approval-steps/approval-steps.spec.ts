import { specificationOf, type By } from '@baogong/decider';
import { approvalSteps, weekOf, type ApprovalStepsCommand, type ApprovalStepsEvent } from './approval-steps.js';

const { given } = specificationOf(approvalSteps);
const by: By = { actor: 'system', role: 'system', organisation: 'system', households: [] };
const count = (approvalId: string, day: string, hops = 1, waitedMinutes = 60): ApprovalStepsCommand => {
  const endedAt = `${day}T04:00:00.000Z`;
  const data = { approvalId, action: 'OpenStation', district: 'd-pudong', endedAt, hops, waitedMinutes };
  return { type: 'CountApprovalSteps', at: endedAt, by, data };
};
const counted = ({ at, data }: ApprovalStepsCommand): ApprovalStepsEvent => ({
  type: 'ApprovalStepsCounted',
  at,
  data: { ...data, week: weekOf(data.endedAt) },
});
const week = (prefix: string, day: string, values: [hops: number, waited: number][]) =>
  values.map(([hops, waited], index) => count(`${prefix}${index}`, day, hops, waited));
const before = week('a', '2026-04-08', [[1, 60], [1, 60], [1, 60]]).map(counted); // prettier-ignore

describe('the steps of approvals', () => {
  it('belong to weeks that begin on Monday by the clocks of China', () => {
    expect(weekOf('2026-04-12T15:59:59.999Z')).toBe('2026-04-06');
    expect(weekOf('2026-04-12T16:00:00.000Z')).toBe('2026-04-13');
    expect(weekOf('2026-04-19T15:00:00.000Z')).toBe('2026-04-13');
  });
  it('S72: raise an alarm when their mean exceeds last week’s by a quarter of an office', () => {
    const now = week('b', '2026-04-15', [[1, 60], [1, 60], [2, 60]]); // prettier-ignore
    const grew: ApprovalStepsEvent = {
      type: 'ApprovalStepsGrew',
      at: now[2]!.at,
      data: {
        ...{ action: 'OpenStation', district: 'd-pudong', week: '2026-04-13' },
        ...{ before: { hops: 1, waitedMinutes: 60 }, now: { hops: 1.33, waitedMinutes: 60 } },
      },
    };
    const history = [...before, ...now.slice(0, 2).map(counted)];
    given(...history).when(now[2]!).then(counted(now[2]!), grew); // prettier-ignore
    const next = count('b3', '2026-04-16', 2);
    given(...history, counted(now[2]!), grew).when(next).then(counted(next)); // prettier-ignore
  });
  it('S72: or when the waiting grows by more than a quarter', () => {
    const now = week('b', '2026-04-15', [[1, 60], [1, 60], [1, 106]]); // prettier-ignore
    const decision = approvalSteps.decide(
      now[2]!,
      [...before, ...now.slice(0, 2).map(counted)].reduce(approvalSteps.evolve, approvalSteps.initial),
    );
    expect(decision.kind === 'accepted' && decision.events.map(({ type }) => type)).toEqual([
      'ApprovalStepsCounted',
      'ApprovalStepsGrew',
    ]);
  });
  it('raise none over too few, over the same, or after a week without any', () => {
    const same = week('b', '2026-04-15', [[1, 60], [1, 60], [1, 75]]); // prettier-ignore
    given(...before, ...same.slice(0, 2).map(counted)).when(same[2]!).then(counted(same[2]!)); // prettier-ignore
    const two = week('b', '2026-04-15', [[2, 600], [2, 600]]); // prettier-ignore
    given(...before, counted(two[0]!)).when(two[1]!).then(counted(two[1]!)); // prettier-ignore
    const later = week('c', '2026-04-22', [[2, 600], [2, 600], [2, 600]]); // prettier-ignore
    given(...before, ...later.slice(0, 2).map(counted)).when(later[2]!).then(counted(later[2]!)); // prettier-ignore
  });
  it('count an approval once', () => given(...before).when(count('a0', '2026-04-08')).thenNothing()); // prettier-ignore
});
