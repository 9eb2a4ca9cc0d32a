import { acceptJsonOnly } from '@baogong/http';
import type { FastifyInstance } from 'fastify';

export const BODY_LIMIT_BYTES = 262_144;

/**
 * A body is taken whole before it is handed on: a service that answers before it has read all of a body that still
 * flows would leave the connection unusable, and the next request on it without an answer.
 */
export function takeBodiesWhole(server: FastifyInstance): void {
  acceptJsonOnly(server);
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
