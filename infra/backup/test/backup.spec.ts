import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { dataTrouble, withDatabase } from '@baogong/event-store';
import { createLocalIssuer } from '@baogong/identity';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { addressIn, start } from '../../start/test/program.js';
import type { Program } from '../../start/test/program.js';
import { readManifest, writeManifest, type Manifest } from '../src/manifest.js';
import { DATABASES } from '../src/places.js';

const MINUTES = 60_000;
/** Who may publish a shard, by shard, of all four services as a backup has them. */
function leasesIn(backup: string): { epoch: number; holder: string }[] {
  return readManifest(backup).databases.flatMap(({ tables }) =>
    tables.flatMap(({ table, columns, file }) => {
      if (table !== 'es.relay') return [];
      const rows = gunzipSync(readFileSync(join(backup, file)))
        .toString()
        .trim()
        .split('\n');
      const leases = rows.map((row) => new Map(row.split('\t').map((cell, at) => [columns[at], cell])));
      leases.sort((one, other) => Number(one.get('shard')) - Number(other.get('shard')));
      return leases.map((lease) => ({ epoch: Number(lease.get('epoch')), holder: lease.get('holder') ?? '' }));
    }),
  );
}
const headsIn = (folder: string) => readManifest(folder).databases.map(({ name, heads }) => ({ name, heads }));

