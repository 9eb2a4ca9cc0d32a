import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive, waitUntilGone } from '../processes.js';

/** Name of the part -> process id; a part that is just being started again is missing. */
export type ProcessList = Record<string, number>;

const GONE_MS = 3000;

const fileIn = (data: string): string => join(data, 'processes.json');

/** For operators and tests: who is who among the processes of the instance on this folder. */
export function writeProcesses(data: string, processes: Record<string, number | undefined>): void {
  writeFileSync(`${fileIn(data)}.new`, JSON.stringify(processes, undefined, 2), { mode: 0o600 });
  renameSync(`${fileIn(data)}.new`, fileIn(data));
}

export function removeProcesses(data: string): void {
  rmSync(fileIn(data), { force: true });
}

/** Services that outlived an instance which was killed. Only under the lock of the folder. */
export async function endLeftovers(data: string, mark: string): Promise<void> {
  const ours = Object.entries(read(data)).filter(
    ([name, pid]) => name !== 'broker' && isAlive(pid) && commandOf(pid).includes(mark),
  );
  for (const [, pid] of ours) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    await waitUntilGone(pid, GONE_MS);
  }
  removeProcesses(data);
}

function read(data: string): ProcessList {
  try {
    return JSON.parse(readFileSync(fileIn(data), 'utf8')) as ProcessList;
  } catch {
    return {};
  }
}
