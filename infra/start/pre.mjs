// Runs before anything is installed or built: no dependency, and no syntax that an old Node cannot read.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const COMMANDS = {
  embedded: 'infra/start/dist/main-embedded.js',
  kafka: 'infra/start/dist/main-kafka.js',
  test: 'infra/guards/test.mjs',
  compose: 'infra/compose/test.mjs',
  drill: 'infra/drill/dist/main-drill.js',
  bench: 'infra/bench/dist/main-bench.js',
  faults: 'infra/faults/dist/main-faults.js',
  figures: 'infra/drill/dist/figures/main-figures.js',
  cli: 'infra/cli/dist/main-cli.js',
};

const command = process.argv[2];
const argv = process.argv.slice(3);
checkNode();
if (!Object.prototype.hasOwnProperty.call(COMMANDS, command)) {
  stop('Usage: node infra/start/pre.mjs ' + Object.keys(COMMANDS).join('|') + ' [options]', 2);
}
install();
build();
handOver();

function checkNode() {
  const have = process.versions.node.split('.').map(Number);
  if (have[0] > NEEDED[0] || (have[0] === NEEDED[0] && have[1] >= NEEDED[1])) return;
  const needed = NEEDED.join('.');
  stop(
    'Baogong needs Node.js ' +
      needed +
      ' or newer; this is ' +
      process.versions.node +
      '.\n' +
      'Install a newer one from https://nodejs.org (or: nvm install 20) and start again.',
    1,
  );
}

function install() {
  const stamp = join(root, 'node_modules', '.baogong-installed');
  const lock = join(root, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (read(stamp) === wanted) return;
  if (!isInstalled(lock)) {
    say('Installing packages (once, and after updates) ...');
    const windows = process.platform === 'win32';
    const npm = process.env.npm_execpath;
    const done =
      npm && npm.endsWith('.js')
        ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: quietly() })
        : spawnSync(windows ? 'npm.cmd' : 'npm', ['ci'], { cwd: root, stdio: quietly(), shell: windows });
    if (done.signal) process.exit(130);
    if (done.status !== 0) stop('npm ci failed: see above. Is the package registry reachable?', 1);
  }
  writeFileSync(stamp, wanted);
}

// npm keeps its own list of what it has put in place: whoever ran npm ci by hand need not wait for another one.
function isInstalled(lock) {
  const present = JSON.parse(read(join(root, 'node_modules', '.package-lock.json')) || '{}').packages;
  if (!present) return false;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  return Object.keys(wanted).every((path) => {
    const entry = wanted[path];
    if (path === '' || !path.startsWith('node_modules/') || entry.optional || entry.devOptional) return true;
    const have = present[path];
    return (
      Boolean(have) && have.version === entry.version && have.resolved === (entry.link ? entry.resolved : have.resolved)
    );
  });
}

function build() {
  const stamp = join(root, 'node_modules', '.baogong-built');
  if (read(stamp) === fingerprint() && Object.values(COMMANDS).some((file) => existsSync(join(root, file)))) return;
  say('Building ...');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const done = spawnSync(process.execPath, [tsc, '-b'], { cwd: root, stdio: quietly() });
  if (done.signal) process.exit(130);
  if (done.status !== 0) stop('The build failed: see above.', 1);
  // Taken anew: what was just built is part of it.
  writeFileSync(stamp, fingerprint());
}

/** Names, sizes and times of all sources and of what they are built into: whatever changes, a build follows. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const name of ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json'])
    hash.update(factsOf(join(root, name)));
  for (const group of ['libs', 'services', 'infra']) {
    for (const project of namesIn(join(root, group))) {
      const folder = join(root, group, project);
      hash.update(factsOf(join(folder, 'tsconfig.json')) + factsOf(join(folder, 'package.json')));
      hash.update(String(existsSync(join(folder, 'dist'))));
      addSources(hash, join(folder, 'src'));
    }
  }
  return hash.digest('hex');
}

function addSources(hash, folder) {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) addSources(hash, path);
    else if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) hash.update(factsOf(path));
  }
}

function factsOf(path) {
  if (!existsSync(path)) return path;
  const facts = statSync(path);
  return [path, facts.size, facts.mtimeMs].join('|');
}

function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

// One process from here on: a signal reaches what it is meant for, and the exit code is its own.
function handOver() {
  const file = join(root, COMMANDS[command]);
  if (!existsSync(file)) stop('There is no "' + command + '" in this version.', 2);
  import(pathToFileURL(file).href)
    .then((program) => program.run(argv, root))
    .then((code) => process.exit(code === undefined ? 0 : code))
    .catch((error) => stop(String((error && error.stack) || error), 70));
}

// What the tools say goes to stderr: stdout belongs to the command (a token may be read from it).
function quietly() {
  return ['ignore', 2, 2];
}

function say(line) {
  process.stderr.write(line + '\n');
}

function stop(message, code) {
  process.stderr.write(message + '\n');
  process.exit(code);
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
