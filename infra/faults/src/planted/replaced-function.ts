import type { LedgerOptions, Service } from '@baogong/ledger';
import pg from 'pg';
import { edited } from './edits.js';

/** A piece of a function in the databases of services, and what stands in its place. */
export interface Replacement {
  services: readonly Service[];
  function: string;
  text: string;
  instead: string;
}

export async function replaceIn(databases: LedgerOptions['databases'], replacement: Replacement): Promise<void> {
  for (const service of replacement.services) {
    const client = new pg.Client({ connectionString: databases[service] });
    await client.connect();
    try {
      const { rows } = await client.query<{ source: string }>('select pg_get_functiondef($1::regproc) as source', [
        replacement.function,
      ]);
      await client.query(edited(rows[0]?.source ?? '', { ...replacement, module: replacement.function }));
    } finally {
      await client.end();
    }
  }
}