describe('backup, restore and verify', () => {
  let folder: string;
  let data: string;
  let kept: string;
  let instance: Program;
  const programs: Program[] = [];
  const at = (name: string): string => join(folder, name);
  const call = (argv: string[], environment: Record<string, string> = {}) => {
    const program = start(['cli', ...argv], { environment });
    programs.push(program);
    return program;
  };
  const tell = async (argv: string[], environment: Record<string, string> = {}) => {
    const program = call(argv, environment);
    return { code: await program.ended, told: program.said() };
  };
  const begin = (on: string): Program => {
    const program = start(['embedded', '--data', on, '--port', '0']);
    programs.push(program);
    return program;
  };
  const copyOf = (name: string): string => {
    cpSync(kept, at(name), { recursive: true });
    return at(name);
  };
  /** As somebody would who knows the format: the manifest fits again. */
  const rewrite = (backup: string, change: (manifest: Manifest) => Manifest): void =>
    writeManifest(backup, change(readManifest(backup)));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baogong-backup-'));
    await chmod(folder, 0o755);
    data = at('data');
    kept = at('kept');
    instance = begin(data);
    await instance.heard('Stop: Ctrl-C');
  }, 3 * MINUTES);
  afterAll(async () => {
    for (const each of programs) each.kill('SIGTERM');
    await Promise.all(programs.map(({ ended }) => ended));
    await rm(folder, { recursive: true });
  }, MINUTES);

  it(
    'takes one moment of four services at work: no consumer is ahead of the log it reads',
    async () => {
      // The rest of the sample community is coming in meanwhile, and oversight hears of each household.
      const done = await tell(['backup', kept, '--data', data]);
      expect(done).toMatchObject({ code: 0, told: expect.stringContaining('every chain recomputed') });
      expect(done.told).toContain('It holds the keys');
      expect((await tell(['verify', kept])).told).toContain('Whole and unchanged');
      expect((await tell(['verify', '--data', data])).code).toBe(0);
      const modes = readdirSync(kept, { recursive: true }).map(
        (name) => statSync(join(kept, String(name))).mode & 0o077,
      );
      expect(new Set(modes)).toEqual(new Set([0]));
    },
    3 * MINUTES,
  );

  it(
    'leaves a half backup that is refused when it is killed',
    async () => {
      const killed = call(['backup', at('half'), '--data', data]);
      await killed.heard('Reading orders');
      killed.kill('SIGKILL');
      await killed.ended;
      expect(existsSync(at('half'))).toBe(false);
      for (const command of ['verify', 'restore']) {
        const { code, told } = await tell([command, at('half.part'), '--data', at('nothing')]);
        expect({ code, told }).toMatchObject({ code: 1, told: expect.stringContaining('not a whole backup') });
      }
      expect(existsSync(at('nothing'))).toBe(false);
    },
    3 * MINUTES,
  );

  it(
    'is found half and done once more when the restore is killed; afterwards everything is as it was',
    async () => {
      const killed = call(['restore', kept, '--data', at('restored')]);
      await killed.heard('Restoring orders');
      killed.kill('SIGKILL');
      await killed.ended;
      const early = begin(at('restored'));
      expect(await early.ended).toBe(78);
      expect(early.said()).toContain('was not finished');
      const done = await tell(['restore', kept, '--data', at('restored')]);
      expect(done).toMatchObject({ code: 0, told: expect.stringContaining('every digest is equal') });
      // Stopped, as it is now, it can be backed up as well.
      await tell(['backup', at('again'), '--data', at('restored'), '--without-keys']);
      expect(headsIn(at('again'))).toEqual(headsIn(kept));
      const restored = begin(at('restored'));
      const address = addressIn(await restored.heard('Stop: Ctrl-C'));
      const issuer = await createLocalIssuer(join(data, 'keys/issuer.json'));
      const headers = { authorization: `Bearer ${await issuer.sign('re-0001')}` };
      const answer = await fetch(`${address}/api/v1/households`, { headers });
      expect(((await answer.json()) as { items: unknown[] }).items).toHaveLength(1);
      restored.kill('SIGTERM');
      expect(await restored.ended).toBe(0);
    },
    5 * MINUTES,
  );

  it(
    'refuses a place that is not empty, a damaged file, a changed event, a newer schema; and says what is missing',
    async () => {
      const refused = (backup: string) => tell(['restore', backup, '--data', at('fresh')]);
      expect((await tell(['restore', kept, '--data', data])).told).toContain('is not empty');

      const damaged = copyOf('damaged');
      appendFileSync(join(damaged, 'delivery/es.shard.copy.gz'), 'x');
      expect((await refused(damaged)).told).toMatch(/damaged: delivery\/es\.shard/);

      const changed = copyOf('changed');
      const file = 'oversight/es.event.copy.gz';
      const rows = gunzipSync(readFileSync(join(changed, file))).toString();
      const content = gzipSync(rows.replace('"kind":"organisation"', '"kind":"0rganisation"'));
      writeFileSync(join(changed, file), content);
      const sha256 = createHash('sha256').update(content).digest('hex');
      rewrite(changed, (manifest) => {
        for (const { tables } of manifest.databases)
          for (const one of tables) if (one.file === file) one.sha256 = sha256;
        return manifest;
      });
      expect((await refused(changed)).told).toMatch(/does not recompute at oversight, shard \d+, position \d+/);

      const newer = copyOf('newer');
      rewrite(newer, (manifest) => {
        manifest.databases[1]?.migrations.push('Later1999');
        return { ...manifest, version: '9.9.9' };
      });
      expect(await refused(newer)).toMatchObject({
        code: 78,
        told: expect.stringMatching(/newer Baogong \(9\.9\.9\).*orders: Later1999/),
      });
      expect((await refused(at('again'))).told).toContain('--keys DIR');
      expect(existsSync(at('fresh'))).toBe(false);
    },
    3 * MINUTES,
  );

  it(
    'does the same with databases that are given, killed in the middle or not',
    async () => {
      const databases = new Map<string, FreshDatabase>();
      for (const name of DATABASES) databases.set(name, await freshDatabase(`backup_${name}`));
      const entries = [...databases].map(([name, { ownerUrl }]) => [`BAOGONG_${name.toUpperCase()}_URL`, ownerUrl]);
      const environment = Object.fromEntries(entries) as Record<string, string>;
      const killed = call(['restore', kept], environment);
      await killed.heard('Restoring orders');
      killed.kill('SIGKILL');
      await killed.ended;
      for (const { ownerUrl: where } of databases.values()) {
        const found = await withDatabase(where, (client) => dataTrouble(client, { where, migrations: [] }));
        expect(found?.code).toBe('restore-unfinished');
      }
      expect((await tell(['restore', kept], environment)).told).toContain('every digest is equal');
      expect((await tell(['restore', kept], environment)).told).toContain('is not empty');
      expect((await tell(['backup', at('given'), '--keys', join(data, 'keys')], environment)).code).toBe(0);
      expect(headsIn(at('given'))).toEqual(headsIn(kept));
      // Whoever published the log before the restore holds a lease of an epoch that has passed.
      const raised = leasesIn(kept).map(({ epoch }) => ({ epoch: epoch + 1, holder: '' }));
      expect(raised).toHaveLength(4 * 16);
      expect(leasesIn(at('given'))).toEqual(raised);
      expect(readManifest(at('given')).keys.length).toBeGreaterThan(0);
      for (const database of databases.values()) await database.drop();
    },
    5 * MINUTES,
  );
});
