import fc from 'fast-check';
import { fixture, stock, unit, type Fixture, type StockCommand } from '../test/fixture.js';
import { isDue } from './snapshots.js';

const kept = { ...stock, snapshotRevision: 7 };
const other = { ...stock, snapshotRevision: 8 };
/** A state of this is recognisable: nothing folds to it. */
const WRONG = { left: 999_999, claims: -1 };

describe('snapshots', () => {
  let f: Fixture;
  beforeAll(async () => (f = await fixture('snapshots')), 60_000);
  afterAll(() => f.close());
  const execute = (stream: string, key: string, command: StockCommand) =>
    f.store.execute(unit(stream, key, command, { decider: kept }));
  const grow = async (stream: string, events: number) => {
    await execute(stream, 'stock', { type: 'Stock', quantity: 10_000 });
    await execute(stream, 'claim', { type: 'Claim', by: 'h', times: events - 1 });
    await f.store.snapshotsWritten();
  };
  const rows = async (stream: string) =>
    (
      await f.owner.query<{ fold: number; version: number; state: unknown }>(
        'select fold_revision as fold, version, state from es.snapshot where stream = $1',
        [stream],
      )
    ).rows;
  const plant = (stream: string, [fold, version]: [number, number]) =>
    f.owner.query(
      `insert into es.snapshot (shard, stream, fold_revision, version, state)
       select shard, id, $2, $3, $4 from es.stream where id = $1
       on conflict (shard, stream, fold_revision) do update set version = excluded.version, state = excluded.state`,
      [stream, fold, version, JSON.stringify(WRONG)],
    );

  it('lead with their tail to the state of the whole fold, whatever happened', async () => {
    const commands = fc.oneof(
      fc.record({ type: fc.constant('Stock' as const), quantity: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ type: fc.constant('Claim' as const), by: fc.constant('h'), times: fc.integer({ min: 1, max: 120 }) }),
    );
    let [run, begunBySnapshot] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { minLength: 4, maxLength: 12 }), async (history) => {
        const stream = `s-random-${(run += 1)}`;
        for (const [place, command] of history.entries()) await execute(stream, `k-${place}`, command);
        await f.store.snapshotsWritten();
        const fresh = await f.another({ pool: f.pool });
        const [fromSnapshot, whole] = [await fresh.load(stream, kept), await fresh.load(stream, { ...stock })];
        expect(fromSnapshot).toEqual(whole);
        const [row] = await rows(stream);
        expect(whole.version < 100 || row !== undefined).toBe(true);
        if (row && row.version < whole.version) begunBySnapshot += 1;
      }),
      { numRuns: 40, seed: 6 },
    );
    expect(begunBySnapshot).toBeGreaterThan(5);
  }, 60_000);

  it('are used where the fold is the one that made them, and only there', async () => {
    await grow('s-used', 150);
    expect(await rows('s-used')).toEqual([{ fold: 7, version: 150, state: { left: 9_851, claims: 149 } }]);
    await plant('s-used', [7, 100]);
    const fresh = await f.another();
    expect((await fresh.load('s-used', kept)).state).toEqual({ left: WRONG.left - 50, claims: WRONG.claims + 50 });
    expect((await fresh.load('s-used', other)).state).toEqual({ left: 9_851, claims: 149 });
    expect((await fresh.load('s-used', { ...stock })).state).toEqual({ left: 9_851, claims: 149 });
    await fresh.snapshotsWritten();
    expect((await rows('s-used')).map(({ fold }) => fold).sort()).toEqual([7, 8]);
  });

  it('decide commands by the fold that made them, too', async () => {
    await grow('s-decided', 150);
    await plant('s-decided', [8, 150]);
    await plant('s-decided', [6, 150]);
    const fresh = await f.another();
    const claim = (key: string) => unit('s-decided', key, { type: 'Claim', by: 'h', times: 9_852 }, { decider: kept });
    expect(await fresh.execute(claim('much'))).toEqual({ kind: 'rejected', code: 'sold-out', params: { left: 9_851 } });
  });

  it('are not used ahead of their stream, as after a loss of the log', async () => {
    await grow('s-ahead', 120);
    await plant('s-ahead', [7, 121]);
    expect((await (await f.another()).load('s-ahead', kept)).state).toEqual({ left: 9_881, claims: 119 });
  });

  it('are sound while events are appended from two processes', async () => {
    const [one, two] = [await f.another(), await f.another()];
    await grow('s-busy', 50);
    await Promise.all(
      Array.from({ length: 400 }, (_, n) =>
        [one, two][n % 2]!.execute(unit('s-busy', `k-${n}`, { type: 'Claim', by: 'h' }, { decider: kept })),
      ),
    );
    await Promise.all([one.snapshotsWritten(), two.snapshotsWritten()]);
    const [row] = await rows('s-busy');
    expect(row!.version).toBeGreaterThanOrEqual(100);
    expect(row!.state).toEqual({ left: 10_001 - row!.version, claims: row!.version - 1 });
    expect((await (await f.another()).load('s-busy', kept)).state).toEqual({ left: 9_551, claims: 449 });
  });

  it('are nothing when their writer is killed before it committed, and the next fold writes one', async () => {
    const doomed = await f.another();
    const blocker = await f.owner.connect();
    await blocker.query('begin; lock table es.snapshot in share mode');
    await doomed.execute(unit('s-killed', 'stock', { type: 'Stock', quantity: 10_000 }, { decider: kept }));
    await doomed.execute(unit('s-killed', 'claim', { type: 'Claim', by: 'h', times: 199 }, { decider: kept }));
    const killed = async () =>
      (
        await f.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%into es.snapshot%'`,
        )
      ).rowCount;
    while (!(await killed())) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await rows('s-killed')).toEqual([]);
    expect((await (await f.another()).load('s-killed', { ...stock })).state).toEqual({ left: 9_801, claims: 199 });
    await blocker.query('rollback');
    blocker.release();
    const next = await f.another();
    expect((await next.load('s-killed', kept)).state).toEqual({ left: 9_801, claims: 199 });
    await next.snapshotsWritten();
    expect(await rows('s-killed')).toEqual([{ fold: 7, version: 200, state: { left: 9_801, claims: 199 } }]);
  });

  it('are never put back by a writer that was overtaken', async () => {
    await grow('s-late', 150);
    await plant('s-late', [7, 150]);
    const before = await f.another();
    await f.owner.query(`update es.snapshot set version = 149 where stream = 's-late'`);
    await before.load('s-late', { ...kept, snapshotRevision: 9 });
    await before.snapshotsWritten();
    await plant('s-late', [9, 160]);
    await (await f.another()).load('s-late', { ...kept, snapshotRevision: 9 });
    expect((await rows('s-late')).find(({ fold }) => fold === 9)).toMatchObject({ version: 160, state: WRONG });
  });

  it('are not kept of a state that its JSON does not give back', async () => {
    const odd = { ...kept, snapshotRevision: 10, initial: { left: 0, claims: 0 }, evolve: () => new Map([['a', 1]]) };
    await grow('s-odd', 150);
    const fresh = await f.another();
    await fresh.load('s-odd', odd as never);
    await fresh.snapshotsWritten();
    expect((await rows('s-odd')).map(({ fold }) => fold)).toEqual([7]);
  });

  it('are due after 100 events, and of long streams after a tenth', () => {
    expect([isDue(0, 99), isDue(0, 100), isDue(99, 100), isDue(100, 199), isDue(150, 420)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
    expect([isDue(20_000, 20_900), isDue(20_000, 21_000), isDue(99_999, 100_000)]).toEqual([false, true, true]);
  });
});
