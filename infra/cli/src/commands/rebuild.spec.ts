import { tmpdir } from 'node:os';
import { migrationsOf } from '@baogong/commanding';
import { migrate, withDatabase } from '@baogong/event-store';
import { SERVICES } from '@baogong/start';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { run } from '../main-cli.js';
import { rebuild } from './rebuild.js';

describe('npm run baogong -- rebuild', () => {
  let database: FreshDatabase;
  const env: Record<string, string> = {};
  beforeAll(async () => {
    database = await freshDatabase('rebuild_cli');
    const inventory = SERVICES.find(({ name }) => name === 'inventory')!;
    await migrate({ ...database, migrations: migrationsOf(inventory) });
    await change(`update es.installation set service = 'inventory'`);
    for (const name of ['ORDERS', 'DELIVERY', 'OVERSIGHT', 'KEYS'])
      env[`BAOGONG_${name}_URL`] = 'postgres://x.invalid/x';
    env['BAOGONG_INVENTORY_URL'] = database.ownerUrl;
  }, 60_000);
  afterAll(() => database.drop());

  const change = (sql: string) => withDatabase(database.ownerUrl, async (client) => void (await client.query(sql)));
  const call = async (...argv: string[]) => {
    let told = '';
    const output = { out: (line: string) => (told += `${line}\n`), err: (line: string) => (told += `${line}\n`) };
    return { code: await rebuild.run(argv, { root: tmpdir(), output, env }), told };
  };

  it('swaps what is the same, tells what differs, and puts back what was kept', async () => {
    expect(await call('inventory', 'stock', '--back')).toMatchObject({
      code: 1,
      told: expect.stringContaining('kept'),
    });
    expect(await call('inventory', 'stock')).toEqual({
      code: 0,
      told: 'stock was made anew from 0 events and is the same: stock=0:0:0\n',
    });
    await change(`insert into read.stock values ('s', 'o', 't', 'k', 'g', 1, 1, 0, 0, 0)`);
    const differing = await call('inventory', 'stock');
    expect([differing.code, differing.told]).toEqual([
      1,
      expect.stringMatching(/stock=1:[^]*stock=0:0:0[^]*left as it is/),
    ]);
    expect((await call('inventory', 'stock', '--accept-difference')).code).toBe(0);
    expect(await call('inventory', 'stock', '--back')).toEqual({
      code: 0,
      told: 'The earlier stock is back, with 0 events that came since.\n',
    });
  });

  it.each([['inventory'], ['inventory', 'reservation-timers'], ['nowhere', 'stock']])(
    'shows what can be made anew for %j',
    async (...argv) => {
      let told = '';
      const output = { out: () => undefined, err: (line: string) => void (told += line) };
      expect(await run(['rebuild', ...argv], tmpdir(), output)).toBe(2);
      expect(told).toContain('inventory stock, delivery stations, delivery parcels');
    },
  );
});
