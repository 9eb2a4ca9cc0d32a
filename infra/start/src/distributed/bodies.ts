import type { IncomingHttpHeaders } from 'node:http';
import { finished } from 'node:stream/promises';
import { acceptJsonOnly, Problem } from '@baogong/http';
import { safeParse } from 'fast-content-type-parse';
import type { FastifyInstance } from 'fastify';

export const BODY_LIMIT_BYTES = 262_144;
export const BODILESS = new Set(['GET', 'HEAD']);
/** What speaks of a body, and must not be handed on without one. */
const OF_A_BODY = ['content-length', 'content-type', 'transfer-encoding'];

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

export function withoutBody(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_A_BODY.includes(name)));
}

/**
 * A body is taken whole before it is handed on: a service that answers before it has read all of a body that still
 * flows would leave the connection unusable, and the next request on it without an answer.
 */
export function takeBodiesWhole(server: FastifyInstance): void {
  acceptJsonOnly(server);
  // Nobody reads the body of a GET; left in the connection, it cuts the answer off.
  server.addHook('onRequest', async ({ method, headers, raw }) => {
    if (!BODILESS.has(method) || !hasBody(headers)) return;
    if (Number(headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) throw new Problem('body-too-large');
    raw.resume();
    await finished(raw, { writable: false }).catch(() => undefined);
  });
  // The proxy reads the type once more, and breaks on what it cannot read.
  server.addHook('preHandler', async ({ headers, body }) => {
    const type = headers['content-type'];
    if (body && type && safeParse(type).type === '') throw new Problem('unsupported-media-type');
  });
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
