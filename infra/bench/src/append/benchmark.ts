import type { Benchmark, BenchmarkContext } from '../benchmark.js';
import { contest, measuredOf, perSecond, type Entry } from '../contest.js';
import type { Order } from '../contender.js';
import type { Contestant } from '../contestant.js';
import { alternate } from '../rounds.js';
import { rowOf, type Row } from '../row.js';

const ENTRIES: Entry[] = [
  { name: 'ours', role: 'ours', program: 'append/ours.js' },
  { name: 'emmett', role: 'peer', program: 'append-emmett.js', of: 'peers' },
  { name: 'typeorm', role: 'peer', program: 'append-typeorm.js', of: 'peers' },
  { name: 'copy', role: 'limit', program: 'append/copy.js' },
];

interface Case {
  callers: number;
  events: number;
  targets: Record<string, number>;
  p99AtMost?: number;
}

const CASES: Case[] = [
  { callers: 1, events: 1, targets: { emmett: 1 } },
  { callers: 16, events: 1, targets: {} },
  { callers: 64, events: 1, targets: { emmett: 8 }, p99AtMost: 15 },
  { callers: 512, events: 1, targets: { copy: 0.45 } },
  { callers: 64, events: 3, targets: {} },
];

/** Commands a second that are durable when they are answered, each caller on a stream of its own. */
export const appendBenchmark: Benchmark = {
  id: 'B1',
  run: (context) =>
    contest(context, ENTRIES, async (contestants) => {
      const rows: Row[] = [];
      for (const one of CASES) rows.push(...(await measure(context, contestants, one)));
      return rows;
    }),
};

async function measure(context: BenchmarkContext, all: Contestant[], one: Case): Promise<Row[]> {
  const { quick, machine, say } = context;
  const { callers, events } = one;
  // COPY has no callers: where it is no target it would only take time.
  const contestants = all.filter(({ name }) => name !== 'copy' || 'copy' in one.targets);
  const order: Order = { callers, events, seconds: quick ? 1 : 4 };
  const rounds = quick ? 3 : 5;
  say(`B1  ${callers} callers, ${events} events a command`);
  const runs = await alternate(machine, contestants, { order, rounds });
  const conditions = `${quick ? 'quick: ' : ''}${rounds} rounds of ${order.seconds} s`;
  const what = `append, ${callers} callers, ${events} events a command`;
  const rows = [
    rowOf({
      ...{ id: 'B1', what, unit: 'commands a second', conditions, better: 'more' },
      measured: measuredOf(ENTRIES, runs, perSecond),
      targets: one.targets,
    }),
  ];
  if (one.p99AtMost === undefined) return rows;
  runs.delete('copy');
  const p99 = rowOf({
    ...{ id: 'B1', what: `${what}, p99`, unit: 'ms', conditions, better: 'less' },
    measured: measuredOf(ENTRIES, runs, ({ p99Ms }) => p99Ms),
    targets: { atMost: one.p99AtMost },
  });
  return [...rows, p99];
}
