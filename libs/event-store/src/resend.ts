import type { Pool } from './types.js';

export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

const REPLY_MS = 5_000;
const GIVE_UP_MS = 12_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Runs one autocommit statement until it is answered. A lost connection does not tell whether the server had committed,
 * so only statements that change nothing the second time may come here: reads, and appends with their keys.
 */
export async function answered<Row>(pool: Pool, statement: Statement): Promise<Row[]> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const query = { ...statement, query_timeout: REPLY_MS };
      return (await pool.query(query)).rows as Row[];
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random());
      if (pool.ending || !isPassing(error) || performance.now() + pause > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Classes 22 and 23: the fault lies in one unit of the batch. */
export function isBadData(error: unknown): boolean {
  return /^2[23]/.test(sqlStateOf(error) ?? '');
}

/** A lost or refused connection, a server that starts or stops, a full one, a deadlock: another try may succeed. */
function isPassing(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state === undefined) return error instanceof Error && !(error instanceof TypeError);
  return /^(08|53|57|40|55P03)/.test(state);
}

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code) ? code : undefined;
}
