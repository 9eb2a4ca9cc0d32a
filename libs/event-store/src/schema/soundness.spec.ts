import { accept } from '@baogong/decider';
import { instantOf } from '@baogong/kernel';
import { fixture, stock, unit, type Fixture } from '../../test/fixture.js';
import { migrate } from './migrate.js';
import { eventStoreMigrations } from './migrations.js';
import { requireSound } from './soundness.js';

const DAY_MS = 86_400_000;

describe('what a database is asked before it is used', () => {
  let f: Fixture;
  beforeAll(async () => (f = await fixture('soundness')), 60_000);
  afterAll(() => f.close());
  const opened = (fingerprints: Record<string, string>, accepted: string[] = []) =>
    requireSound(f.database.ownerUrl, { fingerprints, accepted });
  const migrated = () => migrate({ ...f.database, ownerUrl: f.database.ownerUrl, migrations: eventStoreMigrations });

  it('knows each key again, takes another when it is named, but never another master key', async () => {
    await opened({ 'vault-master': 'm1', issuer: 'i1' });
    await opened({ 'vault-master': 'm1' });
    await expect(opened({ issuer: 'i2' })).rejects.toMatchObject({ code: 'wrong-key', exitCode: 78 });
    await opened({ issuer: 'i2' }, ['i2']);
    await expect(opened({ issuer: 'i1' })).rejects.toThrow('fingerprint i1, not i2');
    await expect(opened({ 'vault-master': 'm2' }, ['m2'])).rejects.toMatchObject({ code: 'wrong-key' });
    await opened({ 'words-master': 'w1' });
    await expect(opened({ 'words-master': 'w2' }, ['w2'])).rejects.toMatchObject({ code: 'wrong-key' });
    await opened({ 'vault-master': 'm1', issuer: 'i2' });
  });

  it('is left as it is when it is of a newer version', async () => {
    await f.owner.query(`insert into public.migration (timestamp, name) values (1999, 'Later1999')`);
    await expect(migrated()).rejects.toMatchObject({ code: 'data-newer', exitCode: 78 });
    await f.owner.query(`delete from public.migration where name = 'Later1999'`);
    await migrated();
  });

  it('is refused while a restore into it is not finished', async () => {
    await f.owner.query('create table public.restore (backup text not null, finished_at timestamptz)');
    await f.owner.query(`insert into public.restore (backup) values ('x')`);
    await expect(migrated()).rejects.toMatchObject({ code: 'restore-unfinished' });
    await f.owner.query('update public.restore set finished_at = now()');
    await migrated();
    await expect(f.pool.query('select 1 from public.restore')).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused when its newest event lies in the future of our clock', async () => {
    await opened({});
    const ahead = { ...stock, decide: () => accept(stockedAt(instantOf(Date.now() + DAY_MS))) };
    await f.store.execute(unit('ahead', 'k', { type: 'Stock', quantity: 1 }, { decider: ahead }));
    await expect(opened({})).rejects.toMatchObject({
      code: 'clock-off',
      message: expect.stringContaining('the newest event of the log'),
    });
  });
});

const stockedAt = (at: string) => ({ type: 'Stocked' as const, at, data: { quantity: 1 } });
