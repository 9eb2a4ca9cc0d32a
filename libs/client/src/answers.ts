import type { components } from './interface.generated.js';

/** Problem details of RFC 9457 with this system's members: `code`, `traceId`, `retryable`, for duties also rule, basis, appeal. */
export type Problem = components['schemas']['Problem'];

/** What stands beside the body of every answer. */
export interface Told {
  status: number;
  /** The version to send back as `ifMatch`. */
  etag?: string;
  /** Where the command's events lie, to send as `after` with a read anywhere. */
  position?: string;
  /** The answer of an earlier request with the same key. */
  replayed: boolean;
}

export interface Done<B> extends Told {
  ok: true;
  body: B;
}

export interface Refused extends Told {
  ok: false;
  problem: Problem;
  /** Seconds, as Retry-After says. */
  retryAfterSeconds?: number;
}

/** A refusal is an answer, never thrown. */
export type Answer<B> = Done<B> | Refused;

/** As it came over the wire. */
export interface WireAnswer {
  status: number;
  /** @returns the header's value; undefined where it is missing */
  header(name: string): string | undefined;
  text: string;
}

/** @returns the answer in this interface's terms; a body that is no JSON, as a proxy may send, becomes a problem of its status */
export function answerOf<B>({ status, header, text }: WireAnswer): Answer<B> {
  const told: Told = { status, replayed: header('idempotent-replayed') === 'true' };
  const etag = header('etag');
  const position = header('baogong-position');
  if (etag !== undefined) told.etag = etag;
  if (position !== undefined) told.position = position;
  if (status >= 200 && status < 300) return { ...told, ok: true, body: (parsed(text) ?? {}) as B };
  const seconds = retryAfterOf(header('retry-after'));
  const problem = problemOf(status, parsed(text));
  return { ...told, ok: false, problem, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
}

/** @returns seconds of a Retry-After header, which is a number of seconds or a date (RFC 9110, 10.2.3) */
export function retryAfterOf(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}

function problemOf(status: number, body: unknown): Problem {
  const unknown = { type: 'about:blank', title: `HTTP ${status}`, detail: '', code: 'unknown', traceId: '' };
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return { ...unknown, retryable: status === 429 || status >= 500, ...given, status };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
