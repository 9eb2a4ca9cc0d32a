import { Problem } from '@baogong/http';
import type { FastifyInstance } from 'fastify';

export const BODY_LIMIT_BYTES = 262_144;

/**
 * A body is taken whole before it is handed on: a service that answers before it has read all of a body that still
 * flows would leave the connection unusable, and the next request on it without an answer.
 */
export function takeBodiesWhole(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      const value: unknown = JSON.parse(text.toString());
      // Written out again on the way; as an object of its own, for `null` would count as no body at all.
      done(null, { toJSON: () => value });
    } catch {
      done(new Problem('malformed-request'));
    }
  });
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
