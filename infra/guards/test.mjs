/**
 * Runs every test of the workspace and sums them up in one closing line `N passed, N failed`.
 * A part that cannot run here is named with what brings it; with CI=true it counts as failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const results = join(root, '.cache/test-results');
const bin = (name) => join(root, 'node_modules/.bin', name);
const jest = ['--no-warnings', '--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')];
const acceptance = ['--config', join(root, 'infra/acceptance/jest.config.mjs'), '--runInBand'];
const minute = 60_000;

const steps = [
  { name: 'project graph', run: [bin('nx'), 'show', 'projects'], minutes: 2 },
  { name: 'lint', run: [bin('eslint'), '.', '--max-warnings', '0'], minutes: 5 },
  { name: 'format', run: [bin('prettier'), '--check', '--log-level', 'warn', '.'], minutes: 3 },
  { name: 'types of specs', run: [bin('tsc'), '-p', 'tsconfig.specs.json'], minutes: 5 },
  { name: 'unit, service and guard tests', jest: 'unit', run: [process.execPath, ...jest], minutes: 15 },
  { name: 'acceptance, embedded', jest: 'embedded', run: [process.execPath, ...jest, ...acceptance], minutes: 8 },
  {
    name: 'acceptance, four processes over Kafka',
    jest: 'kafka',
    run: [process.execPath, ...jest, ...acceptance],
    env: { BAOGONG_ACCEPTANCE: 'kafka' },
    needs: ['java', 'mvn'],
    minutes: 10,
  },
  {
    name: 'pages in a browser',
    jest: 'pages',
    run: [process.execPath, ...jest, '--config', join(root, 'infra/start/browser/jest.config.mjs'), '--runInBand'],
    needs: ['chromium'],
    minutes: 5,
  },
  {
    name: 'small drill',
    run: [process.execPath, join(root, 'infra/start/pre.mjs'), 'drill', '--households', '60'],
    minutes: 5,
  },
  {
    name: 'small drill with kills',
    run: [process.execPath, join(root, 'infra/start/pre.mjs'), 'drill', '--households', '60', '--kill'],
    minutes: 5,
  },
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
  for (const step of steps) outcomes.push(await outcomeOf(step));
  return summarise(outcomes);
}

async function outcomeOf(step) {
  const missing = (step.needs ?? []).filter((program) => spawnSync('which', [program]).status !== 0);
  if (missing.length > 0) return { step, notRun: missing.map((program) => `${program} (${remedies[program]})`) };
  console.log(`\n== ${step.name}`);
  const file = step.jest && join(results, `${step.jest}.json`);
  const [program, ...args] = file ? [...step.run, '--json', '--outputFile', file, '--silent'] : step.run;
  const code = await exitCodeOf(program, args, step);
  const counted = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return { step, code, counted };
}

function exitCodeOf(program, args, { env = {}, minutes }) {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', ...env },
      stdio: ['ignore', args.includes('--json') ? 'ignore' : 'inherit', 'inherit'],
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), minutes * minute);
    child.once('close', (code) => {
      clearTimeout(limit);
      settle(code ?? 1);
    });
  });
}

function summarise(all) {
  let [passed, failed] = [0, 0];
  console.log('\n== summary');
  for (const { step, notRun, code, counted } of all) {
    if (notRun) {
      console.log(`not run: ${step.name}: missing ${notRun.join(', ')}`);
      if (process.env.CI === 'true') failed += 1;
      continue;
    }
    const good = counted ? counted.numPassedTests : code === 0 ? 1 : 0;
    const broken = counted ? counted.numFailedTests + counted.numRuntimeErrorTestSuites : 0;
    const bad = broken > 0 ? broken : code === 0 ? 0 : 1;
    const idle = counted ? counted.numPendingTests + counted.numTodoTests : 0;
    console.log(`${bad + idle === 0 ? 'ok     ' : 'FAILED '} ${step.name}: ${good} passed, ${bad + idle} failed`);
    passed += good;
    failed += bad + idle;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
