import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from '@baogong/event-store';
import { installedDatabases } from '../src/installed.js';
import { mountTmpfs } from './mounts.js';
import { start } from './program.js';
import type { Running } from './program.js';

const MINUTE = 60_000;
const preload = (code: string): string[] => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
const DAY_AHEAD = preload('const now = Date.now; Date.now = () => now() + 86400000');
/** Fills the heap some seconds after the address was told, as a leak would. */
const LEAK = preload(
  `const kept = []; setInterval(() => { if (globalThis.leaking) kept.push(Array.from({ length: 1e5 }, (_, at) => ({ at }))) }, 150).unref();
   process.on('SIGUSR2', () => { globalThis.leaking = true });`,
);

describe('a start that something is in the way of', () => {
  let data: string;
  const begin = (running: Running = {}, folder = data) =>
    start(['embedded', '--data', folder, '--port', '0', '--empty'], running);
  const refused = async (running: Running = {}, folder = data) => {
    const program = begin(running, folder);
    return { code: await program.ended, told: program.said() };
  };
  const once = async (running: Running = {}, work: () => Promise<unknown> = () => Promise.resolve()) => {
    const program = begin(running);
    await program.heard('Stop: Ctrl-C');
    await work();
    program.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    return program.said();
  };

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'baogong-faults-'));
    await chmod(data, 0o755);
    await once();
  }, 3 * MINUTE);
  afterAll(() => rm(data, { recursive: true }));

  it(
    'says how much space is missing on a small disk, before it writes anything there',
    async () => {
      const disk = mountTmpfs('size=48m');
      if (!disk) return;
      const { code, told } = await refused({}, join(disk.folder, 'data'));
      expect(existsSync(join(disk.folder, 'data/postgres'))).toBe(false);
      disk.unmount();
      expect(code).toBe(1);
      expect(told).toMatch(/no space left on the disk\. \d+ MB are free in .* needs 200 MB/);
      expect(told).toContain('--data DIR');
    },
    MINUTE,
  );

  it(
    'says that a folder cannot be written',
    async () => {
      const disk = mountTmpfs('size=1m,ro');
      if (!disk) return;
      const { code, told } = await refused({}, join(disk.folder, 'data'));
      disk.unmount();
      expect(code).toBe(1);
      expect(told).toMatch(/baogong-mount-\w+\/data cannot be written \((EROFS|ENOENT)\)/);
    },
    MINUTE,
  );

  it(
    'says that the folder is a file',
    async () => {
      const { code, told } = await refused({}, join(data, 'keys/vault-master/data'));
      expect({ code, told }).toMatchObject({ code: 1, told: expect.stringContaining('cannot be written (ENOTDIR)') });
    },
    MINUTE,
  );

  it(
    'says how much memory is needed',
    async () => {
      const { code, told } = await refused({ nodeOptions: ['--max-old-space-size=64'] });
      expect(code).toBe(78);
      expect(told).toMatch(/memory limit of \d+ MB \(Node's heap\) is too small: 256 MB are needed/);
    },
    MINUTE,
  );

  it(
    'says that the clock is far off, against the clock of the database',
    async () => {
      const { code, told } = await refused({ nodeOptions: DAY_AHEAD });
      expect(code).toBe(1);
      expect(told).toMatch(/clock of this machine is far off.*the clock of the database says/s);
    },
    MINUTE,
  );

  it.each(['vault-master', 'pass-signing', 'issuer.json'])(
    'refuses another %s than the installation was begun with, and takes the right one back',
    async (name) => {
      const file = join(data, 'keys', name);
      copyFileSync(file, `${file}.right`);
      if (name === 'issuer.json') rmSync(file);
      else writeFileSync(file, 'ab'.repeat(32));
      const { code, told } = await refused();
      copyFileSync(`${file}.right`, file);
      rmSync(`${file}.right`);
      expect(code).toBe(78);
      expect(told).toContain(`The key ${name.replace('.json', '')} is not the one`);
      expect(told.includes('BAOGONG_ACCEPT_KEYS=')).toBe(name !== 'vault-master');
    },
    MINUTE,
  );

  it(
    'takes a key that was changed on purpose, when its fingerprint is named',
    async () => {
      writeFileSync(join(data, 'keys/pass-signing'), 'cd'.repeat(32));
      const fingerprint = /BAOGONG_ACCEPT_KEYS=(\w+)/.exec((await refused()).told)?.[1] ?? '';
      await once({ environment: { BAOGONG_ACCEPT_KEYS: fingerprint } });
    },
    MINUTE,
  );

  it(
    'warns when memory is nearly out, and explains the end at the next start; names a variable that nothing reads',
    async () => {
      const program = begin({
        nodeOptions: ['--max-old-space-size=270', ...LEAK],
        environment: { BAOGONG_DISTRIKT: 'd' },
      });
      await program.heard('Stop: Ctrl-C');
      expect(program.said()).toContain('BAOGONG_DISTRIKT is read by nothing. Is BAOGONG_DISTRICT meant?');
      program.kill('SIGUSR2');
      expect(await program.ended).not.toBe(0);
      expect(program.said()).toMatch(/Memory is nearly out: \d+ of \d+ MB of heap in use/);
      expect(await once()).toMatch(/instance before this one ended because its memory ran out/);
    },
    2 * MINUTE,
  );

  it(
    'refuses data of a newer version, and changes nothing in it',
    async () => {
      await once({}, () =>
        withDatabase(installedDatabases(data)['inventory'] ?? '', (client) =>
          client.query(`insert into public.migration (timestamp, name) values (1999, 'Later1999')`),
        ),
      );
      const { code, told } = await refused();
      expect(code).toBe(78);
      expect(told).toMatch(/baogong_inventory is of a newer version.*Later1999.*backup made before/s);
    },
    MINUTE,
  );

  it(
    'refuses a cluster of another PostgreSQL',
    async () => {
      const file = join(data, 'postgres/PG_VERSION');
      expect(readFileSync(file, 'utf8')).toMatch(/^18/);
      writeFileSync(file, '17\n');
      const { code, told } = await refused();
      expect({ code, told }).toMatchObject({ code: 78, told: expect.stringContaining('made by PostgreSQL 17') });
    },
    MINUTE,
  );
});
