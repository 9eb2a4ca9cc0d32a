import { acceptJsonOnly, Problem } from '@baogong/http';
import { safeParse } from 'fast-content-type-parse';
import type { FastifyInstance } from 'fastify';

export const BODY_LIMIT_BYTES = 262_144;

/**
 * A body is taken whole before it is handed on: a service that answers before it has read all of a body that still
 * flows would leave the connection unusable, and the next request on it without an answer.
 */
export function takeBodiesWhole(server: FastifyInstance): void {
  acceptJsonOnly(server);
  // The proxy reads the type once more, and breaks on what it cannot read.
  server.addHook('preHandler', async ({ headers, body }) => {
    const type = headers['content-type'];
    if (body && type && safeParse(type).type === '') throw new Problem('unsupported-media-type');
  });
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
