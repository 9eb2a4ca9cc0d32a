import type pg from 'pg';
import { contend } from '../contender.js';
import { orderData } from '../goods.js';
import { runOf } from '../load.js';
import { connectForCopies, copyRows } from './copying.js';

const CONNECTIONS = 2;
const ROWS = 512;

/**
 * What PostgreSQL takes into our log's own tables, indexes and all, when nothing is decided, locked, or digested: rows by
 * COPY, 512 to a transaction, over two connections. Heads are left out.
 */
contend(async (place) => {
  const clients = await connectForCopies(place, CONNECTIONS);
  let last = 0;
  return {
    async run({ seconds }) {
      const started = performance.now();
      const latencies: number[] = [];
      const copyAll = async (client: pg.Client) => {
        while (performance.now() < started + seconds * 1000) {
          const began = performance.now();
          await copyRows(client, (last += ROWS) - ROWS, Array<string>(ROWS).fill(JSON.stringify(orderData())));
          latencies.push(performance.now() - began);
        }
      };
      await Promise.all(clients.map(copyAll));
      return runOf(latencies.length * ROWS, performance.now() - started, latencies);
    },
    async stored() {
      const { rows } = await clients[0]!.query<{ n: number }>('select count(*)::int as n from es.event');
      return rows[0]!.n;
    },
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
});
