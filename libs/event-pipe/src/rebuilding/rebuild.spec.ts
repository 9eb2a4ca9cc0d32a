import { jest } from '@jest/globals';
import type { Pool } from '@baogong/event-store';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import pg from 'pg';
import { startConsumers } from '../consuming/start-consumers.js';
import type { StartedConsumers } from '../consumers.js';
import { logSize, openLog, until, type Log } from '../../test/fixture.js';
import { PAGES, pagesModel } from '../../test/pages.mjs';
import { scriptedPipe } from '../../test/scripted-pipe.js';
import { bringBack, NotRebuilt, rebuild, type Rebuilt } from './rebuild.js';

jest.setTimeout(60_000);
const upcast = ({ revision, data }: { revision: number; data: unknown }) => ({ revision, data });

describe('the rebuild of a read model', () => {
  let log: Log;
  let owner: Pool;
  let live: StartedConsumers;
  const model = pagesModel();
  const made = (more: object = {}) => rebuild({ pool: owner, model, upcast, ...more });

  beforeAll(async () => {
    log = await openLog('rebuild');
    owner = new pg.Pool({ connectionString: log.ownerUrl, max: 4 });
    owner.on('error', () => undefined);
    await owner.query(`${PAGES}; grant usage on schema read to public; grant all on read.page to public`);
    live = await startConsumers({
      ...{ service: 'orders', pool: log.pool, pipe: scriptedPipe(log.store), ownStore: log.store },
      consumers: [model.projection],
    });
    for (let n = 0; n < 60; n += 1) await log.write(`s-${n}`, ...Array.from({ length: 40 }, (_, i) => `${i}`));
    await caughtUp();
  });
  afterAll(async () => {
    await live.close();
    await owner.end();
    await log.close();
  });

  const read = async () => {
    const text = 'select coalesce(sum(notes), 0)::int as notes, coalesce(sum(twice), 0)::int as twice from read.page';
    return (await log.pool.query<{ notes: number; twice: number }>(text)).rows[0]!;
  };
  const caughtUp = async () => {
    const size = await logSize(log.store);
    await until(async () => (await read()).notes === size);
  };
  const status = async () =>
    (
      await owner.query<{ text: string }>(
        `select revision || ' ' || status as text from es.projection order by revision`,
      )
    ).rows.map(({ text }) => text);

  it('goes on beside queries and appends: none fails, none goes back, none is of both', async () => {
    let over = false;
    const seen: { notes: number; twice: number }[] = [];
    const reading = (async () => {
      while (!over) seen.push(await read());
    })();
    const writing = (async () => {
      for (let n = 0; !over; n += 1) await log.write(`s-${n % 80}`, 'more', 'and more');
    })();
    const results: Rebuilt[] = [];
    try {
      for (let n = 0; n < 3; n += 1) results.push(await made());
    } finally {
      over = true;
      await Promise.all([reading, writing]);
    }
    expect(results.map(({ kind }) => kind)).toEqual(['swapped', 'swapped', 'swapped']);
    expect(results.every((result) => result.live === result.rebuilt && result.events >= 2_400)).toBe(true);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.filter(({ notes, twice }, n) => twice !== 2 * notes || notes < (seen[n - 1]?.notes ?? 0))).toEqual([]);
    await caughtUp();
    expect(await status()).toEqual(['3 kept', '4 live']);
  });

  it('leaves the table as a migration knows it: names, rights, checks', async () => {
    await made();
    const { rows } = await owner.query<{ name: string }>(
      `select indexname as name from pg_indexes where schemaname = 'read' union all
       select conname from pg_constraint where conrelid = 'read.page'::regclass and contype = 'c' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['page_adds_up', 'page_by_notes', 'page_pkey']);
    await log.write('s-1', 'on it goes');
    await caughtUp();
  });

  it('leaves the live one untouched when it is killed in the middle, and a later one completes', async () => {
    const before = await read();
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, '../../test/rebuilding-child.mjs'), log.ownerUrl],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await read()).toEqual(before);
    expect((await status()).filter((text) => text.endsWith('building'))).toHaveLength(1);
    await log.write('s-2', 'the consumer lives');
    await caughtUp();
    expect(await made()).toMatchObject({ kind: 'swapped' });
    await caughtUp();
  });

  it('tells a difference by the digests and changes nothing; one that is wanted is made, and can be taken back', async () => {
    const right = await read();
    await owner.query(`update read.page set notes = notes + 1, twice = twice + 2 where stream = 's-7'`);
    const wrong = await read();
    const found = await made();
    expect(found.kind).toBe('differs');
    expect(found.live).not.toBe(found.rebuilt);
    expect(await read()).toEqual(wrong);
    expect(await made({ acceptDifference: true })).toMatchObject({ kind: 'swapped' });
    expect(await read()).toEqual(right);
    await log.write('s-7', 'meanwhile');
    await caughtUp();
    expect(await bringBack({ pool: owner, model, upcast })).toEqual({ events: 1 });
    expect(await read()).toEqual({ notes: wrong.notes + 1, twice: wrong.twice + 2 });
    expect(await bringBack({ pool: owner, model, upcast })).toEqual({ events: 0 });
    expect(await read()).toEqual({ notes: right.notes + 1, twice: right.twice + 2 });
  });

  it('is refused where the log is elsewhere, and while events are parked', async () => {
    const foreign = { ...model, projection: { ...model.projection, source: 'inventory' as const } };
    await expect(made({ model: foreign })).rejects.toThrow(NotRebuilt);
    await owner.query(
      `insert into es.parked (consumer, source, shard, pos, stream, reason, record) values ('pages', 'orders', 0, 1, 's', 'x', '{}')`,
    );
    await expect(made()).rejects.toThrow('events are parked');
  });
});
