import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trouble } from '@baogong/operation';
import { z } from 'zod';

const file = z.object({ file: z.string(), bytes: z.number(), sha256: z.string() });
const head = z.object({ shard: z.number(), head: z.number(), digest: z.string() });
const table = file.extend({ table: z.string(), columns: z.array(z.string()), rows: z.number() });
const database = z.object({
  name: z.string(),
  migrations: z.array(z.string()),
  /** Parts of the idempotency table that hold rows. */
  periods: z.array(z.number()),
  heads: z.array(head),
  tables: z.array(table),
});
const manifest = z.object({
  format: z.number(),
  version: z.string(),
  made: z.string(),
  databases: z.array(database),
  /** Files of the key folder and of the data folder; empty in a backup without keys. */
  keys: z.array(file),
  others: z.array(file),
});

export type FileEntry = z.output<typeof file>;
export type ShardHead = z.output<typeof head>;
export type TableEntry = z.output<typeof table>;
export type DatabaseEntry = z.output<typeof database>;
export type Manifest = z.output<typeof manifest>;

export const FORMAT = 1;
const NAME = 'manifest.json';

/** Written last: a folder with a manifest holds a whole backup. */
export function writeManifest(folder: string, told: Manifest): void {
  const body = JSON.stringify(told, undefined, 1);
  writeFileSync(join(folder, NAME), JSON.stringify({ sha256: digestOf(body), body: told }, undefined, 1), {
    mode: 0o600,
    flush: true,
  });
}

export function readManifest(folder: string): Manifest {
  const path = join(folder, NAME);
  if (!existsSync(path)) throw trouble('backup-incomplete', { folder });
  const whole = z.object({ sha256: z.string(), body: z.unknown() }).safeParse(parsed(path));
  const sound = whole.success && digestOf(JSON.stringify(whole.data.body, undefined, 1)) === whole.data.sha256;
  if (!sound) throw trouble('backup-damaged', { what: `${NAME}: its SHA-256 is not the one it tells` });
  const { format = 0, version = '' } = whole.data.body as Partial<Manifest>;
  if (format > FORMAT) throw trouble('backup-newer', { version, what: `format ${format}` });
  return manifest.parse(whole.data.body);
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
