import pg from 'pg';

export type Rows<T> = Promise<T[]>;
/** Addresses for their owner, by service. */
export type Databases = Record<string, string>;

const IDLE_MS = 1000;
const pools = new Map<string, pg.Pool>();

export async function query<T extends object>(url: string, text: string, params: unknown[]): Rows<T> {
  return (await poolOf(url).query<T>(text, params)).rows;
}

/** Its connections end by themselves soon after the last question; one to a database that was killed is given up. */
function poolOf(url: string): pg.Pool {
  const known = pools.get(url);
  if (known) return known;
  const pool = new pg.Pool({ connectionString: url, max: 2, idleTimeoutMillis: IDLE_MS, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  pools.set(url, pool);
  return pool;
}
