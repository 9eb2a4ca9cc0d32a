import { seeAnswer } from './answers-seen.js';

export interface Request {
  method?: string;
  /** Below /api/v1 unless it begins with a slash. */
  path: string;
  headers?: Record<string, string>;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
}

export interface Raw {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown>;
}

const LIMIT_MS = 30_000;

/** No retry, no key, no header that was not asked for: for requests that are wrong on purpose. */
export async function send(address: string, { method = 'GET', path, headers = {}, body }: Request): Promise<Raw> {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const asked = path.startsWith('/') ? path : `/api/v1/${path}`;
  const response = await fetch(`${address}${asked}`, {
    method,
    headers: { ...json, ...headers },
    signal: AbortSignal.timeout(LIMIT_MS),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status, headers: told } = response;
  seeAnswer({ method, path: asked, status, text, type: told.get('content-type') ?? '' });
  return { status, headers: told, text, body: parsed(text) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
