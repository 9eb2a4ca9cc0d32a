import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** @returns the process of one part of the instance on this folder, where each part has one of its own and it runs */
export function pidOfPart(data: string, part: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8')) as Record<string, number>)[part];
  } catch {
    return undefined;
  }
}

/** kill -9; settles once the part runs again. */
export async function strikePart(data: string, part: string): Promise<void> {
  const pid = pidOfPart(data, part);
  if (pid === undefined) throw new Error(`${part} has no process to kill`);
  process.kill(pid, 'SIGKILL');
  await until(`${part} has risen again`, async () => {
    const next = pidOfPart(data, part);
    return next !== undefined && next !== pid ? true : undefined;
  });
}
