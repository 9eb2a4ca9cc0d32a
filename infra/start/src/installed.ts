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
  return addressesOf(data, SERVICE_NAMES);
}

/** The same with the database of the household keys, which has no log. */
export function installedDatabasesWithKeys(data: string): Record<string, string> {
  return addressesOf(data, [...SERVICE_NAMES, 'keys']);
}

function addressesOf(data: string, names: readonly string[]): Record<string, string> {
  const pidFile = join(clusterFolder(data, databaseUser()), 'postmaster.pid');
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE]);
  const password = openKeys(data).databasePasswords.owner;
  return Object.fromEntries(
    names.map((name) => [name, urlOf({ user: OWNER_ROLE, password, port, database: `baogong_${name}` })]),
  );
}
