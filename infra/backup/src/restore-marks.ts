import { placeOf } from '@baogong/event-store';
import { trouble } from '@baogong/operation';
import { connect, type Client } from './cut.js';
import type { Places } from './places.js';

type Mark = { backup: string; finished: boolean };

/** Empty, or holding what an unfinished restore has left in all of them: that is taken away. */
export async function requireEmpty(places: Places, backup: string): Promise<void> {
  const found = new Map<string, { mark: Mark | undefined; empty: boolean }>();
  for (const [name, url] of places) found.set(name, await within(url, stateOf));
  const unfinished = [...found.values()].some(({ mark }) => mark && !mark.finished);
  for (const [name, { mark, empty }] of found) {
    const url = places.get(name) ?? '';
    if (empty && !mark) continue;
    if (!mark || !unfinished || (mark.finished && mark.backup !== backup)) {
      throw trouble('restore-not-empty', { where: placeOf(url) });
    }
    await within(url, clear);
  }
}

/** All are marked before the first one is filled. */
export async function beginRestore(places: Places, backup: string): Promise<void> {
  for (const url of places.values()) {
    await within(url, async (client) => {
      await client.query('create table if not exists public.restore (backup text not null, finished_at timestamptz)');
      await client.query('insert into public.restore (backup) values ($1)', [backup]);
    });
  }
}

export async function finishRestore(places: Places): Promise<void> {
  for (const url of places.values()) {
    await within(url, (client) => client.query('update public.restore set finished_at = now()'));
  }
}

async function stateOf(client: Client): Promise<{ mark: Mark | undefined; empty: boolean }> {
  const { rows: tables } = await client.query<{ table: string }>(
    `select format('%s.%s', n.nspname, c.relname) as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  );
  const marked = tables.some(({ table }) => table === 'public.restore');
  const { rows } = marked
    ? await client.query<Mark>(
        'select backup, finished_at is not null as finished from public.restore order by finished_at nulls first limit 1',
      )
    : { rows: [] };
  return { mark: rows[0], empty: tables.length === (marked ? 1 : 0) };
}

async function clear(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace
     where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`,
  );
  for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
  await client.query('drop table if exists public.migration, public.restore');
}

async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
