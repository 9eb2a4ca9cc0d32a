/**
 * Runs every test of the workspace and sums them up in one closing line `N passed, N failed`.
 * A part that cannot run here is named with what brings it; with CI=true it counts as failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { startPostgres, stopPostgres } from '@baogong/testing';

const root = resolve(import.meta.dirname, '../..');
const results = join(root, '.cache/test-results');
const bin = (name) => join(root, 'node_modules/.bin', name);
const jest = ['--no-warnings', '--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')];
const acceptance = ['--config', join(root, 'infra/acceptance/jest.config.mjs'), '--runInBand'];
const minute = 60_000;

const graph = { name: 'project graph', run: [bin('nx'), 'show', 'projects'], minutes: 2 };
const lint = { name: 'lint', run: [bin('eslint'), '.', '--max-warnings', '0'], minutes: 5 };
const format = {
  name: 'format',
  run: [bin('prettier'), '--check', '--log-level', 'warn', '.'],
  minutes: 3,
};
const types = { name: 'types of specs', run: [bin('tsc'), '-p', 'tsconfig.specs.json'], minutes: 5 };
// They wait for programs that start and are killed more than they compute.
const waiting = ['infra/backup', 'infra/drill'];
const unit = {
  name: 'unit, service and guard tests',
  jest: 'unit',
  run: [process.execPath, ...jest, '--ignoreProjects', ...waiting],
  database: true,
  minutes: 15,
};
const restored = {
  name: 'backups and planted faults',
  jest: 'restored',
  run: [process.execPath, ...jest, '--maxWorkers', '1', '--selectProjects', ...waiting],
  database: true,
  minutes: 8,
};
const embedded = {
  name: 'acceptance, embedded',
  jest: 'embedded',
  run: [process.execPath, ...jest, ...acceptance],
  minutes: 12,
};
const kafka = {
  name: 'acceptance, four processes over Kafka',
  jest: 'kafka',
  run: [process.execPath, ...jest, ...acceptance],
  env: { BAOGONG_ACCEPTANCE: 'kafka' },
  needs: ['java', 'mvn'],
  minutes: 12,
};
const pages = {
  name: 'pages in a browser',
  jest: 'pages',
  run: [process.execPath, ...jest, '--config', join(root, 'infra/start/browser/jest.config.mjs'), '--runInBand'],
  needs: ['chromium'],
  minutes: 5,
};
const drill = (name, ...flags) => ({
  name,
  run: [process.execPath, join(root, 'infra/start/pre.mjs'), 'drill', '--households', '60', ...flags],
  minutes: 5,
});

const faults = {
  name: 'a day with kills, over Kafka',
  run: [process.execPath, join(root, 'infra/start/pre.mjs'), 'faults', '--only', 'F1'],
  needs: ['java', 'mvn'],
  minutes: 4,
};

/** Stages follow each other. The lanes of one stage run beside each other: one of them waits much of its time. */
const stages = [
  [
    [embedded],
    [
      graph,
      lint,
      format,
      types,
      drill('small drill'),
      drill('small drill with kills', '--kill'),
      pages,
      restored,
      faults,
    ],
  ],
  [[unit]],
  [[kafka]],
];
const remedies = {
  java: 'apt-get install default-jre-headless',
  mvn: 'apt-get install maven',
  chromium: 'apt-get install chromium fonts-wqy-microhei',
};

/** @returns the exit code */
export async function run() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const outcomes = [];
  for (const lanes of stages) {
    const told = await Promise.all(lanes.map((steps) => runLane(steps, lanes.length > 1)));
    outcomes.push(...told.flat());
  }
  return summarise(outcomes);
}

async function runLane(steps, beside) {
  const outcomes = [];
  for (const step of steps) outcomes.push(await outcomeOf(step, beside));
  return outcomes;
}

async function outcomeOf(step, beside) {
  const missing = (step.needs ?? []).filter((program) => spawnSync('which', [program]).status !== 0);
  if (missing.length > 0) return { step, notRun: missing.map((program) => `${program} (${remedies[program]})`) };
  const file = step.jest && join(results, `${step.jest}.json`);
  const [program, ...args] = file ? [...step.run, '--json', '--outputFile', file, '--silent'] : step.run;
  const cluster = step.database && (await startPostgres());
  const env = { ...step.env, ...(cluster && { BAOGONG_TEST_POSTGRES: cluster.url }) };
  const began = Date.now();
  if (!beside) console.log(`\n== ${step.name}`);
  const { code, heard } = await ending(program, args, { env, minutes: step.minutes, beside });
  // What runs beside another is told once it has ended, so that the two do not mix.
  if (beside) process.stdout.write(`\n== ${step.name}\n${heard}`);
  if (cluster) await stopPostgres();
  const counted = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return { step, code, counted, seconds: Math.round((Date.now() - began) / 1000) };
}

function ending(program, args, { env, minutes, beside }) {
  return new Promise((settle) => {
    const told = beside ? 'pipe' : 'inherit';
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', ...env },
      stdio: ['ignore', args.includes('--json') ? 'ignore' : told, told],
    });
    let heard = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (heard += text));
    const limit = setTimeout(() => child.kill('SIGKILL'), minutes * minute);
    child.once('close', (code) => {
      clearTimeout(limit);
      settle({ code: code ?? 1, heard });
    });
  });
}

function summarise(all) {
  let [passed, failed] = [0, 0];
  console.log('\n== summary');
  for (const { step, notRun, code, counted, seconds } of all) {
    if (notRun) {
      console.log(`not run: ${step.name}: missing ${notRun.join(', ')}`);
      if (process.env.CI === 'true') failed += 1;
      continue;
    }
    const good = counted ? counted.numPassedTests : code === 0 ? 1 : 0;
    const broken = counted ? counted.numFailedTests + counted.numRuntimeErrorTestSuites : 0;
    const bad = broken > 0 ? broken : code === 0 ? 0 : 1;
    const idle = counted ? counted.numPendingTests + counted.numTodoTests : 0;
    console.log(
      `${bad + idle === 0 ? 'ok     ' : 'FAILED '} ${step.name}: ${good} passed, ${bad + idle} failed, ${seconds} s`,
    );
    for (const name of failuresIn(counted)) console.log(`          ${name}`);
    passed += good;
    failed += bad + idle;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function failuresIn(counted) {
  const files = counted?.testResults.filter(({ status }) => status === 'failed') ?? [];
  return files.flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    return [relative(root, name), ...failed.map(({ fullName }) => `  ${fullName}`)];
  });
}
