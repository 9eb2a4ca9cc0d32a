import { isDeepStrictEqual } from 'node:util';
import { migrationsOf } from '@baogong/commanding';
import { HOUSEHOLD_KEY_TABLES, migrate, migrationNames } from '@baogong/event-store';
import { trouble } from '@baogong/operation';
import { SERVICES } from '@baogong/start';
import copyStreams from 'pg-copy-streams';
import { connect, type Client } from './cut.js';
import { readRows } from './files.js';
import { Lines } from './lines.js';
import type { DatabaseEntry, Manifest, TableEntry } from './manifest.js';
import { KEYS, type Places } from './places.js';
import { beginRestore, finishRestore, requireEmpty } from './restore-marks.js';
import { copyIn } from './tables.js';
import { verifyBackup, verifyDatabases } from './verify.js';

export interface RestoreOptions {
  backup: string;
  places: Places;
  appRole: string;
  say(line: string): void;
}
type Migrations = ReturnType<typeof migrationsOf>;

/** A backup that this version can read whole, before anything is changed. */
export async function readableBackup(backup: string, say: (line: string) => void): Promise<Manifest> {
  const manifest = await verifyBackup(backup, say);
  for (const { name, migrations } of manifest.databases) {
    const known = new Set(migrationNames(name === KEYS ? [] : knownMigrations(name)));
    const stranger = migrations.find((one) => !known.has(one));
    if (stranger) throw trouble('backup-newer', { version: manifest.version, what: `${name}: ${stranger}` });
  }
  return manifest;
}

/** Into empty databases only. Each is marked before its first table and until all are whole, so that a half one is found. */
export async function restoreDatabases(manifest: Manifest, options: RestoreOptions): Promise<void> {
  const { places, say } = options;
  await requireEmpty(places, manifest.made);
  await beginRestore(places, manifest.made);
  for (const database of manifest.databases) {
    say(`Restoring ${database.name} ...`);
    await restoreDatabase(database, options);
  }
  const verified = await verifyDatabases(places, say);
  for (const { name, heads } of verified) {
    const expected = manifest.databases.find((one) => one.name === name)?.heads;
    if (!isDeepStrictEqual(heads, expected)) throw trouble('chain-broken', { where: `${name}, after the restore` });
  }
  await finishRestore(places);
}

async function restoreDatabase(database: DatabaseEntry, { backup, places, appRole }: RestoreOptions): Promise<void> {
  const ownerUrl = places.get(database.name) ?? '';
  const migrations = database.name === KEYS ? [] : knownMigrations(database.name);
  const then = migrations.filter((Each) => database.migrations.includes(migrationNames([Each])[0] ?? ''));
  if (database.name !== KEYS) await migrate({ ownerUrl, appRole, migrations: then, restoring: true });
  const client = await connect(ownerUrl);
  try {
    if (database.name === KEYS) await client.query(HOUSEHOLD_KEY_TABLES);
    await client.query('begin');
    await loadTables(client, backup, database);
    await client.query('commit');
  } finally {
    await client.end();
  }
  // What this version added since; the rows are brought forward as an upgrade would.
  if (database.name !== KEYS) await migrate({ ownerUrl, appRole, migrations, restoring: true });
}

async function loadTables(client: Client, backup: string, { name, tables, periods }: DatabaseEntry): Promise<void> {
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}`);
  for (const period of periods) await ensurePeriod(client, period);
  for (const table of tables) await loadTable(client, backup, table);
  // Whoever published this log before must not go on with it: a new epoch, and nobody's lease.
  if (name !== KEYS) {
    await client.query(`update es.relay set epoch = epoch + 1, holder = '', held_until = '-infinity';
      update es.shard set epoch = epoch + 1`);
  }
}

async function loadTable(client: Client, backup: string, table: TableEntry): Promise<void> {
  const target = client.query(copyStreams.from(copyIn(table)));
  await readRows(backup, table, [new Lines(), target]);
}

async function ensurePeriod(client: Client, period: number): Promise<void> {
  const part = `es.idempotency_${period}`;
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [part]);
  if (rows[0]?.there) return;
  await client.query(`create table ${part} (like es.idempotency including all);
    alter table es.idempotency attach partition ${part} for values from (${period}) to (${period + 1})`);
}

function knownMigrations(service: string): Migrations {
  const definition = SERVICES.find(({ name }) => name === service);
  return definition ? migrationsOf(definition) : [];
}
