import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Benchmark, BenchmarkContext } from '../benchmark.js';
import { Contestant } from '../contestant.js';
import type { Order, Run } from '../contender.js';
import { alternate } from '../rounds.js';
import { rowOf, type Measured, type Row } from '../row.js';

const ROLES = { ours: 'ours', emmett: 'peer', typeorm: 'peer', copy: 'limit' } as const;
type Name = keyof typeof ROLES;

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
  async run(context) {
    const contestants = await startAll(context);
    try {
      const rows: Row[] = [];
      for (const one of CASES) rows.push(...(await measure(context, contestants, one)));
      for (const contestant of contestants) await contestant.verify();
      return rows;
    } finally {
      await Promise.all(contestants.map((contestant) => contestant.close()));
    }
  },
};

async function startAll({ machine, root }: BenchmarkContext): Promise<Contestant[]> {
  const peers = join(root, 'infra/bench/peers/dist');
  const programs: Record<Name, string> = {
    ours: fileURLToPath(new URL('ours.js', import.meta.url)),
    emmett: join(peers, 'append-emmett.js'),
    typeorm: join(peers, 'append-typeorm.js'),
    copy: fileURLToPath(new URL('copy.js', import.meta.url)),
  };
  const started: Contestant[] = [];
  for (const [name, program] of Object.entries(programs)) {
    started.push(await Contestant.start(name, program, await machine.place(`append_${name}`)));
  }
  return started;
}

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
      measured: measuredOf(runs, ({ done, seconds }) => done / seconds),
      targets: one.targets,
    }),
  ];
  if (one.p99AtMost === undefined) return rows;
  runs.delete('copy');
  const p99 = rowOf({
    ...{ id: 'B1', what: `${what}, p99`, unit: 'ms', conditions, better: 'less' },
    measured: measuredOf(runs, ({ p99Ms }) => p99Ms),
    targets: { atMost: one.p99AtMost },
  });
  return [...rows, p99];
}

function measuredOf(runs: Map<string, Run[]>, value: (run: Run) => number): Measured[] {
  return [...runs].map(([name, all]) => ({ name, role: ROLES[name as Name], rounds: all.map(value) }));
}
