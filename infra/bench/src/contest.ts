import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchmarkContext } from './benchmark.js';
import type { Run } from './contender.js';
import { Contestant } from './contestant.js';
import type { Measured } from './row.js';

export interface Entry {
  name: string;
  role: Measured['role'];
  /** Below `dist` of the bench, or of its peers. */
  program: string;
  of?: 'peers';
  /** Asked by the program, which is then the same for all; below `dist` as well. */
  service?: string;
  kafka?: boolean;
  databases?: number;
}

/** Starts all, has them measured, and holds each to what it acknowledged; they end whatever happens. */
export async function contest<T>(
  context: BenchmarkContext,
  entries: Entry[],
  measure: (contestants: Contestant[]) => Promise<T>,
): Promise<T> {
  const started: Contestant[] = [];
  try {
    for (const entry of entries) started.push(await start(context, entry));
    const measured = await measure(started);
    for (const contestant of started) await contestant.verify();
    return measured;
  } finally {
    await Promise.all(started.map((contestant) => contestant.close()));
  }
}

async function start({ machine, root }: BenchmarkContext, entry: Entry): Promise<Contestant> {
  const { name, program, of, service } = entry;
  const own = fileURLToPath(new URL('.', import.meta.url));
  const folder = of === 'peers' ? join(root, 'infra/bench/peers/dist') : own;
  const place = await machine.place((service ?? program).replace(/\W+/g, '_'), entry);
  if (service === undefined) return Contestant.start(name, join(folder, program), place);
  return Contestant.start(name, join(own, program), { ...place, service: join(folder, service) });
}

export function measuredOf(entries: Entry[], runs: Map<string, Run[]>, value: (run: Run) => number): Measured[] {
  return entries
    .filter(({ name }) => runs.has(name))
    .map(({ name, role }) => ({ name, role, rounds: runs.get(name)!.map(value) }));
}

export const perSecond = ({ done, seconds }: Run): number => done / seconds;
