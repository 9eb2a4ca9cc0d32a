import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintsOf, migrationsOf } from '@baogong/commanding';
import { migrate, requireSound } from '@baogong/event-store';
import { SERVICE_NAMES, SERVICES } from '@baogong/start';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import pg from 'pg';
import { run } from '../main-cli.js';

describe('npm run baogong -- doctor', () => {
  let data: string;
  const databases = new Map<string, FreshDatabase>();
  const url = (name: string): string => databases.get(name)?.ownerUrl ?? '';

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'baogong-doctor-'));
    mkdirSync(join(data, 'keys'));
    await writeFile(join(data, 'keys/vault-master'), 'ab'.repeat(32));
    for (const name of [...SERVICE_NAMES, 'keys']) databases.set(name, await freshDatabase(`doctor_${name}`));
    for (const definition of SERVICES) {
      const { ownerUrl, appRole } = databases.get(definition.name) as FreshDatabase;
      await migrate({ ownerUrl, appRole, migrations: migrationsOf(definition) });
    }
    const fingerprints = fingerprintsOf({ keys: { vaultMaster: Buffer.alloc(32, 0xab) } });
    await requireSound(url('orders'), { fingerprints, accepted: [] });
    for (const [name, { ownerUrl }] of databases) process.env[`BAOGONG_${name.toUpperCase()}_URL`] = ownerUrl;
  }, 120_000);
  afterAll(async () => {
    for (const name of databases.keys()) delete process.env[`BAOGONG_${name.toUpperCase()}_URL`];
    for (const database of databases.values()) await database.drop();
    await rm(data, { recursive: true });
  });

  const consult = async (...argv: string[]) => {
    let told = '';
    const output = { out: (line: string) => (told += `${line}\n`), err: (line: string) => (told += `${line}\n`) };
    return { code: await run(['doctor', '--data', data, '--port', '0', ...argv], data, output), told };
  };
  const change = async (name: string, sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url(name) });
    await client.connect();
    await client.query(sql);
    await client.end();
  };

  it('finds nothing in the way of a sound installation, and makes no key by looking', async () => {
    const { code, told } = await consult();
    expect(told).toContain('Nothing is in the way.');
    for (const name of SERVICE_NAMES) expect(told).toMatch(new RegExp(`ok +${name} `));
    expect(code).toBe(0);
  }, 60_000);

  it('names all that is in the way at once', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((settle) => taken.once('listening', settle));
    const { port } = taken.address() as AddressInfo;
    await writeFile(join(data, 'keys/vault-master'), 'cd'.repeat(32));
    await writeFile(join(data, 'restore.json'), '{}');
    await change('inventory', `insert into public.migration (timestamp, name) values (1999, 'Later1999')`);
    await change(
      'delivery',
      `insert into es.parked (consumer, source, shard, pos, stream, reason, record) values ('places', 'orders', 0, 1, 's', 'x', '{}');
       insert into es.cursor (consumer, source, shard, pos, digest) values ('places', 'orders', 0, 0, '')`,
    );
    await change('orders', 'update es.shard set head = 5000 where shard = 0');
    const away = new URL(url('oversight'));
    away.pathname = '/gone';
    process.env['BAOGONG_OVERSIGHT_URL'] = away.href;
    process.env['BAOGONG_KAFKA'] = '127.0.0.1:1';
    process.env['BAOGONG_PROT'] = '1';
    const { code, told } = await consult('--port', String(port));
    for (const name of ['BAOGONG_KAFKA', 'BAOGONG_PROT']) delete process.env[name];
    process.env['BAOGONG_OVERSIGHT_URL'] = url('oversight');
    taken.close();
    expect(code).toBe(1);
    for (const words of [
      `Port ${port} is taken`,
      'is not the one that',
      'was not finished',
      'Later1999',
      '1 of places',
      'places of delivery by 5000 events',
      'refuses us: database "gone" does not exist',
      'No broker answers at 127.0.0.1:1',
      'Is BAOGONG_PORT meant?',
    ]) {
      expect(told).toContain(words);
    }
  }, 60_000);
});
