import type { Machine } from './machine.js';
import type { Row } from './row.js';

export interface BenchmarkContext {
  machine: Machine;
  root: string;
  quick: boolean;
  say(text: string): void;
}

/** @throws Error on a fault, or where what is stored is not what was acknowledged */
export interface Benchmark {
  id: string;
  run(context: BenchmarkContext): Promise<Row[]>;
}
