import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeys } from './keys.js';
import { clusterFolder, databaseUser } from './postgres/binaries.js';
import { OWNER_ROLE } from './postgres/databases.js';
import { urlOf } from './postgres/cluster.js';
import { SERVICE_NAMES } from './services.js';

const PORT_LINE = 3;

/** Where the databases of the instance that runs on this folder answer, for tools of its operator; by service. */
export function installedDatabases(data: string): Record<string, string> {
  const pidFile = join(clusterFolder(data, databaseUser()), 'postmaster.pid');
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE]);
  const password = openKeys(data).databasePasswords.owner;
  return Object.fromEntries(
    [...SERVICE_NAMES, 'keys'].map((name) => [
      name,
      urlOf({ user: OWNER_ROLE, password, port, database: `baogong_${name}` }),
    ]),
  );
}
