import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FAULTS } from './faults/catalogue.js';
import { CLOCK_SWITCH } from './faults/processes.js';
import type { Fault } from './faults/fault.js';
import { startInstallation } from './installation/installation.js';
import { peopled } from './peopled.js';
import { BUGS } from './planted/catalogue.js';
import type { PlantedBug } from './planted/planted-bug.js';
import { runPlanted, type PlantedOutcome } from './planted/run-planted.js';
import { chosen, parseOptions, USAGE, type FaultsOptions } from './options.js';
import { isBroken, reportOf, tableOf } from './report.js';
import { runOnce, type RunOutcome, type Stage } from './run-once.js';

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);
const seconds = () => Math.round(performance.now() / 1000);
const stamp = () => `${String(seconds()).padStart(5)} s`;

/** @returns the exit code: 0 sound, 1 something is broken, 2 options that cannot be read */
export async function run(argv: readonly string[], root: string): Promise<number> {
  let options: FaultsOptions;
  let faults: Fault[];
  let bugs: PlantedBug[];
  try {
    options = parseOptions(argv);
    faults = options.planted ? [] : chosen(FAULTS, options.only);
    bugs = options.planted ? chosen(BUGS, options.only) : [];
  } catch (failure) {
    complain(`${(failure as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options.planted) return runAllPlanted(bugs, options, root);
  return runFaults(faults, options, root);
}

async function runFaults(faults: Fault[], options: FaultsOptions, root: string): Promise<number> {
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

async function runAllPlanted(bugs: PlantedBug[], options: FaultsOptions, root: string): Promise<number> {
  const outcomes: PlantedOutcome[] = [];
  for (const bug of bugs) {
    const outcome = await runPlanted(bug, { root, seed: options.seed });
    outcomes.push(outcome);
    const found = outcome.foundBy.length > 0 ? `found by ${outcome.foundBy.join(', ')}` : 'NOT FOUND';
    say(`${stamp()}  ${outcome.id} ${outcome.what}: ${found} in run ${outcome.runs}`);
    if (outcome.example) say(`         ${outcome.example}`);
  }
  const missed = outcomes.filter(({ foundBy }) => foundBy.length === 0);
  say(`\n${outcomes.length - missed.length} of ${outcomes.length} planted bugs found`);
  const report = {
    seed: options.seed,
    planted: outcomes,
    missed: missed.map(({ id }) => id),
    durationSeconds: seconds(),
  };
  if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
  return missed.length === 0 ? 0 : 1;
}

async function openStage(root: string): Promise<Stage> {
  say('starting PostgreSQL, Kafka and four services');
  const installation = await startInstallation(root, CLOCK_SWITCH);
  try {
    return await peopled(installation);
  } catch (failure) {
    await installation.stop();
    throw failure;
  }
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
  say(`${stamp()}  ${fault} seed ${seed}: ${what}; well after ${recoverySeconds} s; ${took} s; ${word}`);
  for (const { id, broken, examples } of findings.filter((finding) => finding.broken > 0))
    say(`         ${id} ${broken} broken: ${examples.join('; ')}`);
  if (isBroken(outcome)) say(`         again: npm run faults -- --only ${fault} --seed ${seed} --runs 1`);
}
