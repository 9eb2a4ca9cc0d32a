import { addMinutes, instantOf } from '@baogong/kernel';
import { fixture, unit, type Fixture } from '../test/fixture.js';
import { advance, cursorOf, cursorsOf, rewindCursor } from './cursors.js';
import { createClock, installationOf, markDrill, moveClock } from './installation.js';
import { listParked, park, parkedStreams, settleParked } from './parked.js';
import { joinReplicas, recordRelayed, takeRelayLeases } from './relay.js';
import { cancelTimer, runTimers, scheduleTimer } from './timers.js';
import { direct, transaction } from './transaction.js';

const command = { action: 'CloseRound', stream: { id: 'r', kind: 'round', territory: 'd-pudong' }, data: {} };
const until = async (done: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await done()); tries += 1) await new Promise((go) => setTimeout(go, 20));
};

describe('what consumers keep beside the log', () => {
  let f: Fixture;
  beforeAll(async () => (f = await fixture('tables')), 60_000);
  afterAll(() => f.close());
  const key = { consumer: 'demand', source: 'orders', shard: 3 };

  it('moves a cursor for one of two consumers only, and never back', async () => {
    const move = (from: number, to: number) =>
      transaction(f.pool, (tx) => advance(tx, { ...key, from, to, digest: `d${to}` })).catch(() => 'failed');
    expect(await cursorOf(direct(f.pool), key)).toEqual({ ...key, pos: 0, digest: '', generation: 1 });
    expect(await move(4, 5)).toBe(false);
    const first = await Promise.all(Array.from({ length: 6 }, () => move(0, 5)));
    expect(first.filter((moved) => moved === true)).toHaveLength(1);
    const second = await Promise.all(Array.from({ length: 6 }, () => move(5, 9)));
    expect(second.filter((moved) => moved === true)).toHaveLength(1);
    expect(await move(9, 5)).toBe('failed');
    expect(await cursorsOf(direct(f.pool), 'demand')).toEqual([{ ...key, pos: 9, digest: 'd9', generation: 1 }]);
    await transaction(f.pool, (tx) => rewindCursor(tx, { ...key, to: 0, digest: '' }));
    expect(await cursorOf(direct(f.pool), key)).toMatchObject({ pos: 0, generation: 2 });
  });

  it('rolls the effect back with the cursor', async () => {
    await expect(
      transaction(f.pool, async (tx) => {
        await park(tx, { ...key, pos: 1, stream: 's', reason: 'x', record: {} });
        if (!(await advance(tx, { ...key, from: 77, to: 78, digest: '' }))) throw new Error('moved by another');
      }),
    ).rejects.toThrow('moved by another');
    expect(await listParked(direct(f.pool))).toEqual([]);
  });

  it('frees the successor of a consumer that stopped inside its transaction', async () => {
    const started = Date.now();
    const zombie = transaction(f.pool, async (tx) => {
      await tx.query(`select pg_sleep(0)`);
      await new Promise((go) => setTimeout(go, 3_600));
      await tx.query('select 1');
    });
    await expect(zombie).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(6_000);
  }, 10_000);

  it('parks a record once, holds its stream, and settles it once', async () => {
    const tx = direct(f.pool);
    const record = { ...key, pos: 7, stream: 's-poison', reason: 'bug', record: { type: 'Odd' } };
    await park(tx, record);
    await park(tx, record);
    expect(await listParked(tx, 'demand')).toEqual([record]);
    expect(await parkedStreams(tx, { ...key, streams: ['s-poison', 's-well'] })).toEqual(new Set(['s-poison']));
    const settle = () => settleParked(tx, { key: { ...key, pos: 7 }, end: 'replayed', by: 'a-1' });
    expect([await settle(), await settle()]).toEqual([true, false]);
    expect(await listParked(tx)).toEqual([]);
  });

  it('fires each timer once, by the clock, whichever process is first', async () => {
    const tx = direct(f.pool);
    let now = instantOf(Date.now());
    const clock = { now: () => now };
    const later = addMinutes(now, 30);
    await scheduleTimer(tx, { id: 'cancelled', dueAt: now, command });
    await cancelTimer(tx, 'cancelled');
    for (let n = 0; n < 100; n += 1) await scheduleTimer(tx, { id: `due-${n}`, dueAt: now, command });
    await scheduleTimer(tx, { id: 'later', dueAt: later, command });
    await scheduleTimer(tx, { id: 'later', dueAt: later, command });
    const fired: string[] = [];
    let failures = 1;
    const fire = async (id: string) => {
      if (id === 'due-5' && failures-- > 0) throw new Error('not now');
      fired.push(id);
    };
    const runners = Array.from({ length: 3 }, () => runTimers({ pool: f.pool, clock, fire, pollMs: 20 }));
    await until(() => fired.length === 100);
    expect(new Set(fired).size).toBe(100);
    expect(fired).not.toContain('later');
    now = later;
    await until(() => fired.length === 101);
    await scheduleTimer(tx, { id: 'later', dueAt: now, command });
    await new Promise((go) => setTimeout(go, 100));
    await Promise.all(runners.map((runner) => runner.close()));
    expect(fired).toHaveLength(101);
    expect(fired.at(-1)).toBe('later');
  }, 20_000);

  it('gives the lease of a shard to one relay, and a new epoch to the next', async () => {
    const tx = direct(f.pool);
    const take = async (holder: string, ttlMs = 60_000) =>
      (await takeRelayLeases(tx, { shards: [2], holder, ttlMs }))[0];
    const first = await take('one');
    expect(first).toEqual({ shard: 2, pos: 0, digest: '', brokerOffset: -1, epoch: 1 });
    expect(await take('two')).toBeUndefined();
    expect(await take('one', 0)).toMatchObject({ epoch: 1 });
    expect(await take('two')).toMatchObject({ epoch: 2 });
    const [third] = await takeRelayLeases(tx, { shards: [3, 2], holder: 'three', ttlMs: 60_000 });
    expect(third).toMatchObject({ shard: 3, epoch: 1 });
    const mine = { ...first!, pos: 5, epoch: 2, brokerOffset: 4, digest: 'd' };
    expect(await recordRelayed(tx, [{ ...first!, pos: 5 }])).toEqual([false]);
    expect(await recordRelayed(tx, [{ ...third!, pos: 7 }, mine])).toEqual([true, true]);
    expect(
      await recordRelayed(tx, [
        { ...mine, pos: 4 },
        { ...third!, pos: 8 },
      ]),
    ).toEqual([false, true]);
  });

  it('counts the replicas that live: who leaves or falls silent is one no more', async () => {
    const tx = direct(f.pool);
    const join = (holder: string, ttlMs: number) => joinReplicas(tx, { holder, ttlMs });
    expect(await join('one', 60_000)).toBe(1);
    expect(await join('two', 60_000)).toBe(2);
    await join('silent', 1);
    await new Promise((go) => setTimeout(go, 20));
    expect(await join('one', 60_000)).toBe(2);
    expect(await join('two', 0)).toBe(1);
  });

  it('refuses a database of another service and types of another owner', async () => {
    await expect(f.another({ owner: 'inventory' })).rejects.toMatchObject({ code: '55000' });
    await f.owner.query(`insert into es.event_type values ('Taken', 'inventory', 1)`);
    await expect(f.another({ eventTypes: { Taken: 1 } })).rejects.toMatchObject({ code: '55000' });
    await f.owner.query('update es.installation set shards = 32');
    await expect(f.another()).rejects.toMatchObject({ code: '55000' });
    await f.owner.query('update es.installation set shards = 16');
  });

  it('moves the clock in a drill only, for all processes alike, and never makes a drill of a real log', async () => {
    await expect(moveClock(f.pool, 5)).rejects.toMatchObject({ code: '55000' });
    await f.store.execute(unit('s-real', 'k', { type: 'Stock', quantity: 1 }));
    await expect(markDrill(f.pool)).rejects.toMatchObject({ code: '55000' });
    const drill = await fixture('drill');
    await markDrill(drill.pool);
    await moveClock(drill.pool, 86_400_000);
    expect(await installationOf(drill.pool)).toMatchObject({
      drill: true,
      clockOffsetMs: 86_400_000,
      service: 'orders',
    });
    const clock = createClock(drill.pool);
    await clock.ready;
    expect(Date.parse(clock.now()) - Date.now()).toBeGreaterThan(86_000_000);
    clock.close();
    const done = await drill.store.execute(unit('s', 'k', { type: 'Stock', quantity: 1 }));
    const at = done as { shard: number; firstPos: number };
    expect(await drill.store.eventsAt(at.shard, at.firstPos, at.firstPos)).toMatchObject([{ drill: true }]);
    await drill.close();
  });
});
