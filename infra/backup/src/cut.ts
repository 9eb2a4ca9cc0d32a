import { databaseTrouble } from '@baogong/event-store';
import { trouble } from '@baogong/operation';
import pg from 'pg';
import { KEYS, type Places } from './places.js';

export type Client = InstanceType<typeof pg.Client>;
/** One read-only transaction per database, all of one moment. */
export interface Cut {
  clients: ReadonlyMap<string, Client>;
  /** For how long commands had to wait. */
  heldMs: number;
  close(): Promise<void>;
}

const WAIT_SECONDS = 10;
const LOCK_TIMEOUT = '55P03';

/**
 * The moment: every append takes rows of es.shard for update, so while that table is locked no log grows, and no cursor
 * can pass a head that another database has not. The snapshots are fixed within it, some milliseconds; what is
 * read from them afterwards holds nobody up. Household keys come last: a person's key is made before the person.
 */
export async function openCut(places: Places): Promise<Cut> {
  const clients = await connectAll(places);
  const holders = await connectAll(new Map([...places].filter(([name]) => name !== KEYS)));
  const close = () => endAll(clients);
  try {
    for (const client of clients.values()) {
      await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; set idle_in_transaction_session_timeout = 0`);
    }
    const begun = performance.now();
    for (const holder of holders.values()) await holdStill(holder);
    for (const client of clients.values()) await fixSnapshot(client);
    await endAll(holders);
    return { clients, heldMs: performance.now() - begun, close };
  } catch (error) {
    await Promise.all([endAll(holders), close()]);
    throw error;
  }
}

async function holdStill(holder: Client): Promise<void> {
  try {
    await holder.query(`begin; set local lock_timeout = '${WAIT_SECONDS}s'; lock table es.shard in exclusive mode`);
  } catch (error) {
    throw (error as { code?: string }).code === LOCK_TIMEOUT
      ? trouble('backup-busy', { seconds: WAIT_SECONDS })
      : error;
  }
}

/** The moment is fixed by the first query, not by `begin`. */
async function fixSnapshot(client: Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  await client.query('select 1 from pg_class limit 1');
}

async function connectAll(places: Places): Promise<Map<string, Client>> {
  const clients = new Map<string, Client>();
  for (const [name, url] of places) {
    try {
      clients.set(name, await connect(url));
    } catch (error) {
      await endAll(clients);
      throw error;
    }
  }
  return clients;
}

export async function connect(url: string): Promise<Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw databaseTrouble(error, url) ?? error;
  }
}

async function endAll(clients: ReadonlyMap<string, Client>): Promise<void> {
  await Promise.allSettled([...clients.values()].map((client) => client.end()));
}
