import { Batcher } from '@baogong/event-store';
import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import { connectForCopies, copyRows } from '../append/copying.js';
import { serve } from './serving.js';

const CONNECTIONS = 2;
const ROWS = 512;

/** What HTTP and PostgreSQL leave when a service does nothing: parse, COPY with whoever else waits, answer. */
serve(async (place) => {
  const clients = await connectForCopies(place, CONNECTIONS);
  const free = [...clients];
  let last = 0;
  const batcher = new Batcher<string, true>({
    max: ROWS,
    concurrency: CONNECTIONS,
    weigh: () => 1,
    async send(data) {
      const client = free.pop()!;
      await copyRows(client, (last += data.length) - data.length, data);
      free.push(client);
      return data.map(() => true);
    },
  });
  const app = Fastify();
  app.post('/api/v1/orders', async (request, reply) => {
    await batcher.submit(JSON.stringify(request.body));
    return reply.code(201).send({ id: (request.body as { id: string }).id });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    port: (app.server.address() as AddressInfo).port,
    repeats: true,
    orders: async () => {
      const { rows } = await clients[0]!.query<{ n: number }>('select count(*)::int as n from es.event');
      return rows[0]!.n;
    },
  };
});
