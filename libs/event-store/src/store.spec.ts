import { AT, envelope, fixture, stock, unit, type Fixture } from '../test/fixture.js';

describe('the event store', () => {
  let f: Fixture;
  beforeAll(async () => (f = await fixture('store')), 60_000);
  afterAll(() => f.close());
  const stocked = (stream: string, quantity: number) =>
    f.store.execute(unit(stream, 'stock', { type: 'Stock', quantity }));
  const kinds = (outcomes: { kind: string }[]) =>
    outcomes.reduce<Record<string, number>>((sum, { kind }) => ({ ...sum, [kind]: (sum[kind] ?? 0) + 1 }), {});

  it('appends what was decided and folds it back', async () => {
    expect(await stocked('s-first', 5)).toEqual({
      kind: 'appended',
      version: 1,
      shard: expect.any(Number),
      firstPos: expect.any(Number),
      lastPos: expect.any(Number),
      events: [{ type: 'Stocked', at: AT, data: { quantity: 5 } }],
    });
    const claimed = await f.store.execute(unit('s-first', 'claim', { type: 'Claim', by: 'h', times: 3 }));
    expect(claimed).toMatchObject({ kind: 'appended', version: 4 });
    expect(await f.store.load('s-first', stock)).toMatchObject({
      state: { left: 2, claims: 3 },
      version: 4,
      header: { id: 's-first', kind: 'stock', community: 'd-pudong/s-weifang/c-y', version: 4 },
    });
    const other = await f.another();
    expect(await other.load('s-first', stock)).toMatchObject({ state: { left: 2, claims: 3 }, version: 4 });
    expect(await other.load('s-none', stock)).toEqual({ state: stock.initial, version: 0 });
  });

  it('gives one unit to exactly one of 500 callers at once', async () => {
    await stocked('s-one', 1);
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, n) => f.store.execute(unit('s-one', `k-${n}`, { type: 'Claim', by: `h-${n}` }))),
    );
    expect(kinds(outcomes)).toEqual({ appended: 1, rejected: 499 });
    expect(outcomes.find(({ kind }) => kind === 'rejected')).toEqual({
      kind: 'rejected',
      code: 'sold-out',
      params: { left: 0 },
    });
  });

  it('gives one unit to exactly one of 500 callers of two processes', async () => {
    const other = await f.another();
    await stocked('s-two', 1);
    await other.load('s-two', stock);
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        (n % 2 ? f.store : other).execute(unit('s-two', `k-${n}`, { type: 'Claim', by: `h-${n}` })),
      ),
    );
    expect(kinds(outcomes)).toEqual({ appended: 1, rejected: 499 });
  });

  it('gives one key of 50 callers one effect and 50 equal answers', async () => {
    const other = await f.another();
    await stocked('s-key', 50);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        (n % 2 ? f.store : other).execute(unit('s-key', 'same', { type: 'Claim', by: 'h', times: 2 })),
      ),
    );
    expect(kinds(outcomes)).toEqual({ appended: 1, replayed: 49 });
    expect(new Set(outcomes.map((o) => JSON.stringify(Object.entries({ ...o, kind: '' }).sort()))).size).toBe(1);
    expect(await f.store.load('s-key', stock)).toMatchObject({ state: { claims: 2 }, version: 3 });
  });

  it('tells a key that comes again with another request or another actor', async () => {
    await stocked('s-reused', 5);
    const again = (more: object) => f.store.execute(unit('s-reused', 'stock', { type: 'Stock', quantity: 9 }, more));
    expect(await again({ requestHash: 'other' })).toEqual({ kind: 'key-reused' });
    expect(await again({ actor: 'a-2' })).toEqual({ kind: 'key-reused' });
    expect(await again({})).toMatchObject({ kind: 'replayed', version: 1 });
  });

  it('gives one of two writers with the same If-Match a stale answer', async () => {
    const other = await f.another();
    await stocked('s-match', 5);
    const outcomes = await Promise.all(
      [f.store, other].map((store, n) =>
        store.execute(unit('s-match', `k-${n}`, { type: 'Claim', by: 'h' }, { ifMatch: 1 })),
      ),
    );
    expect(kinds(outcomes)).toEqual({ appended: 1, stale: 1 });
    expect(outcomes.find(({ kind }) => kind === 'stale')).toEqual({ kind: 'stale', version: 2 });
  });

  it('answers 1,000 callers on one stream, in order and without a conflict', async () => {
    await stocked('s-hot', 1_000);
    const outcomes = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        f.store.execute(unit('s-hot', `k-${n}`, { type: 'Claim', by: `h-${n}` })),
      ),
    );
    expect(outcomes.map((o) => 'version' in o && o.version)).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 2));
  });

  it('asks callers to come back when too many wait', async () => {
    const small = await f.another({ streamQueueLimit: 10 });
    await stocked('s-full', 100);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) => small.execute(unit('s-full', `k-${n}`, { type: 'Claim', by: 'h' }))),
    );
    const { appended, overloaded } = kinds(outcomes);
    expect([appended! + overloaded!, overloaded! > 0]).toEqual([50, true]);
  });

  it('hides before it replays, replays before it refuses, and stores no refusal', async () => {
    await stocked('s-admit', 5);
    const admit = (refusal: unknown) =>
      f.store.execute(
        unit('s-admit', 'stock', { type: 'Stock', quantity: 5 }, { admit: () => ({ ok: false, refusal }) }),
      );
    expect(await admit({ kind: 'not-found' })).toEqual({ kind: 'refused', refusal: { kind: 'not-found' } });
    expect(await admit({ kind: 'refused' })).toMatchObject({ kind: 'replayed' });
    const refused = { admit: () => ({ ok: false as const, refusal: { kind: 'refused' } }) };
    const claim = (more = {}) => f.store.execute(unit('s-admit', 'new', { type: 'Claim', by: 'h' }, more));
    expect(await claim(refused)).toMatchObject({ kind: 'refused' });
    expect(await claim()).toMatchObject({ kind: 'appended', version: 2 });
  });

  it('says unchanged where nothing happened, and takes a command made from the state', async () => {
    expect(await stocked('s-none', 0)).toEqual({ kind: 'unchanged', version: 0 });
    const outcome = await f.store.execute(
      unit('s-made', 'k', (state, version) => ({ type: 'Stock', quantity: 7 + state.left + version })),
    );
    expect(outcome).toMatchObject({ kind: 'appended', events: [{ data: { quantity: 7 } }] });
  });

  it('fails the bad command alone', async () => {
    await stocked('s-bad', 10);
    const odd = {
      ...stock,
      decide: () => ({ kind: 'accepted' as const, events: [{ type: 'Foreign', at: AT, data: {} } as never] }),
    };
    const answers = await Promise.allSettled([
      f.store.execute(unit('s-bad', 'k-1', { type: 'Claim', by: 'h' })),
      f.store.execute(unit('s-bad', 'k-2', { type: 'Claim', by: 'h' }, { decider: odd })),
      f.store.execute(unit('s-bad', 'k-3', { type: 'Claim', by: 'h' })),
      f.store.execute(
        unit('s-bad', 'k-4', () => {
          throw new Error('a bug');
        }),
      ),
      f.store.execute(unit('s-bad', 'k-5', { type: 'Claim', by: 'h' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('refuses more events at once than one statement takes, and lets the others go on', async () => {
    await stocked('s-many', 2000);
    const claim = (key: string, times: number) =>
      f.store.execute(unit('s-many', key, { type: 'Claim', by: 'h', times }));
    const outcomes = await Promise.all([claim('k-1', 512), claim('k-2', 513), claim('k-3', 1)]);
    expect(outcomes).toMatchObject([
      { kind: 'appended' },
      { kind: 'too-many', events: 513, limit: 512 },
      { version: 514 },
    ]);
  });

  it('refuses a stream longer than can be folded again, up to its last event', async () => {
    const store = await f.another({ streamEventsLimit: 4 });
    await stocked('s-long', 9);
    const claim = (key: string, times = 1) => store.execute(unit('s-long', key, { type: 'Claim', by: 'h', times }));
    expect(await claim('k-1', 4)).toEqual({ kind: 'stream-full', limit: 4 });
    expect(await claim('k-2', 3)).toMatchObject({ kind: 'appended', version: 4 });
    expect(await claim('k-3')).toEqual({ kind: 'stream-full', limit: 4 });
    expect(await claim('k-2', 3)).toMatchObject({ kind: 'replayed', version: 4 });
    expect((await store.load('s-long', stock)).state).toEqual({ left: 6, claims: 3 });
  });

  it('refuses an event larger than the log keeps, by its bytes, and lets the others go on', async () => {
    await stocked('s-large', 5);
    const claim = (key: string, by: string) => f.store.execute(unit('s-large', key, { type: 'Claim', by }));
    const outcomes = await Promise.all([claim('k-1', 'h-1'), claim('k-2', '汉'.repeat(90_000)), claim('k-3', 'h-3')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['appended', 'too-large', 'appended']);
    expect(outcomes[1]).toMatchObject({ type: 'Claimed', limitBytes: 262_144 });
    expect(await f.store.load('s-large', stock)).toMatchObject({ state: { left: 3, claims: 2 }, version: 3 });
  });

  it('splits a batch that the database refuses until the bad unit is alone', async () => {
    await stocked('s-split', 50);
    // 2,147,483,648 does not fit the column of the policy version: SQLSTATE 22003.
    const bad = { admit: () => ({ ok: true as const, envelope: { ...envelope, policyVersion: 2 ** 31 } }) };
    const answers = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, n) =>
        f.store.execute(unit('s-split', `k-${n}`, { type: 'Claim', by: 'h' }, n === 7 ? bad : {})),
      ),
      ...Array.from({ length: 20 }, (_, n) =>
        f.store.execute(unit(`s-split-${n}`, `k`, { type: 'Stock', quantity: 1 })),
      ),
    ]);
    expect(answers.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([7]);
    expect(await f.store.load('s-split', stock)).toMatchObject({ state: { claims: 19 }, version: 20 });
  });

  it('upcasts on read and wakes listeners', async () => {
    const heard: number[] = [];
    const stop = f.store.onAppend((shard) => heard.push(shard));
    const done = await stocked('s-up', 5);
    stop();
    expect(done).toMatchObject({ kind: 'appended', shard: heard[0] });
    const newer = await f.another({
      eventTypes: { Stocked: 2, Claimed: 1 },
      upcasters: { Stocked: { 1: (data) => ({ quantity: (data as { quantity: number }).quantity * 10 }) } },
    });
    expect(await newer.load('s-up', stock)).toMatchObject({ state: { left: 50 } });
    await expect(f.another()).rejects.toMatchObject({ code: '55000' });
  });
});
