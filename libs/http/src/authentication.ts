import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problem-filter.js';
import { Problem } from './problems.js';

/** The same shape as TokenVerifier of libs/identity. */
export interface Verifier {
  verify(token: string): Promise<{ ok: true; actor: string } | { ok: false; reason: string }>;
}

const actors = new WeakMap<object, string>();
const CLOSED_PREFIX = '/api/v1';

/**
 * Everything under /api/v1 is closed unless a token opens it: before a body is read, and whether or not the route
 * remembers to ask for its caller.
 */
export function closeApi(server: FastifyInstance, verifier: Verifier): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!isClosed(request.url)) return;
    const problem = await authenticate(request, verifier);
    if (!problem) return;
    sendProblem(reply, problem);
    return reply;
  });
}

export function actorOf(request: FastifyRequest): string {
  const actor = actors.get(request.raw);
  if (actor === undefined) throw new Problem('not-authenticated');
  return actor;
}

async function authenticate(request: FastifyRequest, verifier: Verifier): Promise<Problem | undefined> {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return new Problem('not-authenticated');
  const verified = await verifier.verify(token);
  if (!verified.ok) return new Problem('not-authenticated', { code: `token-${verified.reason}` });
  actors.set(request.raw, verified.actor);
  return undefined;
}

// The router decodes a path before it matches: '/%61pi/v1' must not be an open door.
function isClosed(url: string): boolean {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURI(path)
      .replace(/\/{2,}/g, '/')
      .toLowerCase()
      .startsWith(CLOSED_PREFIX);
  } catch {
    return true;
  }
}
