import type { Tx } from '@baogong/event-store';

/** Schemas of the model that is being made, and of the one before the last swap. */
export const BUILDING = 'rebuilding';
export const KEPT = 'kept';

/** `read.stock` in the schema asked for; a model's tables have different names, whatever their schemas. */
export const inSchema = (schema: string, table: string): string => `${schema}.${nameOf(table)}`;
const nameOf = (table: string): string => table.split('.')[1]!;
const schemaOf = (table: string): string => table.split('.')[0]!;

/** What a projection says about its tables, said about those of the same name elsewhere. */
export function elsewhere(tx: Tx, schema: string, tables: readonly string[]): Tx {
  const names = new RegExp(`\\b(?:${tables.map((table) => table.replace('.', '\\.')).join('|')})\\b`, 'g');
  return {
    query: (sql, params) =>
      tx.query(
        sql.replace(names, (table) => inSchema(schema, table)),
        params,
      ),
  };
}

/** Empty, with every column, check and index of the live ones; whatever a rebuild that was killed left there is gone. */
export async function createEmpty(tx: Tx, tables: readonly string[]): Promise<void> {
  await tx.query(`create schema if not exists ${BUILDING}`);
  for (const table of tables) {
    await tx.query(`drop table if exists ${inSchema(BUILDING, table)}`);
    await tx.query(`create table ${inSchema(BUILDING, table)} (like ${table} including all)`);
  }
}

/** Of all rows, in whatever order: two tables with the same rows have the same one. */
export async function digestOf(tx: Tx, schema: string | undefined, tables: readonly string[]): Promise<string> {
  const digests = [];
  for (const table of tables) {
    const [row] = await tx.query<{ digest: string }>(
      `select count(*) || ':' || coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint::numeric), 0) || ':' ||
         coalesce(sum(('x' || substr(md5(t::text), 16, 15))::bit(60)::bigint::numeric), 0) as digest
       from ${schema === undefined ? table : inSchema(schema, table)} t`,
    );
    digests.push(`${nameOf(table)}=${row!.digest}`);
  }
  return digests.join(' ');
}

/** The tables of `from` take the place of the live ones, with their rights and names; those become the kept ones. */
export async function exchange(tx: Tx, from: string, tables: readonly string[]): Promise<void> {
  await tx.query(`create schema if not exists ${KEPT}`);
  // Names of indexes are unique in a schema: the live ones have to be out of the way first.
  const away = from === KEPT ? BUILDING : KEPT;
  for (const table of tables) {
    const grants = await tx.query<{ text: string }>(GRANTS, [schemaOf(table), nameOf(table), table]);
    await tx.query(`drop table if exists ${inSchema(away, table)}`);
    await tx.query(`alter table ${table} set schema ${away}`);
    await tx.query(`alter table ${inSchema(from, table)} set schema ${schemaOf(table)}`);
    if (away !== KEPT) await tx.query(`alter table ${inSchema(away, table)} set schema ${KEPT}`);
    for (const { text } of [
      ...grants,
      ...(await tx.query<{ text: string }>(INDEXES, [table, inSchema(KEPT, table), schemaOf(table)])),
    ]) {
      await tx.query(text);
    }
  }
}

const GRANTS = `
  select format('grant %s on %s to %s', string_agg(privilege_type, ', '), $3::text,
    case grantee when 'PUBLIC' then 'public' else quote_ident(grantee) end) as text
  from information_schema.role_table_grants where table_schema = $1 and table_name = $2 group by grantee`;

/** A copied index has a name of the server's choice; a later migration speaks of it by that of the one it copies. */
const INDEXES = `
  with of as (
    select c.relname as name, i.indrelid = $1::regclass as live,
      row_number() over (partition by i.indrelid, d.text order by c.relname) as twin, d.text
    from pg_index i join pg_class c on c.oid = i.indexrelid
    cross join lateral (select regexp_replace(pg_get_indexdef(i.indexrelid), '^(CREATE (UNIQUE )?INDEX) \\S+ ON (ONLY )?\\S+',
      '\\1') as text) d
    where i.indrelid in ($1::regclass, $2::regclass)
  )
  select format('alter index %s.%I rename to %I', $3::text, fresh.name, old.name) as text
  from of fresh join of old on old.text = fresh.text and old.twin = fresh.twin and not old.live
  where fresh.live and fresh.name <> old.name`;
