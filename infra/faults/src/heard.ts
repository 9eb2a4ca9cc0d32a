import type { Finding, LedgerOptions, Service } from '@baogong/ledger';
import { SERVICES } from '@baogong/ledger';
import pg from 'pg';

interface Cursor {
  consumer: string;
  source: Service;
  shard: number;
  pos: number;
}

const EXAMPLES = 5;

/** L10 from plain SQL: each consumer of each log is at its end, and no event is parked. */
export async function heardAll(databases: LedgerOptions['databases']): Promise<Finding> {
  const heads = new Map<string, number>();
  const faults: string[] = [];
  let checked = 0;
  for (const service of SERVICES) {
    const rows = await asked<{ shard: number; head: number }>(
      databases[service],
      'select shard::int, head::float8 as head from es.shard',
    );
    for (const { shard, head } of rows) heads.set(`${service}:${shard}`, head);
  }
  for (const service of SERVICES) {
    const cursors = await asked<Cursor>(
      databases[service],
      'select consumer, source, shard::int, pos::float8 as pos from es.cursor',
    );
    const parked = await asked<{ consumer: string; stream: string; pos: number }>(
      databases[service],
      `select consumer, stream, pos::float8 as pos from es.parked where status = 'parked'`,
    );
    for (const { consumer, source, shard, pos } of cursors.filter((cursor) => heads.has(placeOf(cursor)))) {
      checked += 1;
      const head = heads.get(placeOf({ source, shard }));
      if (pos !== head) faults.push(`${service} ${consumer} is at ${pos} of ${head} in ${source}:${shard}`);
    }
    for (const { consumer, stream, pos } of parked)
      faults.push(`${service} ${consumer} has parked ${stream} at ${pos}`);
  }
  return { id: 'L10', checked, broken: faults.length, examples: faults.slice(0, EXAMPLES) };
}

const placeOf = ({ source, shard }: Pick<Cursor, 'source' | 'shard'>): string => `${source}:${shard}`;

async function asked<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}
