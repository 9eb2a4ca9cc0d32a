import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { trouble } from '@baogong/operation';
import { VERSION } from '@baogong/start';
import copyStreams from 'pg-copy-streams';
import { Chain, type Reading } from './chain.js';
import { openCut, type Client } from './cut.js';
import { writeRows } from './files.js';
import { keepFiles, OTHERS } from './key-files.js';
import { Lines } from './lines.js';
import { FORMAT, writeManifest, type DatabaseEntry, type Manifest, type ShardHead } from './manifest.js';
import { KEYS, type Places } from './places.js';
import { readingsOf } from './readings.js';
import { copyOut, EVENTS, tablesOf, type Table } from './tables.js';

export interface BackupOptions {
  places: Places;
  /** Made by the backup; must not be there. */
  target: string;
  /** The key folder of the installation; left out, the backup cannot be read without it. */
  keys: string | undefined;
  /** The data folder of an installation of our own. */
  data: string | undefined;
  say(line: string): void;
}
export type Backup = Manifest & { heldMs: number };

/** Everything of one moment, into a new folder that gets its name when it is whole. */
export async function backUp({ places, target, keys, data, say }: BackupOptions): Promise<Backup> {
  if (existsSync(target)) throw trouble('backup-exists', { folder: target });
  const folder = `${target}.part`;
  if (existsSync(folder)) throw trouble('backup-exists', { folder });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const cut = await openCut(places);
  try {
    const readings = new Map<string, Reading[]>();
    for (const [name, client] of cut.clients) {
      if (name !== KEYS) for (const [source, one] of await readingsOf(client, name)) add(readings, source, one);
    }
    const databases: DatabaseEntry[] = [];
    for (const [name, client] of cut.clients) {
      say(`Reading ${name} ...`);
      databases.push(await exportDatabase(client, { name, folder, readings: readings.get(name) ?? [] }));
    }
    const manifest = {
      ...{ format: FORMAT, version: VERSION, made: new Date().toISOString(), databases },
      keys: keys ? keepFiles(keys, join(folder, 'keys')) : [],
      others: data ? keepFiles(data, join(folder, 'data'), OTHERS) : [],
    };
    writeManifest(folder, manifest);
    renameSync(folder, target);
    return { ...manifest, heldMs: cut.heldMs };
  } finally {
    await cut.close();
  }
}

function add(readings: Map<string, Reading[]>, source: string, one: Reading[]): void {
  readings.set(source, [...(readings.get(source) ?? []), ...one]);
}

type Exporting = { name: string; folder: string; readings: readonly Reading[] };

async function exportDatabase(client: Client, exporting: Exporting): Promise<DatabaseEntry> {
  const { name, folder } = exporting;
  mkdirSync(join(folder, name), { mode: 0o700 });
  const heads = name === KEYS ? [] : await headsOf(client);
  const tables = [];
  for (const table of await tablesOf(client)) {
    tables.push(await exportTable(client, table, { ...exporting, heads }));
  }
  const [migrations, periods] = name === KEYS ? [[], []] : [await migrationsIn(client), await periodsIn(client)];
  return { name, migrations, periods, heads, tables };
}

async function exportTable(client: Client, table: Table, told: Exporting & { heads: ShardHead[] }) {
  const chain = table.table === EVENTS ? new Chain(told.name, table.columns, told.readings) : undefined;
  const lines = new Lines(chain && ((line) => chain.take(line)));
  const rows = client.query(copyStreams.to(copyOut(table)));
  const file = `${told.name}/${table.table.replaceAll('"', '')}.copy.gz`;
  const written = await writeRows(rows, lines, { folder: told.folder, file });
  chain?.finish(told.heads);
  return { ...table, ...written, rows: lines.rows };
}

export async function headsOf(client: Client): Promise<ShardHead[]> {
  const { rows } = await client.query<ShardHead>(
    `select shard, head::float8 as head, encode(head_digest, 'hex') as digest from es.shard order by shard`,
  );
  return rows;
}

async function migrationsIn(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by id');
  return rows.map(({ name }) => name);
}

async function periodsIn(client: Client): Promise<number[]> {
  const { rows } = await client.query<{ period: number }>(
    `select substring(c.relname from '[0-9]+$')::int as period from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'es.idempotency'::regclass order by 1`,
  );
  return rows.map(({ period }) => period);
}
