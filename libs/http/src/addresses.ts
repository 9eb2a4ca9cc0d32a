import type { FastifyInstance } from 'fastify';
import { ADDRESS_ID_PATTERN } from './forms.js';
import { sendProblem } from './problem-filter.js';
import { malformed, Problem } from './problems.js';
import { FORBIDDEN_NAMES, isStorable } from './json-body.js';

const ID = new RegExp(ADDRESS_ID_PATTERN, 'u');

/** An id that nothing can have is not found, without asking a database that may stumble over it. */
export function checkAddresses(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const problem = problemOf(request.params, request.query);
    if (!problem || !request.routeOptions.url?.startsWith('/api/v1')) return;
    sendProblem(reply, problem);
    return reply;
  });
}

function problemOf(params: unknown, query: unknown): Problem | undefined {
  const ids = Object.values((params ?? {}) as Record<string, unknown>);
  if (ids.some((id) => !ID.test(String(id)))) return new Problem('not-found');
  const asked = Object.entries((query ?? {}) as Record<string, unknown>);
  const stray = asked.find(([name]) => FORBIDDEN_NAMES.has(name));
  if (stray) return malformed(`/${stray[0]}`, 'is not a field of this request', 'unknown-field');
  const wrong = asked.find(([, value]) => !isStorable(String(value)));
  return wrong && malformed(`/${wrong[0]}`, 'must be text without NUL characters', 'not-text');
}
