import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import copyStreams from 'pg-copy-streams';
import { trouble } from '@baogong/operation';
import { headsOf } from './back-up.js';
import { Chain, type Reading } from './chain.js';
import { openCut, type Client } from './cut.js';
import { readRows } from './files.js';
import { requireWhole } from './key-files.js';
import { fieldsOf, Lines } from './lines.js';
import { readManifest, type DatabaseEntry, type Manifest, type ShardHead, type TableEntry } from './manifest.js';
import { KEYS, type Places } from './places.js';
import { readingsOf } from './readings.js';
import { copyOut, CURSORS, EVENTS, tablesOf } from './tables.js';

type Say = (line: string) => void;
export interface Verified {
  name: string;
  events: number;
  heads: ShardHead[];
}

/** Every file of a backup against the manifest, every chain from its rows, every cursor against the log it reads. */
export async function verifyBackup(folder: string, say: Say): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const entry of [...manifest.keys, ...manifest.others]) requireWhole(folder, entry);
  const readings = new Map<string, Reading[]>();
  for (const database of manifest.databases) await collectReadings(folder, database, readings);
  for (const database of manifest.databases) {
    say(`Checking ${database.name} ...`);
    for (const table of database.tables) await verifyTable(folder, table, { database, readings });
  }
  return manifest;
}

async function collectReadings(folder: string, { name, tables }: DatabaseEntry, readings: Map<string, Reading[]>) {
  const table = tables.find((one) => one.table === CURSORS);
  if (!table) return;
  const take = (line: string): void => {
    const fields = fieldsOf(line);
    const field = (column: string): string => fields[table.columns.indexOf(column)] ?? '';
    const source = field('source');
    const known = readings.get(source) ?? [];
    readings.set(source, known);
    const reader = `${field('consumer')} of ${name}`;
    known.push({ reader, shard: Number(field('shard')), pos: Number(field('pos')), digest: field('digest') });
  };
  await readRows(folder, table, [new Lines(take), nowhere()]);
}

type Verifying = { database: DatabaseEntry; readings: ReadonlyMap<string, Reading[]> };

async function verifyTable(folder: string, table: TableEntry, { database, readings }: Verifying): Promise<void> {
  const { name, heads } = database;
  const chain = table.table === EVENTS ? new Chain(name, table.columns, readings.get(name)) : undefined;
  const lines = new Lines(chain && ((line) => chain.take(line)));
  await readRows(folder, table, [lines, nowhere()]);
  if (lines.rows !== table.rows) {
    throw trouble('backup-damaged', { what: `${table.file} has ${lines.rows} rows, not ${table.rows}` });
  }
  chain?.finish(heads);
}

/** The same of databases that run or lie still; of one moment, so that they may be at work. */
export async function verifyDatabases(places: Places, say: Say): Promise<Verified[]> {
  const cut = await openCut(places);
  try {
    const services = [...cut.clients].filter(([name]) => name !== KEYS);
    const readings = new Map<string, Reading[]>();
    for (const [name, client] of services) {
      for (const [source, one] of await readingsOf(client, name)) {
        readings.set(source, [...(readings.get(source) ?? []), ...one]);
      }
    }
    const verified: Verified[] = [];
    for (const [name, client] of services) {
      say(`Checking ${name} ...`);
      verified.push(await verifyLog(client, name, readings.get(name)));
    }
    return verified;
  } finally {
    await cut.close();
  }
}

async function verifyLog(client: Client, name: string, readings: Reading[] | undefined): Promise<Verified> {
  const heads = await headsOf(client);
  const table = (await tablesOf(client)).find((one) => one.table === EVENTS);
  if (!table) throw trouble('chain-broken', { where: `${name}, which has no log` });
  const chain = new Chain(name, table.columns, readings);
  const lines = new Lines((line) => chain.take(line));
  await pipeline(client.query(copyStreams.to(copyOut(table))), lines, nowhere());
  chain.finish(heads);
  return { name, events: lines.rows, heads };
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
