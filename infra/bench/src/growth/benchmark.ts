import type { Benchmark, BenchmarkContext } from '../benchmark.js';
import { contest, perSecond, type Entry } from '../contest.js';
import type { Order } from '../contender.js';
import type { Contestant } from '../contestant.js';
import { alternate } from '../rounds.js';
import { rowOf, type Row } from '../row.js';

const PROGRAM = 'growth/ours.js';
const SMALL = { name: '0.1 M events', events: 100_000 };
const MILLION = { name: '1 M events', events: 1_000_000 };
const FIVE_MILLION = { name: '5 M events', events: 5_000_000 };
const AT_LEAST = 0.9;
const ORDERS: Record<string, Partial<Order>> = {
  append: { callers: 64 },
  tail: { callers: 16 },
  'catch up': { callers: 1 },
};
const UNITS: Record<string, string> = { append: 'commands', tail: 'reads', 'catch up': 'events' };

/** The same work on a small log and on large ones, in turn: a log may grow for years. */
export const growthBenchmark: Benchmark = {
  id: 'B8',
  run(context) {
    const sizes = context.quick ? [SMALL, MILLION] : [SMALL, MILLION, FIVE_MILLION];
    const entries = sizes.map(({ name }): Entry => ({ name, role: 'limit', program: PROGRAM }));
    return contest(context, entries, async (contestants) => {
      for (const [nth, { events, name }] of sizes.entries()) {
        context.say(`B8  laying ${name}`);
        await contestants[nth]!.run({ callers: 1, events: 1, seconds: 0, work: 'lay', amount: events });
      }
      const rows: Row[] = [];
      for (const work of Object.keys(ORDERS)) rows.push(...(await measure(context, contestants, work)));
      return rows;
    });
  },
};

async function measure(context: BenchmarkContext, contestants: Contestant[], work: string): Promise<Row[]> {
  const { quick, machine, say } = context;
  const seconds = quick ? 2 : 4;
  const rounds = quick ? 3 : 5;
  say(`B8  ${work}`);
  const order = { events: 1, seconds, callers: 1, ...ORDERS[work], work };
  const runs = await alternate(machine, contestants, { order, rounds });
  const [small, ...large] = [...runs].map(([name, all]) => ({ name, rounds: all.map(perSecond) }));
  return large.map(({ name, rounds: reached }) =>
    rowOf({
      ...{ id: 'B8', what: `${work} with ${name} in the log`, unit: `${UNITS[work]} a second`, better: 'more' },
      conditions: `${quick ? 'quick: ' : ''}${rounds} rounds of ${seconds} s`,
      measured: [
        { name: 'ours', role: 'ours', rounds: reached },
        { ...small!, role: 'limit' },
      ],
      targets: { [small!.name]: AT_LEAST },
    }),
  );
}
