import { isBroken, reportOf } from './report.js';
import type { RunOutcome } from './run-once.js';

const run = (fault: string, broken: number, recoverySeconds: number): RunOutcome => ({
  ...{ fault, seed: 1, what: '', recoverySeconds, seconds: 1 },
  findings: [
    { id: 'L1', checked: 10, broken, examples: [] },
    { id: 'I8', checked: 4, broken: 0, examples: [] },
  ],
});

describe('the report of the faults', () => {
  const outcomes = [run('F1', 0, 3), run('F1', 2, 1), run('F8', 0, 7)];
  const report = reportOf(outcomes, { seed: 1, acknowledged: 90, durationSeconds: 60 });

  it('counts runs and broken ones by fault, and what was checked by invariant', () => {
    expect(report.byFault).toEqual({ F1: { runs: 2, broken: 1 }, F8: { runs: 1, broken: 0 } });
    expect(report.invariants).toEqual({ L1: { checked: 30, broken: 2 }, I8: { checked: 12, broken: 0 } });
    expect([report.runs, report.lost, report.doubled]).toEqual([3, 2, 0]);
    expect(report.recoverySeconds).toEqual({ p50: 3, max: 7 });
    expect(outcomes.map(isBroken)).toEqual([false, true, false]);
  });
  it('tells which invariants of the engine nobody looked at', () =>
    expect(report.notChecked).toEqual(['L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12']));
});
