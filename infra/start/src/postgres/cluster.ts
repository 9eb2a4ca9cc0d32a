import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { DatabasePasswords } from '../keys.js';
import { freePort } from '../ports.js';
import { pause } from '../processes.js';
import { trouble } from '@baogong/operation';
import { clusterFolder, databaseUser, findBinaries } from './binaries.js';
import type { Binaries, DatabaseUser } from './binaries.js';
import { stopOrphan, stopServer } from './orphan.js';

export type Cluster = {
  folder: string;
  port: number;
  /** A database of an installation that was killed had to be stopped first. */
  repaired: boolean;
  superuserUrl(database: string): string;
  onExit(listener: (code: number | null) => void): void;
  stop(): Promise<void>;
};
export type ClusterOptions = { data: string; logFolder: string; passwords: DatabasePasswords };

export const SUPERUSER = 'baogong_superuser';
const START_PATIENCE_MS = 60_000;
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  'max_wal_size=2GB',
  'jit=off',
  'password_encryption=scram-sha-256',
  'timezone=UTC',
  'log_timezone=UTC',
  // Statements hold personal data on their way into the vault: they never reach the log.
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
];

export async function startCluster({ data, logFolder, passwords }: ClusterOptions): Promise<Cluster> {
  const user = databaseUser();
  const binaries = findBinaries(user);
  const folder = clusterFolder(data, user);
  const repaired = await stopOrphan(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise({ binaries, folder, user, password: passwords.superuser });
  requireOurVersion(folder, binaries);
  const log = join(logFolder, 'postgres.log');
  const { server, port } = await startServer({ binaries, folder, user, log, password: passwords.superuser });
  let stopping = false;
  return {
    folder,
    port,
    repaired,
    superuserUrl: (database) => urlOf({ user: SUPERUSER, password: passwords.superuser, port, database }),
    onExit: (listener) => void server.once('exit', (code) => stopping || listener(code)),
    async stop() {
      stopping = true;
      if (server.exitCode === null && server.signalCode === null && server.pid) await stopServer(server.pid);
    },
  };
}

export function urlOf(login: { user: string; password: string; port: number; database: string }): string {
  return `postgres://${login.user}:${login.password}@127.0.0.1:${login.port}/${login.database}`;
}

/** Nothing of the cluster is left afterwards; only ever called under the lock of the data folder. */
export async function removeCluster(data: string): Promise<void> {
  const folder = clusterFolder(data, databaseUser());
  await stopOrphan(folder);
  rmSync(folder, { recursive: true, force: true });
}

function requireOurVersion(folder: string, { postgres }: Binaries): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const ours = /(\d+)\./.exec(spawnSync(postgres, ['--version'], { cwd: '/', encoding: 'utf8' }).stdout)?.[1] ?? made;
  if (made !== ours) throw trouble('cluster-other-version', { folder, made, ours });
}

type Installation = { binaries: Binaries; folder: string; user: DatabaseUser; password: string };

// Made aside and renamed: a cluster that carries its name is whole.
function initialise({ binaries, folder, user, password }: Installation): void {
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(dirname(aside), { recursive: true, mode: 0o755 });
  mkdirSync(aside, { mode: 0o700 });
  const passwordFile = `${aside}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [aside, passwordFile]) chownSync(path, user.uid, user.gid);
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', '--auth=scram-sha-256'];
  const files = [`--pgdata=${aside}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const made = spawnSync(binaries.initdb, [...files, ...options], { ...user, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw refusedBy(made.stderr || String(made.error), 'database-not-made', folder);
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
}

async function startServer(options: Installation & { log: string }): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort();
    const server = spawnServer(options, port);
    if (await accepts(server, urlOf({ user: SUPERUSER, password: options.password, port, database: 'postgres' }))) {
      return { server, port };
    }
  }
  const words = readFileSync(options.log, 'utf8').split('\n').slice(-12).join('\n');
  throw refusedBy(words, 'database-not-started', options.folder);
}

function refusedBy(words: string, code: 'database-not-made' | 'database-not-started', folder: string): Error {
  const full = /^.*No space left on device.*$/m.exec(words);
  return full ? trouble('disk-full', { words: full[0] }) : trouble(code, { folder, words });
}

// A process group of its own: Ctrl-C in the terminal reaches us only, and we stop the database last.
function spawnServer({ binaries, folder, user, log }: Installation & { log: string }, port: number): ChildProcess {
  const words = openSync(log, 'a');
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const server = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...settings], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', words, words],
  });
  closeSync(words);
  server.on('error', () => undefined);
  return server;
}

async function accepts(server: ChildProcess, url: string): Promise<boolean> {
  const end = Date.now() + START_PATIENCE_MS;
  while (Date.now() < end && server.exitCode === null && server.pid !== undefined) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await pause(50);
    }
  }
  return false;
}
