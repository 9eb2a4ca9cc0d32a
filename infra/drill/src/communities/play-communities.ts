import { join } from 'node:path';
import { createLocalIssuer } from '@baogong/identity';
import { verifyLedger, type Finding, type LedgerOptions } from '@baogong/ledger';
import { installedDatabases } from '@baogong/start';
import { Client } from '../client.js';
import { History } from '../history.js';
import { startInstance, type Instance } from '../instance.js';
import { MemoryWatch } from '../memory.js';
import type { DrillOptions } from '../options.js';
import { verdicts } from '../report.js';
import { until } from '../until.js';
import { found, type Founded } from './founding.js';
import { rush, type Outcomes } from './rush.js';

const SETTLING_SECONDS = 60;

export interface CommunitiesReport {
  communities: number;
  households: number;
  roundsEach: number;
  mode: string;
  offered: number;
  offeredSeconds: number;
  acknowledged: number;
  acknowledgedPerSecond: number;
  turnedAway: number;
  others: Record<string, number>;
  timedOut: number;
  brokenOff: number;
  latencyMs: { p50: number; p99: number };
  turnedAwayMs: { p50: number; p99: number };
  invariants: Finding[];
  memoryMb: number;
  durationSeconds: number;
}

/** The rush of many communities at once on one instance, and whether anything acknowledged was lost. */
export async function playCommunities(
  { communities, mode }: DrillOptions,
  say: (text: string) => void,
): Promise<CommunitiesReport> {
  const started = performance.now();
  say(`starting Baogong (${mode}) on temporary data`);
  const instance = await startInstance({ mode });
  const memory = new MemoryWatch(() => instance.process.pid!);
  try {
    const issuer = await createLocalIssuer(join(instance.data, 'keys', 'issuer.json'));
    const founded = await found(
      new Client(instance.address, (actor) => issuer.sign(actor), new History()),
      communities,
      say,
    );
    const tokens = await tokensOf(founded, (actor) => issuer.sign(actor));
    say('the rush begins');
    const outcomes = await rush(instance.address, (actor) => tokens.get(actor)!, founded);
    say('checking that everything acknowledged is there');
    const invariants = await settled(instance, outcomes);
    return {
      ...{ communities, mode, households: tokens.size, roundsEach: founded[0]!.rounds.length },
      ...told(outcomes),
      invariants,
      memoryMb: memory.peakMb(),
      durationSeconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    memory.stop();
    await instance.stop();
  }
}

async function tokensOf(founded: Founded[], sign: (actor: string) => Promise<string>): Promise<Map<string, string>> {
  const residents = founded.flatMap(({ homes }) => homes.map(({ resident }) => resident));
  const tokens = new Map<string, string>();
  for (const resident of residents) tokens.set(resident, await sign(resident));
  return tokens;
}

/** Consumers may still be at work on what was acknowledged last. */
async function settled({ data }: Instance, { acknowledged }: Outcomes): Promise<Finding[]> {
  const databases = installedDatabases(data) as LedgerOptions['databases'];
  const history = { acknowledged: acknowledged.map((each) => ({ service: 'orders' as const, ...each })) };
  const ask = () => verifyLedger({ databases, history });
  const whole = async () => {
    const findings = await ask();
    return findings.every(({ broken }) => broken === 0) ? findings : undefined;
  };
  return until('the ledger is whole', whole, SETTLING_SECONDS).catch(ask);
}

function told({ acknowledged, ackMs, awayMs, seconds, ...outcomes }: Outcomes) {
  const { offered, turnedAway, others, timedOut, brokenOff } = outcomes;
  return {
    ...{ offered, turnedAway, others, timedOut, brokenOff },
    offeredSeconds: Math.round(seconds * 10) / 10,
    acknowledged: acknowledged.length,
    acknowledgedPerSecond: Math.round(acknowledged.length / seconds),
    latencyMs: { p50: share(ackMs, 0.5), p99: share(ackMs, 0.99) },
    turnedAwayMs: { p50: share(awayMs, 0.5), p99: share(awayMs, 0.99) },
  };
}

function share(all: number[], part: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

export function isCarried({ invariants, timedOut, brokenOff, others }: CommunitiesReport): boolean {
  const kept = invariants.every(({ broken }) => broken === 0);
  return kept && timedOut + brokenOff === 0 && Object.keys(others).length === 0;
}

export function communitiesTable(report: CommunitiesReport): string {
  const others = Object.entries(report.others).map(([name, count]) => `${name}: ${count}`);
  const rows: [string, string | number][] = [
    ['communities', report.communities],
    ['households x rounds', `${report.households} x ${report.roundsEach}`],
    ['orders offered', `${report.offered} in ${report.offeredSeconds} s`],
    ['acknowledged', `${report.acknowledged} (${report.acknowledgedPerSecond} a second)`],
    ['turned away (429)', report.turnedAway],
    ['other answers', others.join(', ') || 'none'],
    ['timeouts / broken off', `${report.timedOut} / ${report.brokenOff}`],
    ['answer p50 / p99', `${report.latencyMs.p50} / ${report.latencyMs.p99} ms`],
    ['429 after p50 / p99', `${report.turnedAwayMs.p50} / ${report.turnedAwayMs.p99} ms`],
    ['peak memory', `${report.memoryMb} MB`],
    ['duration', `${report.durationSeconds} s`],
    ...verdicts(report.invariants),
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(30)} ${value}`).join('\n');
}
