import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FAULTS } from './faults/catalogue.js';
import type { Fault } from './faults/fault.js';
import { startInstallation, type Installation } from './installation/installation.js';
import { Clients } from './load/clients.js';
import { foundCommunity } from './load/community.js';
import { chosen, parseOptions, USAGE, type FaultsOptions } from './options.js';
import { isBroken, reportOf, tableOf } from './report.js';
import { runOnce, type RunOutcome, type Stage } from './run-once.js';

const HOUSEHOLDS = 12;

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);
const seconds = () => Math.round(performance.now() / 1000);

/** @returns the exit code: 0 sound, 1 something is broken, 2 options that cannot be read */
export async function run(argv: readonly string[], root: string): Promise<number> {
  let options: FaultsOptions;
  let faults: Fault[];
  try {
    options = parseOptions(argv);
    faults = chosen(FAULTS, options.only);
  } catch (failure) {
    complain(`${(failure as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const stage = await openStage(root);
  try {
    const outcomes = await runAll(stage, faults, options);
    const acknowledged = stage.clients.history.acknowledged.length;
    const report = reportOf(outcomes, { seed: options.seed, acknowledged, durationSeconds: seconds() });
    say(`\n${tableOf(report)}`);
    if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
    const sound = !outcomes.some(isBroken);
    say(sound ? '\nNothing lost, nothing doubled; every invariant that is checked holds.' : '\nBROKEN: see above.');
    return sound ? 0 : 1;
  } finally {
    await stage.installation.stop();
  }
}

async function openStage(root: string): Promise<Stage> {
  say('starting PostgreSQL, Kafka and four services');
  const installation = await startInstallation(root);
  const breakOff = () => void installation.stop().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff);
  try {
    return await peopled(installation);
  } catch (failure) {
    await installation.stop();
    throw failure;
  }
}

async function peopled(installation: Installation): Promise<Stage> {
  await installation.ready();
  const clients = new Clients(installation);
  return { installation, clients, community: await foundCommunity(clients, HOUSEHOLDS) };
}

async function runAll(stage: Stage, faults: Fault[], { runs, seed }: FaultsOptions): Promise<RunOutcome[]> {
  const outcomes: RunOutcome[] = [];
  for (let nth = 0; nth < runs; nth += 1) {
    for (const fault of faults) {
      const outcome = await runOnce(stage, fault, seed + nth);
      outcomes.push(outcome);
      tell(outcome);
    }
  }
  return outcomes;
}

function tell(outcome: RunOutcome): void {
  const { fault, seed, what, findings, recoverySeconds, seconds: took } = outcome;
  const word = isBroken(outcome) ? 'BROKEN' : 'sound';
  say(
    `${String(seconds()).padStart(5)} s  ${fault} seed ${seed}: ${what}; well after ${recoverySeconds} s; ${took} s; ${word}`,
  );
  for (const { id, broken, examples } of findings.filter((finding) => finding.broken > 0))
    say(`         ${id} ${broken} broken: ${examples.join('; ')}`);
  if (isBroken(outcome)) say(`         again: npm run faults -- --only ${fault} --seed ${seed} --runs 1`);
}
