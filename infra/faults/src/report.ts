import type { RunOutcome } from './run-once.js';
import { ALL_INVARIANTS } from './invariants.js';

export interface Report {
  seed: number;
  runs: number;
  byFault: Record<string, { runs: number; broken: number }>;
  invariants: Record<string, { checked: number; broken: number }>;
  /** Of engine.md's L1 to L12, what no run of the suite looks at. */
  notChecked: string[];
  acknowledged: number;
  lost: number;
  doubled: number;
  recoverySeconds: { p50: number; max: number };
  durationSeconds: number;
}

const LOST = ['L1', 'L2', 'L3', 'L8'];
const DOUBLED = ['L9', 'I4', 'I8', 'again'];
const ALL_OF_THE_ENGINE = Array.from({ length: 12 }, (_, index) => `L${index + 1}`);

export const isBroken = ({ findings }: RunOutcome): boolean => findings.some(({ broken }) => broken > 0);

export function reportOf(
  outcomes: readonly RunOutcome[],
  told: { seed: number; acknowledged: number; durationSeconds: number },
): Report {
  const { seed, acknowledged, durationSeconds } = told;
  const byFault: Report['byFault'] = {};
  const invariants: Report['invariants'] = {};
  for (const outcome of outcomes) {
    const fault = (byFault[outcome.fault] ??= { runs: 0, broken: 0 });
    fault.runs += 1;
    if (isBroken(outcome)) fault.broken += 1;
    for (const { id, checked, broken } of outcome.findings) {
      const sum = (invariants[id] ??= { checked: 0, broken: 0 });
      sum.checked += checked;
      sum.broken += broken;
    }
  }
  const broken = (ids: string[]) => ids.reduce((sum, id) => sum + (invariants[id]?.broken ?? 0), 0);
  const recovery = outcomes.map(({ recoverySeconds }) => recoverySeconds).sort((a, b) => a - b);
  return {
    ...{ seed, runs: outcomes.length, byFault, invariants },
    notChecked: ALL_OF_THE_ENGINE.filter((id) => (invariants[id]?.checked ?? 0) === 0),
    ...{ acknowledged, lost: broken(LOST), doubled: broken(DOUBLED) },
    recoverySeconds: { p50: recovery[Math.floor(recovery.length / 2)] ?? 0, max: recovery.at(-1) ?? 0 },
    durationSeconds,
  };
}

export function tableOf(report: Report): string {
  const faults = Object.entries(report.byFault).map(
    ([id, { runs, broken }]) => `  ${id.padEnd(6)} ${String(runs).padStart(4)} runs  ${broken} broken`,
  );
  const invariants = Object.entries(report.invariants).map(
    ([id, { checked, broken }]) =>
      `  ${id.padEnd(6)} ${String(checked).padStart(8)} checked  ${broken} broken  ${ALL_INVARIANTS[id] ?? ''}`,
  );
  const { acknowledged, lost, doubled, recoverySeconds, durationSeconds, notChecked } = report;
  return [
    ...faults,
    ...invariants,
    `  not checked: ${notChecked.join(', ') || 'nothing'}`,
    `  ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`,
    `  well again after ${recoverySeconds.p50} s (p50), ${recoverySeconds.max} s (max); ${durationSeconds} s in all`,
  ].join('\n');
}
