/**
 * Builds the product's image, brings docker-compose.yml up under a name of its own, runs the acceptance flow against it
 * with each container killed in the middle, and takes it down with all it made.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { build, EngineTrouble, requireEngine, requireImages } from './engine.mjs';

const READY_MS = 240_000;
const SERVICES = ['oversight', 'orders', 'inventory', 'delivery'];
/** In this order: the ledger of the first looks at everything, and nothing of it may still be under way. */
const SUITES = [
  ['kill.spec.ts', {}],
  ['replicas.spec.ts', { orders: 2, oversight: 2 }],
  ['flow.spec.ts', {}],
];
const EXIT_UNAVAILABLE = 69;

/** @returns the exit code */
export async function run(argv, root) {
  let whole;
  try {
    whole = await prepare(root, argv.includes('--keep-image'));
  } catch (error) {
    if (!(error instanceof EngineTrouble)) throw error;
    process.stderr.write(`npm run test:compose cannot run here.\n${error.message}\n`);
    return EXIT_UNAVAILABLE;
  }
  process.once('SIGINT', () => process.exit(end(whole)));
  process.once('SIGTERM', () => process.exit(end(whole)));
  // Nothing else keeps this process while an answer is waited for.
  const staying = setInterval(() => undefined, 1000);
  let code = 1;
  try {
    await up(whole);
    code = test(whole);
    tellSizes(whole);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    compose(whole, ['logs', '--no-color', '--tail', '30'], { stdio: ['ignore', 2, 2] });
  } finally {
    clearInterval(staying);
    code = end(whole) || code;
  }
  console.log(code === 0 ? 'compose: all passed, nothing is left' : 'compose: FAILED');
  return code;
}

async function prepare(root, keepImage) {
  const command = requireEngine();
  const images = requireImages(root);
  const project = `baogong-test-${randomBytes(3).toString('hex')}`;
  const image = keepImage ? 'baogong:latest' : `${project}:latest`;
  if (!build(root, image, { NODE_IMAGE: images.NODE_IMAGE })) {
    throw new EngineTrouble('The image of the product cannot be built: see above.');
  }
  const [port, databasePort] = [await freePort(), await freePort()];
  const environment = {
    ...process.env,
    ...images,
    BAOGONG_IMAGE: image,
    BAOGONG_PUBLISHED_PORT: String(port),
    BAOGONG_TEST_POSTGRES_PORT: String(databasePort),
    BAOGONG_DRILL: 'true',
  };
  const files = ['-f', join(root, 'docker-compose.yml'), '-f', join(root, 'infra/compose/test.yml')];
  const data = mkdtempSync(join(tmpdir(), 'baogong-compose-'));
  return {
    ...{ root, project, image, keepImage, environment, data },
    command: [...command, '--project-directory', root, '-p', project, ...files],
    address: `http://127.0.0.1:${port}`,
    databaseHost: `127.0.0.1:${databasePort}`,
  };
}

async function up(whole) {
  compose(whole, ['up', '-d', '--no-build'], { must: true });
  for (const end = Date.now() + READY_MS; ; await new Promise((later) => setTimeout(later, 500))) {
    const answer = await fetch(`${whole.address}/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(
      () => undefined,
    );
    if (answer?.status === 200) break;
    if (Date.now() > end) throw new Error(`The gateway was not ready within ${READY_MS / 1000} s.`);
  }
  // What an operator of it holds: the local issuer's key and the way into the databases.
  mkdirSync(join(whole.data, 'keys'));
  writeFileSync(join(whole.data, 'keys', 'issuer.json'), secretOf(whole, 'operator/issuer.json'), { mode: 0o600 });
  whole.databases = Object.fromEntries(
    SERVICES.map((name) => [name, secretOf(whole, `${name}/owner-url`).replace('postgres:5432', whole.databaseHost)]),
  );
}

function test({ root, command, address, data, databases, environment, ...whole }) {
  const jest = [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    join(root, 'infra/acceptance/jest.config.mjs'),
  ];
  const place = join(data, 'place.json');
  writeFileSync(place, JSON.stringify({ address, data, databases }), { mode: 0o600 });
  const given = {
    ...environment,
    BAOGONG_ACCEPTANCE: 'compose',
    BAOGONG_ACCEPTANCE_PLACE: place,
    BAOGONG_ACCEPTANCE_COMPOSE: JSON.stringify(command),
  };
  const failed = SUITES.filter(([suite, replicas]) => {
    console.log(`\n== ${suite}`);
    scale({ ...whole, command, environment }, replicas);
    const args = ['--no-warnings', '--experimental-vm-modules', ...jest, '--runInBand', suite];
    return spawnSync(process.execPath, args, { cwd: root, env: given, stdio: 'inherit' }).status !== 0;
  });
  return failed.length === 0 ? 0 : 1;
}

function scale(whole, replicas) {
  const wanted = SERVICES.flatMap((name) => ['--scale', `${name}=${replicas[name] ?? 1}`]);
  compose(whole, ['up', '-d', '--no-build', '--no-recreate', ...wanted], { must: true });
}

function tellSizes({ environment, image, project }) {
  const images = [image, environment.POSTGRES_IMAGE, environment.KAFKA_IMAGE];
  console.log('\n== sizes of the images');
  for (const name of images) {
    const bytes = Number(docker(['image', 'inspect', '--format', '{{.Size}}', name]));
    console.log(`${String(Math.round(bytes / 1e6)).padStart(6)} MB  ${name.replace(project, 'baogong')}`);
  }
  const ids = docker(['ps', '-q', '--filter', `label=com.docker.compose.project=${project}`])
    .split(/\s+/)
    .filter(Boolean);
  console.log('\n== memory and processor of the containers after the flow');
  console.log(docker(['stats', '--no-stream', '--format', '{{.Name}}\t{{.MemUsage}}\t{{.CPUPerc}}', ...ids]));
}

/** @returns 0 if nothing is left of it */
function end(whole) {
  const { project, image, keepImage, data } = whole;
  compose(whole, ['down', '-v', '--remove-orphans', '-t', '15']);
  if (!keepImage) docker(['rmi', image]);
  rmSync(data, { recursive: true, force: true });
  const label = ['--filter', `label=com.docker.compose.project=${project}`];
  const left = [
    ['ps', '-aq', ...label],
    ['volume', 'ls', '-q', ...label],
    ['network', 'ls', '-q', ...label],
  ].flatMap((words) => docker(words).split(/\s+/).filter(Boolean));
  if (left.length > 0) process.stderr.write(`left behind: ${left.join(' ')}\n`);
  return left.length === 0 ? 0 : 1;
}

function secretOf(whole, path) {
  const read = ['run', '--rm', '--no-deps', '-T', 'secrets', 'cat', `/secrets/${path}`];
  const done = compose(whole, read, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8', must: true });
  return done.stdout.trim();
}

function compose({ command: [program, ...words], environment }, args, { must = false, ...options } = {}) {
  const done = spawnSync(program, [...words, ...args], { env: environment, stdio: ['ignore', 2, 2], ...options });
  if (must && done.status !== 0) throw new Error(`compose ${args.join(' ')} ended with ${done.status}`);
  return done;
}

function docker(args) {
  return spawnSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout ?? '';
}

function freePort() {
  return new Promise((settle, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });
}
