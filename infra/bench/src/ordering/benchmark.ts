import type { Benchmark, BenchmarkContext } from '../benchmark.js';
import { contest, measuredOf, perSecond, type Entry } from '../contest.js';
import type { Run } from '../contender.js';
import type { Contestant } from '../contestant.js';
import { alternate } from '../rounds.js';
import { median, rowOf, type Row } from '../row.js';

const PROGRAM = 'ordering/traffic.js';
const ENTRIES: Entry[] = [
  { name: 'ours', role: 'ours', program: PROGRAM, service: 'ordering/our-service.js', databases: 4 },
  { name: 'plain', role: 'peer', program: PROGRAM, service: 'order-plain.js', of: 'peers' },
  { name: 'copy', role: 'limit', program: PROGRAM, service: 'ordering/copy-service.js' },
];
const CONNECTIONS = [64, 512];
const P99_AT_MOST_MS = 50;

/** Whole orders over HTTP; the client is the same for all, on the same two cores. */
export const orderingBenchmark: Benchmark = {
  id: 'B6',
  run: (context) =>
    contest(context, ENTRIES, async (contestants) => {
      const rows: Row[] = [];
      let most = new Map<string, Run[]>();
      for (const connections of CONNECTIONS) {
        const runs = await closed(context, contestants, connections);
        if (connections === CONNECTIONS[0]) most = runs;
        rows.push(throughput(context, connections, runs), memory(connections, runs));
      }
      return [...rows, await latency(context, contestants, most)];
    }),
};

const lengthOf = ({ quick }: BenchmarkContext) => ({ seconds: quick ? 2 : 4, rounds: quick ? 3 : 5 });

function closed({ machine, say, ...context }: BenchmarkContext, contestants: Contestant[], callers: number) {
  const { seconds, rounds } = lengthOf({ machine, say, ...context });
  say(`B6  ${callers} connections`);
  return alternate(machine, contestants, { order: { callers, events: 1, seconds }, rounds });
}

function conditionsOf(context: BenchmarkContext): string {
  const { seconds, rounds } = lengthOf(context);
  return `${context.quick ? 'quick: ' : ''}${rounds} rounds of ${seconds} s; 1,000 households`;
}

function throughput(context: BenchmarkContext, connections: number, runs: Map<string, Run[]>): Row {
  return rowOf({
    ...{ id: 'B6', what: `whole order over HTTP, ${connections} connections`, unit: 'orders a second', better: 'more' },
    conditions: conditionsOf(context),
    measured: measuredOf(ENTRIES, runs, perSecond),
    targets: { plain: 3, copy: 0.3 },
  });
}

function memory(connections: number, runs: Map<string, Run[]>): Row {
  return rowOf({
    ...{ id: 'B6', what: `the same, resident memory at its peak, ${connections} connections`, unit: 'MB' },
    ...{ conditions: 'of the process that serves, since its start', better: 'less', targets: {} },
    measured: measuredOf(ENTRIES, runs, ({ peakMb }) => peakMb ?? 0),
  });
}

/** Each at half of what it did at most with as many connections; only ours has a target. */
async function latency(context: BenchmarkContext, all: Contestant[], most: Map<string, Run[]>): Promise<Row> {
  const callers = CONNECTIONS[0]!;
  const { seconds, rounds } = lengthOf(context);
  const runs = new Map<string, Run[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of all.filter(({ name }) => name !== 'copy')) {
      const rate = Math.floor(median(most.get(contestant.name)!.map(perSecond)) / 2);
      await context.machine.settle();
      const run = await contestant.run({ callers, events: 1, seconds, rate });
      runs.set(contestant.name, [...(runs.get(contestant.name) ?? []), run]);
    }
  }
  return rowOf({
    ...{ id: 'B6', what: `the same at half of the maximum rate, open loop, p99`, unit: 'ms', better: 'less' },
    conditions: conditionsOf(context),
    measured: measuredOf(ENTRIES, runs, ({ p99Ms }) => p99Ms),
    targets: { atMost: P99_AT_MOST_MS },
  });
}
