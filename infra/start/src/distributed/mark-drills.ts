import { eventStoreMigrations, markDrill, migrate } from '@baogong/event-store';
import pg from 'pg';
import type { DatabaseUrls } from '../postgres/databases.js';
import { loginIn } from '../postgres/databases.js';
import { trouble } from '@baogong/operation';

/** Before any service starts and writes its first event: a database with real ones never becomes a drill. */
export async function markDrills(databases: readonly DatabaseUrls[]): Promise<void> {
  await Promise.all(databases.map(markOne));
}

async function markOne({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> {
  const appRole = loginIn(appUrl).role;
  await migrate({ ownerUrl, appRole, migrations: eventStoreMigrations, partOfService: true });
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  try {
    await markDrill(pool);
  } catch (error) {
    if ((error as { code?: string }).code !== '55000') throw error;
    throw trouble('real-events', {});
  } finally {
    await pool.end();
  }
}
