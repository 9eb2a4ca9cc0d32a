import { Redelivery } from './port.js';

/** SQLSTATE classes of a database that is away, stopping, out of means, or in conflict with others. */
const TRANSIENT_CLASSES = new Set(['08', '40', '53', '55', '57', '58']);
const TRANSIENT_STATES = new Set(['25006', '25P03']);
const NETWORK_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOTFOUND|UND_ERR)/;
const LOST_CONNECTION =
  /connection (terminated|ended|error)|timeout exceeded when trying to connect|query read timeout|client was closed|pool after calling end/i;

/**
 * A transient failure passes by itself: the shard waits and tries again. Every other one comes back with the same
 * event each time, so that event is parked. An error may say of itself that it is `transient`.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof Redelivery) return true;
  if (!(error instanceof Error)) return false;
  if ('transient' in error) return error.transient === true;
  return isAway(error) || (error.cause !== undefined && isTransient(error.cause));
}

function isAway(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.length === 5 && (TRANSIENT_CLASSES.has(code.slice(0, 2)) || TRANSIENT_STATES.has(code))) return true;
  return NETWORK_CODES.test(code) || LOST_CONNECTION.test(error.message);
}

/** Doubles from 100 ms to 5 s, half of it by chance: many shards must not come back at the same moment. */
export function backOffMs(failures: number): number {
  return Math.min(5000, 100 * 2 ** Math.min(failures - 1, 6)) * (0.5 + Math.random() / 2);
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
