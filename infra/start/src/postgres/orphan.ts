import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive, waitUntilGone } from '../processes.js';
import { trouble } from '@baogong/operation';

const FAST_SHUTDOWN_MS = 6000;
const IMMEDIATE_SHUTDOWN_MS = 3000;

/**
 * An instance that was killed leaves its database running. It is stopped in order (its log is replayed if need be)
 * and started anew, so that there is one way in which a database of ours runs. Told whether there was one.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pid = postmasterOf(cluster);
  if (pid === undefined || !isAlive(pid)) return false;
  if (!servesFrom(pid, cluster)) {
    // The id belongs to another program by now; PostgreSQL would take it for a server of this folder.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return false;
  }
  await stopServer(pid);
  return true;
}

export async function stopServer(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
  ] as const) {
    send(pid, signal);
    if (await waitUntilGone(pid, patienceMs)) return;
  }
  throw trouble('database-not-stopping', { pid });
}

function postmasterOf(cluster: string): number | undefined {
  try {
    const [pid, folder] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    if (folder === undefined || realpathSync(folder) !== realpathSync(cluster)) return undefined;
    return Number(pid) > 1 ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

function servesFrom(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && (command.includes(cluster) || command.includes(realpathSync(cluster)));
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
