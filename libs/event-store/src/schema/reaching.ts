import { trouble, type Trouble } from '@baogong/operation';
import pg from 'pg';

const CONNECT_MS = 5000;
/** Of the network, and of a server that is starting or stopping. */
const UNREACHABLE = /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|57P0\d|53300)$/;
const REFUSED = /^(28\w{3}|3D000|42501)$/;

/** What keeps us from a database, in words for people; undefined for any other fault. The password is never told. */
export function databaseTrouble(error: unknown, url: string): Trouble | undefined {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const where = placeOf(url);
  if (UNREACHABLE.test(code)) return trouble('database-unreachable', { where, code });
  if (/timeout|Connection terminated/.test(message))
    return trouble('database-unreachable', { where, code: 'time-out' });
  return REFUSED.test(code) ? trouble('database-refuses', { where, words: message }) : undefined;
}

/** Host, port and database, as they may be shown. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Runs the work with one connection of its own; what keeps us from the database is told as a trouble. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw databaseTrouble(error, url) ?? error;
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
