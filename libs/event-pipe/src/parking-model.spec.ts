import { jest } from '@jest/globals';
import { shardOf } from '@baogong/event-store';
import fc from 'fast-check';
import { startConsumers } from './consuming/start-consumers.js';
import type { Projection, StartedConsumers } from './consumers.js';
import type { EventRecord } from './port.js';
import { openLog, upTo, type Log } from '../test/fixture.js';
import { scriptedPipe } from '../test/scripted-pipe.js';

jest.setTimeout(60_000);

const SHARD = 3;
const STREAMS = upTo(500)
  .map((n) => `s-${n}`)
  .filter((stream) => shardOf(stream) === SHARD)
  .slice(0, 3);
const LENGTH = 18;

type Step =
  | { does: 'deliver'; from: number; count: number }
  | { does: 'mend'; pos: number }
  | { does: 'settle'; stream: number; end: 'replayed' | 'skipped' }
  | { does: 'restart' };

const position = fc.integer({ min: 1, max: LENGTH });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('deliver' as const), from: position, count: fc.nat({ max: 9 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('mend' as const), pos: position }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('settle' as const),
      stream: fc.nat({ max: STREAMS.length - 1 }),
      end: fc.constantFrom('replayed' as const, 'skipped' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'restart' as const }) },
);

/** One event after the other: what becomes of each, whatever is delivered how often and in which order. */
class Model {
  cursor = 0;
  readonly applied: number[] = [];
  readonly skipped = new Set<number>();
  parked: number[] = [];

  constructor(
    private readonly streamAt: (pos: number) => string,
    readonly bad: Set<number>,
  ) {}

  /** Whatever is missing before it is fetched from the producer. */
  reach(to: number): void {
    while (this.cursor < to) {
      const pos = ++this.cursor;
      if (this.bad.has(pos) || this.firstOf(this.streamAt(pos)) !== undefined) this.parked.push(pos);
      else this.applied.push(pos);
    }
  }

  firstOf(stream: string): number | undefined {
    return this.parked.find((pos) => this.streamAt(pos) === stream);
  }

  settle(stream: string, end: 'replayed' | 'skipped'): void {
    if (end === 'skipped') this.skipped.add(this.take(this.firstOf(stream)!));
    for (let next = this.firstOf(stream); next !== undefined && !this.bad.has(next); next = this.firstOf(stream)) {
      this.applied.push(this.take(next));
    }
  }

  private take(pos: number): number {
    this.parked = this.parked.filter((each) => each !== pos);
    return pos;
  }
}

describe('cursor and parking', () => {
  let producer: Log;
  let own: Log;
  let log: EventRecord[];
  let run = 0;

  beforeAll(async () => {
    [producer, own] = await Promise.all([openLog('producer'), openLog('consumer')]);
    for (const n of upTo(LENGTH)) await producer.write(STREAMS[(n * 7 + (n % 4)) % STREAMS.length]!, `${n}`);
    log = await scriptedPipe(producer.store).log(SHARD);
  });
  afterAll(() => Promise.all([producer.close(), own.close()]));

  const modelOf = (name: string, bad: ReadonlySet<number>): Projection => ({
    name,
    source: 'orders',
    handles: ['Written'],
    apply: async (tx, records) => {
      for (const { shard, pos, stream, data } of records) {
        if (bad.has(pos)) throw new TypeError('no such thing');
        const row = [name, 'orders', shard, pos, stream, JSON.stringify(data)];
        await tx.query('insert into public.seen values ($1, $2, $3, $4, $5, $6)', row);
      }
    },
  });
  const appliedBy = async (name: string) => {
    const sql = 'select pos::int from public.seen where consumer = $1 order by ctid';
    return (await own.pool.query<{ pos: number }>(sql, [name])).rows.map(({ pos }) => pos);
  };
  const parkedBy = async (name: string) => {
    const sql = `select pos::int from es.parked where consumer = $1 and status = 'parked' order by pos`;
    return (await own.pool.query<{ pos: number }>(sql, [name])).rows.map(({ pos }) => pos);
  };
  const ofEachStream = (positions: number[]) =>
    STREAMS.map((stream) => positions.filter((pos) => log[pos - 1]!.stream === stream));

  it('L10: leave each event applied once, parked or left out, those of one stream in order', async () => {
    const faults = fc.uniqueArray(position, { maxLength: 4 });
    const steps = fc.array(step, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(faults, steps, async (bad, all) => {
        const name = `model-${++run}`;
        const model = new Model((pos) => log[pos - 1]!.stream, new Set(bad));
        const pipe = scriptedPipe(producer.store);
        const options = { service: 'inventory' as const, pool: own.pool, pipe, ownStore: own.store };
        const start = () => startConsumers({ ...options, consumers: [modelOf(name, model.bad)] });
        let consuming: StartedConsumers = await start();
        const take = async (each: Step): Promise<void> => {
          if (each.does === 'deliver') {
            const batch = log.slice(each.from - 1, each.from + each.count);
            await pipe.deliver(batch);
            model.reach(batch.at(-1)!.pos);
          } else if (each.does === 'mend') {
            model.bad.delete(each.pos);
          } else if (each.does === 'settle') {
            const pos = model.firstOf(STREAMS[each.stream]!);
            if (pos === undefined) return;
            const key = { consumer: name, source: 'orders', shard: SHARD, pos };
            await consuming.settle({ ...key, end: each.end, by: 'a-1' });
            model.settle(STREAMS[each.stream]!, each.end);
          } else {
            await consuming.close();
            consuming = await start();
          }
        };
        for (const each of all) {
          await take(each);
          expect(await parkedBy(name)).toEqual([...model.parked].sort((a, b) => a - b));
          expect(ofEachStream(await appliedBy(name))).toEqual(ofEachStream(model.applied));
          expect(model.applied.length + model.parked.length + model.skipped.size).toBe(model.cursor);
        }
        await consuming.close();
      }),
      { numRuns: 8 },
    );
  });
});
