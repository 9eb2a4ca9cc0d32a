import type { Pool, Tx } from './types.js';

/**
 * One short transaction. A process that stops inside it loses its locks after three seconds, so a zombie frees its
 * successor; a lock it waits for is given up after two.
 */
export async function transaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The pool listens to its idle clients only: a connection the server ends between two statements would end us too.
  const onError = (error: Error) => void (broken = error);
  client.on('error', onError);
  try {
    await client.query(`begin; set local idle_in_transaction_session_timeout = '3s'; set local lock_timeout = '2s'`);
    const result = await work({
      query: async <Row>(sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows as Row[],
    });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** For single statements: each is its own transaction. */
export function direct(pool: Pool): Tx {
  return { query: async <Row>(sql: string, params: unknown[] = []) => (await pool.query(sql, params)).rows as Row[] };
}
