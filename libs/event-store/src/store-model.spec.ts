import fc from 'fast-check';
import { fixture, stock, unit, type Fixture, type StockCommand } from '../test/fixture.js';
import type { EventStore } from './types.js';

const STREAMS = 3;

interface Ask {
  stream: number;
  key: number;
  command: StockCommand;
  ifMatch: number | undefined;
}
interface Books {
  left: number;
  claims: number;
  version: number;
  /** What each key led to, by what it asked. */
  keys: Map<string, { asked: string; version: number }>;
}

const command: fc.Arbitrary<StockCommand> = fc.oneof(
  fc.record({ type: fc.constant('Stock' as const), quantity: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ type: fc.constant('Claim' as const), by: fc.constant('h'), times: fc.integer({ min: 1, max: 2 }) }),
);
const ask: fc.Arbitrary<Ask> = fc.record({
  stream: fc.nat({ max: STREAMS - 1 }),
  key: fc.nat({ max: 7 }),
  command,
  ifMatch: fc.option(fc.nat({ max: 4 }), { nil: undefined, freq: 4 }),
});
/** What is asked at once, and of which of two processes. */
const rounds = fc.array(fc.record({ second: fc.boolean(), asks: fc.array(ask, { minLength: 1, maxLength: 8 }) }), {
  maxLength: 4,
});

/** One command after the other on a few numbers: what the lanes must come to, however they batch, cache and try again. */
function answerOf(books: Books, { key, command: asked, ifMatch }: Ask): { kind: string; version?: number } {
  const text = JSON.stringify(asked);
  const known = books.keys.get(String(key));
  if (known) return known.asked === text ? { kind: 'replayed', version: known.version } : { kind: 'key-reused' };
  if (ifMatch !== undefined && ifMatch !== books.version) return { kind: 'stale', version: books.version };
  if (asked.type === 'Stock') {
    if (asked.quantity === 0) return { kind: 'unchanged', version: books.version };
    books.left += asked.quantity;
    books.version += 1;
  } else {
    const times = asked.times ?? 1;
    if (books.left < times) return { kind: 'rejected' };
    books.left -= times;
    books.claims += times;
    books.version += times;
  }
  books.keys.set(String(key), { asked: text, version: books.version });
  return { kind: 'appended', version: books.version };
}

describe('the lanes of two processes', () => {
  let f: Fixture;
  let stores: [EventStore, EventStore];
  let run = 0;

  beforeAll(async () => {
    f = await fixture('model');
    stores = [f.store, await f.another()];
  }, 60_000);
  afterAll(() => f.close());

  it('L2 L3: answer as one command after the other would be, and leave versions and positions without a hole', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        run += 1;
        const name = (stream: number) => `model-${run}-${stream}`;
        const books = Array.from({ length: STREAMS }, (): Books => ({
          left: 0,
          claims: 0,
          version: 0,
          keys: new Map(),
        }));
        for (const { second, asks } of all) {
          const expected = asks.map((each) => answerOf(books[each.stream]!, each));
          const outcomes = await Promise.all(
            asks.map(({ stream, key, command: asked, ifMatch }) => {
              const more = ifMatch === undefined ? {} : { ifMatch };
              const requestHash = JSON.stringify(asked);
              return stores[second ? 1 : 0].execute(unit(name(stream), `k-${key}`, asked, { requestHash, ...more }));
            }),
          );
          expect(outcomes).toMatchObject(expected);
        }
        for (const [stream, { left, claims, version }] of books.entries()) {
          const loaded = await stores[0].load(name(stream), stock);
          expect([loaded.state, loaded.version]).toEqual([{ left, claims }, version]);
        }
      }),
      { numRuns: 30 },
    );
    const { rows } = await f.pool.query(
      `select h.shard from es.shard h where h.head <> (select count(*) from es.event e where e.shard = h.shard)
       union all select s.shard from es.stream s
       where s.version <> (select count(*) from es.event e where e.shard = s.shard and e.stream = s.id)`,
    );
    expect(rows).toEqual([]);
  });
});
