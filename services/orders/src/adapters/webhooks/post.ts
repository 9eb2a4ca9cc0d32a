import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { hostOf, isRefusedAddress, urlMistake, type ReceiverRules } from '../../application/webhook-url.js';

export type Outcome = { ok: true; status: number } | { ok: false; status?: number; error: string };
export interface Poster {
  post(message: { url: string; headers: Record<string, string>; body: string }, signal: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}
export interface PosterOptions extends ReceiverRules {
  /** For the whole exchange: name, connection, answer. */
  timeoutMs: number;
  lookup?: typeof systemLookup;
}

const HEADER_MAX_BYTES = 16_384;
const IDLE_MS = 1000;

class RefusedAddress extends Error {
  readonly code = 'REFUSED_ADDRESS';
}

/** Follows no redirect, reads no body, and connects to addresses that were checked and to no others. */
export function createPoster({ timeoutMs, lookup = systemLookup, ...rules }: PosterOptions): Poster {
  const agent = new Agent({
    connect: { lookup: checkedLookup(lookup, rules), timeout: timeoutMs },
    maxHeaderSize: HEADER_MAX_BYTES,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
  });
  return {
    async post({ url, headers, body }, signal) {
      const mistake = urlMistake(url, rules);
      // A literal address is connected to without any lookup.
      const literal = hostOf(new URL(url));
      if (mistake !== undefined || (isIP(literal) !== 0 && isRefusedAddress(literal, rules))) {
        return { ok: false, error: 'address-refused' };
      }
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
        const answer = await request(url, { dispatcher: agent, method: 'POST', headers, body, signal: within });
        answer.body.on('error', () => undefined).destroy();
        return outcomeOf(answer.statusCode);
      } catch (error) {
        return { ok: false, error: codeOf(error) };
      }
    },
    close: () => agent.destroy(),
  };
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { ok: true, status };
  if (status >= 300 && status < 400) return { ok: false, status, error: 'redirected' };
  return { ok: false, status, error: status === 410 ? 'gone' : 'refused-by-receiver' };
}

/**
 * The socket gets exactly the addresses that were looked at, so a name that answers otherwise a moment later changes
 * nothing; a name with one refused address among good ones is refused whole.
 */
function checkedLookup(lookup: typeof systemLookup, rules: ReceiverRules): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      if (addresses.length === 0 || addresses.some(({ address }) => isRefusedAddress(address, rules))) {
        return callback(new RefusedAddress('the receiver lies where nobody is called'), '');
      }
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

const ERRORS: Record<string, string> = {
  REFUSED_ADDRESS: 'address-refused',
  ENOTFOUND: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
};

/** A stable code: what a receiver or its host says is not repeated. */
function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { code?: string } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timed-out';
  return ERRORS[code ?? cause?.code ?? ''] ?? 'no-answer';
}
