import { createEventStore, eventStoreMigrations, migrate, type Envelope, type EventStore } from '@baogong/event-store';
import { instantOf } from '@baogong/kernel';
import pg from 'pg';
import type { Database } from './contender.js';

export const TERRITORY = 'd-pudong/s-weifang/c-y/b-07';

export const envelope: Envelope = {
  actor: 're-1',
  role: 'resident',
  rule: 'orders/place-order/resident',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'bench',
  causation: 'bench',
  drill: false,
};

export interface OpenLog {
  pool: pg.Pool;
  store: EventStore;
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

/** A log as a service has it: its own migrations, the application's role, eight connections. */
export async function openLog(
  { ownerUrl, appUrl, appRole }: Database,
  eventTypes: Record<string, number>,
  owner = 'orders',
): Promise<OpenLog> {
  await migrate({ ownerUrl, appRole, migrations: eventStoreMigrations });
  const pool = new pg.Pool({ connectionString: appUrl, max: 8 });
  const clock = { now: () => instantOf(Date.now()) };
  const store = await createEventStore({ pool, owner, clock, eventTypes });
  return {
    pool,
    store,
    count: async (table) => {
      const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      return rows[0]!.n;
    },
    async close() {
      await store.close(5000);
      await pool.end();
    },
  };
}

/** A table that the application's role may write. */
export async function createReadModel({ ownerUrl, appRole }: Database, name: string, statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`${statement}; grant select, insert, update on ${name} to ${appRole}`);
  await owner.end();
}
