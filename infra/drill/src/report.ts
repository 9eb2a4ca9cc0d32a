import type { Finding } from '@baogong/ledger';

export interface Report {
  households: number;
  mode: string;
  /** Which parts were killed, and how long until they were back. */
  strikes: string[];
  /** Households that could read what became of their order. */
  answersTold: number;
  repeats: number;
  amendments: number;
  aboveCap: number;
  /** What the clients met on the way to an answer. */
  passing: { turnedAway: number; unavailable: number; brokenOff: number; timedOut: number };
  orders: { placed: number; granted: number; shorted: number; handedOver: number; cancelled: number };
  oversold: number;
  lost: number;
  doubled: number;
  refusals: Record<string, number>;
  passesRefused: Record<string, number>;
  /** Duties past their clock or broken at once, and cases and duties that went to somebody above. */
  breaches: number;
  escalations: number;
  rulesRejected: number;
  commandsPerSecond: number;
  latencyMs: { p50: number; p99: number };
  invariants: Finding[];
  memoryMb: number;
  durationSeconds: number;
}

/** The longest that a whole day may take on two idle cores. */
const PROMISED_SECONDS = 180;

export function isSound({ oversold, lost, doubled, invariants, answersTold, orders }: Report): boolean {
  return (
    oversold + lost + doubled === 0 && answersTold === orders.placed && invariants.every(({ broken }) => broken === 0)
  );
}

export function table(report: Report): string {
  const { orders, latencyMs, invariants } = report;
  const rows: [string, string | number][] = [
    ['households', report.households],
    ['killed with -9', report.strikes.join('; ') || 'nothing'],
    ['orders placed', orders.placed],
    ['repeats / amended / above cap', `${report.repeats} / ${report.amendments} / ${report.aboveCap}`],
    ['households told', report.answersTold],
    ['granted whole or in part', orders.granted],
    ['shorted entirely', orders.shorted],
    ['handed over', orders.handedOver],
    ['cancelled', orders.cancelled],
    ['oversold / lost / doubled', `${report.oversold} / ${report.lost} / ${report.doubled}`],
    ['refusals', sum(report.refusals)],
    ['passes refused', sum(report.passesRefused)],
    ['breaches / escalations / rules rejected', `${report.breaches} / ${report.escalations} / ${report.rulesRejected}`],
    ['commands a second', report.commandsPerSecond],
    ['latency p50 / p99', `${latencyMs.p50} / ${latencyMs.p99} ms`],
    ['429 / 503 / broken / timeouts', Object.values(report.passing).join(' / ')],
    ['peak memory', `${report.memoryMb} MB`],
    ['duration', `${report.durationSeconds} s (promised: ${PROMISED_SECONDS} s)`],
    ...verdicts(invariants),
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(30)} ${value}`).join('\n');
}

/** A row per invariant: what it was checked over, or how much of that breaks it. */
export function verdicts(invariants: readonly Finding[]): [string, string][] {
  const verdict = ({ checked, broken }: Finding) =>
    broken > 0 ? `BROKEN ${broken} of ${checked}` : checked > 0 ? `holds over ${checked}` : 'nothing to check';
  return invariants.map((finding) => [`invariant ${finding.id}`, verdict(finding)]);
}

function sum(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return parts.length > 0 ? parts.join(', ') : 'none';
}
