import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, startPostgres } from '@baogong/testing';
import pg from 'pg';
import { makeDatabases } from '../postgres/databases.js';
import { databasesIn, makeSecrets, superuserUrl } from './secrets.js';

let folder: string;
const me = process.getuid?.() ?? 0;
const options = { databaseHost: 'postgres:5432', userOf: () => me };
const everything = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).flatMap((holder) =>
      readdirSync(join(folder, holder)).map((name) => [
        `${holder}/${name}`,
        readFileSync(join(folder, holder, name), 'utf8'),
      ]),
    ),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baogong-secrets-'));
  await makeSecrets({ ...options, folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the secrets of containers', () => {
  it('are made once: a second time changes nothing', async () => {
    const before = everything();
    await makeSecrets({ ...options, folder });
    expect(everything()).toEqual(before);
    expect(Object.keys(before)).toHaveLength(30);
  });

  it('can be read by their holder only', () => {
    for (const path of Object.keys(everything())) {
      expect([path, statSync(join(folder, path)).mode & 0o777]).toEqual([path, 0o400]);
    }
    for (const holder of readdirSync(folder)) expect(statSync(join(folder, holder)).mode & 0o777).toBe(0o700);
  });

  it('give no service what only another needs', () => {
    const all = everything();
    const where = (secret: string) => Object.keys(all).filter((path) => all[path] === secret);
    expect(where(all['orders/vault-master']!)).toEqual(['orders/vault-master']);
    expect(where(all['oversight/words-master']!)).toEqual(['oversight/words-master']);
    expect(where(all['delivery/pass-signing']!)).toEqual(['delivery/pass-signing']);
    expect(where(all['oversight/matrix-signing']!)).toEqual(['oversight/matrix-signing']);
    for (const name of ['orders', 'inventory', 'delivery', 'oversight']) {
      expect(where(all[`${name}/database-url`]!)).toEqual([`${name}/database-url`]);
      expect(all[`${name}/database-url`]).not.toContain(all['operator/superuser']);
    }
  });

  it('open databases that are made from them, each to its own service only, and again without harm', async () => {
    // A scratch database brings the server up; roles and names of the containers live beside it.
    const scratch = await freshDatabase('secrets');
    const { url, port } = await startPostgres();
    const here = (address: string) => address.replace('postgres:5432', `127.0.0.1:${port}`);
    const databases = [...databasesIn(folder).values()].map(({ ownerUrl, appUrl }) => ({
      ownerUrl: here(ownerUrl),
      appUrl: here(appUrl),
    }));
    try {
      await makeDatabases(url, databases);
      await makeDatabases(url, databases);
      for (const { appUrl, ownerUrl } of databases) {
        await ask(ownerUrl, 'create schema if not exists own');
        expect(await ask(appUrl, 'select current_database() as name')).toEqual([
          { name: new URL(ownerUrl).pathname.slice(1) },
        ]);
      }
      const [orders, inventory] = databases;
      const strange = new URL(orders!.appUrl);
      strange.pathname = new URL(inventory!.appUrl).pathname;
      await expect(ask(strange.href, 'select 1')).rejects.toMatchObject({ code: '42501' });
      expect(superuserUrl(folder, 'db:1')).toBe(
        `postgres://postgres:${everything()['operator/superuser']}@db:1/postgres`,
      );
    } finally {
      for (const { ownerUrl } of databases)
        await ask(url, `drop database if exists ${new URL(ownerUrl).pathname.slice(1)}`);
      await scratch.drop();
    }
  }, 60_000);
});

async function ask(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}
