import { Client } from 'pg';
import type { DatabasePasswords } from '../keys.js';
import type { Cluster } from './cluster.js';
import { urlOf } from './cluster.js';

export const OWNER_ROLE = 'baogong_owner';
export const APP_ROLE = 'baogong_app';
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

/** One database per service, owned by a role that migrates and used by one that cannot change the past. */
export async function ensureDatabases(
  cluster: Cluster,
  passwords: DatabasePasswords,
  names: readonly string[],
): Promise<Map<string, DatabaseUrls>> {
  const databases = new Map(names.map((name) => [name, urlsOf(cluster.port, passwords, `baogong_${name}`)]));
  await makeDatabases(cluster.superuserUrl('postgres'), [...databases.values()]);
  return databases;
}

/** Makes what the addresses name, roles with their passwords included; what is there already is left as it is. */
export async function makeDatabases(superuserUrl: string, databases: readonly DatabaseUrls[]): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const { ownerUrl, appUrl } of databases) {
      const [owner, app] = [loginIn(ownerUrl), loginIn(appUrl)];
      for (const login of [owner, app]) await ensureRole(client, login);
      await ensureDatabase(client, { database: owner.database, owner: owner.role, app: app.role });
    }
  } finally {
    await client.end();
  }
}

type Login = { role: string; password: string; database: string };

export function loginIn(url: string): Login {
  const { username, password, pathname } = new URL(url);
  return {
    role: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

async function ensureRole(client: Client, { role, password }: Login): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${client.escapeIdentifier(role)} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
  );
}

type Named = { database: string; owner: string; app: string };

async function ensureDatabase(client: Client, named: Named): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [named.database]);
  if (rowCount !== 0) return;
  const [database, owner, app] = [named.database, named.owner, named.app].map((name) => client.escapeIdentifier(name));
  await client.query(`create database ${database} owner ${owner}`);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${app}`);
}

function urlsOf(port: number, passwords: DatabasePasswords, database: string): DatabaseUrls {
  return {
    ownerUrl: urlOf({ user: OWNER_ROLE, password: passwords.owner, port, database }),
    appUrl: urlOf({ user: APP_ROLE, password: passwords.app, port, database }),
  };
}
