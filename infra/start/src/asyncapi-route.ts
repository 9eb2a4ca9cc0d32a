import { asyncApi } from '@baogong/contracts';
import { SHARDS } from '@baogong/event-store';
import type { FastifyInstance } from 'fastify';

/** The document of the events, beside the one of the interface. */
export function addAsyncApi(server: FastifyInstance, version: string): void {
  server.get('/api/docs/asyncapi.json', () => asyncApi({ version, shards: SHARDS }));
}
