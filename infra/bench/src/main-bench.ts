import { conditions, withSection } from '@baogong/drill';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appendBenchmark } from './append/benchmark.js';
import type { Benchmark } from './benchmark.js';
import { commandBenchmark } from './commands/benchmark.js';
import { consumeBenchmark } from './consuming/benchmark.js';
import { growthBenchmark } from './growth/benchmark.js';
import { Machine } from './machine.js';
import { orderingBenchmark } from './ordering/benchmark.js';
import { parseOptions, USAGE, type BenchOptions } from './options.js';
import { preparePeers } from './peers.js';
import { recoveryBenchmark } from './recovery/benchmark.js';
import { relayBenchmark } from './relaying/benchmark.js';
import type { Row } from './row.js';
import { tableOf } from './table.js';

const BENCHMARKS: Benchmark[] = [
  appendBenchmark,
  commandBenchmark,
  relayBenchmark,
  consumeBenchmark,
  orderingBenchmark,
  recoveryBenchmark,
  growthBenchmark,
];

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

/** @returns the exit code: 0 measured, whether or not the targets are met; 1 a fault; 2 options that cannot be read */
export async function run(argv: readonly string[], root: string): Promise<number> {
  let options: BenchOptions;
  try {
    options = parseOptions(
      argv,
      BENCHMARKS.map(({ id }) => id),
    );
  } catch (failure) {
    complain(`${(failure as Error).message}\n\n${USAGE}`);
    return 2;
  }
  try {
    preparePeers(root);
    const rows = await measureAll(options, root);
    say(`\n${tableOf(rows)}`);
    if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(rows, null, 2)}\n`);
    return 0;
  } catch (failure) {
    complain(`The bench could not be run to its end: ${(failure as Error).stack}`);
    return 1;
  }
}

async function measureAll(options: BenchOptions, root: string): Promise<Row[]> {
  const machine = await Machine.start();
  try {
    const all: Row[] = [];
    for (const benchmark of BENCHMARKS.filter(({ id }) => options.only.includes(id))) {
      const rows = await benchmark.run({ machine, root, quick: options.quick, say });
      if (options.record) record(root, benchmark.id, rows);
      all.push(...rows);
    }
    return all;
  } finally {
    await machine.stop();
  }
}

function record(root: string, id: string, rows: Row[]): void {
  const document = join(root, 'docs/figures.md');
  const section = `## \`npm run bench -- --only ${id}\`\n\n${conditions(new Date())}.\n\n\`\`\`text\n${tableOf(rows)}\n\`\`\``;
  writeFileSync(document, withSection(readFileSync(document, 'utf8'), `bench ${id}`, section));
}
