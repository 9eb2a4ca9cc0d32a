import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeCluster } from './postgres/cluster.js';

// By name: a folder given by mistake loses nothing of its owner's.
const OURS = ['keys', 'log', 'sample.json', 'kafka', 'processes.json', 'memory-short', 'restore.json'];

/** Only under the lock of the folder. */
export async function removeAll(data: string): Promise<void> {
  await removeCluster(data);
  for (const name of OURS) rmSync(join(data, name), { recursive: true, force: true });
}
