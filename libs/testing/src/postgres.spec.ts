import pg from 'pg';
import { imageFor } from './engine.js';
import { freshDatabase, startPostgres } from './postgres.js';

describe('a fresh database', () => {
  it('has an owner who may create and an application role who may not', async () => {
    const database = await freshDatabase('fresh');
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    const app = new pg.Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    await owner.query('create schema own');
    await expect(app.query('create schema other')).rejects.toMatchObject({ code: '42501' });
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  }, 60_000);

  it('is in a container where an engine has the image, and in a local program where none has', async () => {
    const given = process.env['BAOGONG_TEST_POSTGRES'] && 'BAOGONG_TEST_POSTGRES';
    expect((await startPostgres()).from).toBe(given || ((await imageFor('postgres')) ?? 'program'));
  }, 60_000);
});
