import { openKeys } from './keys.js';
import { openLogs } from './logs.js';
import { startCluster } from './postgres/cluster.js';
import { ensureDatabases } from './postgres/databases.js';
import { SERVICE_NAMES } from './services.js';

/** Starts only the database of a data folder whose lock is held, and stops it after the work; addresses as their owner. */
export async function withStoppedDatabases<T>(
  data: string,
  work: (places: ReadonlyMap<string, string>) => Promise<T>,
): Promise<T> {
  const { databasePasswords } = openKeys(data);
  const cluster = await startCluster({ data, logFolder: openLogs(data).folder, passwords: databasePasswords });
  try {
    const databases = await ensureDatabases(cluster, databasePasswords, [...SERVICE_NAMES, 'keys']);
    return await work(new Map([...databases].map(([name, { ownerUrl }]) => [name, ownerUrl])));
  } finally {
    await cluster.stop();
  }
}
