import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem-filter.js';
import { Problem } from './problems.js';

/**
 * An address that is known, asked by a method that it does not answer, is 405 with the methods it does. Call it before
 * routes are added, and after whatever must come first, such as the token.
 */
export function tellMethods(server: FastifyInstance): void {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    // A catch-all is no address.
    if (!/^\/?\*?$/.test(url)) routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = new Set(routes.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : [])));
    if (allowed.size === 0) return;
    void reply.header('allow', [...allowed].sort().join(', '));
    sendProblem(reply, new Problem('method-not-allowed'));
    return reply;
  });
}

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[^\w-]/g, '\\$&')))
      .join('/')}/?$`,
  );
