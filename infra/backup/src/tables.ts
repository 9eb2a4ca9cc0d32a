import type { Client } from './cut.js';

export interface Table {
  /** With its schema. */
  table: string;
  columns: string[];
}

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as table, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'rebuilding', 'kept')
    and not (n.nspname = 'public' and c.relname in ('migration', 'restore'))
    and not (n.nspname = 'es' and c.relname = 'replica')
  group by n.nspname, c.relname order by n.nspname, c.relname`;

/** Every table with rows of ours; what migrations, restores and running replicas note of themselves is not among them, nor
 * what rebuilds made or put aside.  */
export async function tablesOf(client: Client): Promise<Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}

/** The log in its order, so that its chain can be followed; the others as they lie. */
export function copyOut({ table, columns }: Table): string {
  const order = table === EVENTS ? ' order by shard, pos' : '';
  return `copy (select ${quoted(columns)} from ${table}${order}) to stdout`;
}

export const copyIn = ({ table, columns }: Table): string => `copy ${table} (${quoted(columns)}) from stdin`;

export const EVENTS = 'es.event';
export const CURSORS = 'es.cursor';

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
