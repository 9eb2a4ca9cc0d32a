import { trouble, type Trouble } from '@baogong/operation';
import type { Client } from 'pg';
import { placeOf, withDatabase } from './reaching.js';

type Row = Record<string, string | null>;
type Migrations = readonly (new () => { name?: string })[];

const CLOCK_TOLERANCE_MS = 120_000;

export const migrationNames = (migrations: Migrations): string[] =>
  migrations.map((Each) => new Each().name ?? Each.name);

/** Before anything is changed: data of a newer version, or of a restore that was broken off, is left as it is. */
export async function refuseForeignData(ownerUrl: string, migrations: Migrations): Promise<void> {
  await withDatabase(ownerUrl, async (client) => {
    const found = await dataTrouble(client, { where: placeOf(ownerUrl), migrations });
    if (found) throw found;
  });
}

export async function dataTrouble(
  client: Client,
  { where, migrations }: { where: string; migrations: Migrations },
): Promise<Trouble | undefined> {
  if (await isThere(client, 'public.restore')) {
    const { rowCount } = await client.query('select 1 from public.restore where finished_at is null');
    if (rowCount) return trouble('restore-unfinished', { where });
  }
  if (!(await isThere(client, 'public.migration'))) return undefined;
  const known = new Set(migrationNames(migrations));
  const { rows } = await client.query<Row>('select name from public.migration order by id');
  const newer = rows.find(({ name }) => !known.has(name ?? ''));
  return newer && trouble('data-newer', { where, what: newer['name'] ?? '' });
}

/** What is stored of a key is enough to know it again, and of no use to find it. */
export interface KeyCheck {
  /** Key name -> fingerprint of what was given now. */
  fingerprints: Readonly<Record<string, string>>;
  /** Fingerprints that may take the place of another; master keys, which wrap others, never change. */
  accepted: readonly string[];
}

/** Notes keys seen for the first time, refuses others than those it began with. */
export async function keyTrouble(
  client: Client,
  where: string,
  { fingerprints, accepted }: KeyCheck,
): Promise<Trouble | undefined> {
  for (const [key, given] of Object.entries(fingerprints)) {
    const taken = accepted.includes(given) && !key.endsWith('-master');
    const { rows } = await client.query<Row>(
      `insert into es.key_fingerprint as old (key, fingerprint) values ($1, $2)
       on conflict (key) do update set fingerprint = case when $3 then excluded.fingerprint else old.fingerprint end
       returning fingerprint`,
      [key, given, taken],
    );
    const stored = rows[0]?.['fingerprint'] ?? '';
    if (stored !== given) return trouble('wrong-key', { key, where, stored, given });
  }
  return undefined;
}

/** The machine's time against the database's and against the newest event; in a drill the clock is moved on purpose. */
export async function clockTrouble(client: Client): Promise<Trouble | undefined> {
  const before = Date.now();
  const { rows } = await client.query<{ now: number; newest: number | null }>(
    `select extract(epoch from clock_timestamp()) * 1000 as now,
       (select max(extract(epoch from e.recorded_at)) * 1000 from es.shard h
        join es.event e on e.shard = h.shard and e.pos = h.head, es.installation i where not i.drill) as newest`,
  );
  const ours = (before + Date.now()) / 2;
  const [now, newest] = [Number(rows[0]?.now), Number(rows[0]?.newest ?? 0)];
  const instant = (millis: number): string => new Date(millis).toISOString();
  const told = (other: number, than: string) =>
    trouble('clock-off', { ours: instant(ours), other: instant(other), than });
  if (Math.abs(now - ours) > CLOCK_TOLERANCE_MS) return told(now, 'the clock of the database');
  return newest - ours > CLOCK_TOLERANCE_MS ? told(newest, 'the newest event of the log') : undefined;
}

/** After the migrations and before the first command: the clock, then the keys. */
export async function requireSound(ownerUrl: string, keys: KeyCheck): Promise<void> {
  await withDatabase(ownerUrl, async (client) => {
    const found = (await clockTrouble(client)) ?? (await keyTrouble(client, placeOf(ownerUrl), keys));
    if (found) throw found;
  });
}

async function isThere(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  return rows[0]?.there === true;
}
