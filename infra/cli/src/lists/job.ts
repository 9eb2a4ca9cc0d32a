import type { Acting, Answer, Refused } from '@baogong/client';
import type { Fault, SheetRow } from '@baogong/roster';
import type { Output } from '../command.js';
import { wordsOf } from './asking.js';

/** One list to be brought in. */
export interface ImportJob {
  rows: readonly SheetRow[];
  acting: Acting;
  community: string;
  /** Whether it is done, or only told. */
  apply: boolean;
  departures: boolean;
  /** Whether every change is told by its line, or the first of them. */
  all: boolean;
  output: Output;
}

/** What became of the lines; a line that was refused is one of the faults. */
export interface Outcome {
  faults: Fault[];
  /** Positions of what was written, so that a reading can wait for it. */
  positions: string[];
}

const FIRST = 20;

/** Says what is (to be) done with which lines. */
export function tellChanges(job: ImportJob, what: string, lines: string[]): void {
  if (lines.length === 0) return;
  const shown = job.all ? lines : lines.slice(0, FIRST);
  const rest = lines.length - shown.length;
  job.output.out(`${what}: ${lines.length}`);
  for (const line of shown) job.output.out(`  ${line}`);
  if (rest > 0) job.output.out(`  ... and ${rest} more (--all tells each)`);
}

/** Each bad line with its number, field and remedy; on stderr, so that they can be kept apart. */
export function tellFaults({ output }: ImportJob, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const lines = new Set(faults.map(({ line }) => line)).size;
  output.err(`Left out: ${lines} line(s)`);
  for (const { line, field, wrong, remedy } of [...faults].sort((a, b) => a.line - b.line)) {
    output.err(`  line ${line}, ${field}: ${wrong} -> ${remedy}`);
  }
}

/** Notes an answer: where it was written, or as a fault of its line. */
export function note<B>(outcome: Outcome, line: number, answer: Answer<B>): void {
  if (!answer.ok) outcome.faults.push(refusedLine(line, answer));
  else if (answer.position !== undefined) outcome.positions.push(answer.position);
}

function refusedLine(line: number, answer: Refused): Fault {
  const remedy =
    answer.status === 412
      ? 'somebody changed it meanwhile: bring the file in again'
      : 'put that right and bring it in again';
  return { line, field: `refused (${answer.problem.code})`, wrong: wordsOf(answer), remedy };
}

/** The latest position of each shard, in the few parts that a reading may wait for. */
export function latest(positions: readonly string[]): string[] {
  const heads = new Map<string, number>();
  for (const part of positions.flatMap((vector) => vector.split(','))) {
    const [shard = '', at = '0'] = part.trim().split('=');
    heads.set(shard, Math.max(heads.get(shard) ?? 0, Number(at)));
  }
  return [...heads].map(([shard, at]) => `${shard}=${at}`);
}
