import type { Finding } from '@baogong/ledger';

export interface Report {
  households: number;
  mode: string;
  orders: { placed: number; granted: number; shorted: number; handedOver: number; cancelled: number };
  oversold: number;
  lost: number;
  doubled: number;
  refusals: Record<string, number>;
  passesRefused: Record<string, number>;
  commandsPerSecond: number;
  latencyMs: { p50: number; p99: number };
  invariants: Finding[];
  memoryMb: number;
  durationSeconds: number;
}

export function isSound({ oversold, lost, doubled, invariants }: Report): boolean {
  return oversold + lost + doubled === 0 && invariants.every(({ broken }) => broken === 0);
}

export function table(report: Report): string {
  const { orders, latencyMs, invariants } = report;
  const rows: [string, string | number][] = [
    ['households', report.households],
    ['orders placed', orders.placed],
    ['granted whole or in part', orders.granted],
    ['shorted entirely', orders.shorted],
    ['handed over', orders.handedOver],
    ['cancelled', orders.cancelled],
    ['oversold / lost / doubled', `${report.oversold} / ${report.lost} / ${report.doubled}`],
    ['refusals', sum(report.refusals)],
    ['passes refused', sum(report.passesRefused)],
    ['commands a second', report.commandsPerSecond],
    ['latency p50 / p99', `${latencyMs.p50} / ${latencyMs.p99} ms`],
    ['peak memory', `${report.memoryMb} MB`],
    ['duration', `${report.durationSeconds} s`],
    ...invariants.map(({ id, checked, broken }): [string, string] => [
      `invariant ${id}`,
      broken === 0 ? `holds over ${checked}` : `BROKEN ${broken} of ${checked}`,
    ]),
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(28)} ${value}`).join('\n');
}

function sum(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return parts.length > 0 ? parts.join(', ') : 'none';
}
