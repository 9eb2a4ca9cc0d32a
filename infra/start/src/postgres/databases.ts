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
  const client = new Client({ connectionString: cluster.superuserUrl('postgres') });
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, passwords.owner);
    await ensureRole(client, APP_ROLE, passwords.app);
    for (const name of names) await ensureDatabase(client, `baogong_${name}`);
  } finally {
    await client.end();
  }
  return new Map(names.map((name) => [name, urlsOf(cluster.port, passwords, `baogong_${name}`)]));
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
  );
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return;
  await client.query(`create database ${database} owner ${OWNER_ROLE}`);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
}

function urlsOf(port: number, passwords: DatabasePasswords, database: string): DatabaseUrls {
  return {
    ownerUrl: urlOf({ user: OWNER_ROLE, password: passwords.owner, port, database }),
    appUrl: urlOf({ user: APP_ROLE, password: passwords.app, port, database }),
  };
}
