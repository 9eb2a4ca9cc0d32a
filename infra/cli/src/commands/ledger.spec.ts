import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreMigrations, migrate, withDatabase } from '@baogong/event-store';
import { SERVICES, type Finding, type Service } from '@baogong/ledger';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { ledger } from './ledger.js';
import { run } from '../main-cli.js';

describe('npm run ledger', () => {
  let folder: string;
  const databases = new Map<Service, FreshDatabase>();
  const env: Record<string, string> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baogong-ledger-'));
    for (const service of SERVICES) {
      const database = await freshDatabase(`ledger_cli_${service}`);
      databases.set(service, database);
      env[`BAOGONG_${service.toUpperCase()}_URL`] = database.ownerUrl;
      await migrate({ ...database, migrations: eventStoreMigrations });
      await change(service, `update es.installation set service = '${service}'`);
    }
    env['BAOGONG_KEYS_URL'] = 'postgres://nowhere.invalid/keys';
  }, 60_000);
  afterAll(async () => {
    for (const database of databases.values()) await database.drop();
    await rm(folder, { recursive: true });
  });

  const change = (service: Service, sql: string) =>
    withDatabase(databases.get(service)!.ownerUrl, async (client) => void (await client.query(sql)));
  const check = async (...argv: string[]) => {
    let told = '';
    const output = { out: (line: string) => (told += `${line}\n`), err: (line: string) => (told += `${line}\n`) };
    return { code: await ledger.run(argv, { root: folder, output, env }), told };
  };
  const called = async (...argv: string[]) => {
    let told = '';
    const output = { out: (line: string) => (told += `${line}\n`), err: (line: string) => (told += `${line}\n`) };
    return { code: await run(['ledger', ...argv], folder, output), told };
  };

  it('tells of each invariant how often it was looked at, and that it holds', async () => {
    const { code, told } = await check('--quiet', '--complete', '--json', 'found.json');
    expect(told).toMatch(/^L2 +64 looked at {2}holds/m);
    expect(told).toMatch(/^L7 +0 looked at {2}nothing to look at/m);
    expect(told).toContain('Every invariant that was looked at holds.');
    expect(code).toBe(0);
    const found = JSON.parse(await readFile(join(folder, 'found.json'), 'utf8')) as Finding[];
    expect(found.find(({ id }) => id === 'L4')).toEqual({ id: 'L4', checked: 64, broken: 0, examples: [] });
  });

  it('ends with 1 where one is broken, and leads to the place', async () => {
    await change('delivery', 'update es.shard set head = 7 where shard = 3');
    const { code, told } = await check();
    await change('delivery', 'update es.shard set head = 0 where shard = 3');
    expect(code).toBe(1);
    expect(told).toMatch(/^L2 +64 looked at {2}BROKEN 1 times/m);
    expect(told).toContain('L2: delivery:3 has 0 events and a head of 7');
    expect(told).toContain('Broken: L2.');
  });

  it('says what is wrong with where it was told to look', async () => {
    await change('orders', `update es.installation set service = 'delivery'`);
    await expect(check()).rejects.toThrow('The log of orders was expected');
    await change('orders', `update es.installation set service = 'orders'`);
    const { host, username, password } = new URL(databases.get('orders')!.ownerUrl);
    const server = `postgres://${username}:${password}@${host}`;
    await expect(check('--database', server)).rejects.toThrow('baogong_orders refuses us');
    await expect(check('--database', 'postgres://127.0.0.1:1')).rejects.toThrow('does not answer');
    const nowhere = join(folder, 'nowhere');
    expect(await called('--data', nowhere)).toMatchObject({ code: 1, told: expect.stringContaining(nowhere) });
    expect(existsSync(nowhere)).toBe(false);
    expect(await called('--database', 'orders')).toMatchObject({ code: 2 });
    expect(await called('--database', server, '--data', folder)).toMatchObject({ code: 2 });
  });
});
