import type { Event } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { contend } from '../../dist/contender.js';
import { orderData } from '../../dist/goods.js';
import { closedLoop } from '../../dist/load.js';

type OrderRecorded = Event<'OrderRecorded', Record<string, unknown>>;

const CONNECTIONS = 16;

/** As its documentation shows: one store, `appendToStream` with the version the last append answered; a pool as TypeORM's. */
contend(async ({ ownerUrl }) => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CONNECTIONS });
  const store = getPostgreSQLEventStore(ownerUrl, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    async run(order) {
      const streams = Array.from({ length: order.callers }, () => `order-${randomUUID()}`);
      const versions = streams.map(() => 0n);
      const run = await closedLoop(order, async (caller) => {
        const events = Array.from({ length: order.events }, (): OrderRecorded => ({
          type: 'OrderRecorded',
          data: orderData(),
        }));
        const known = versions[caller]!;
        const options = known === 0n ? {} : { expectedStreamVersion: known };
        const appended = await store.appendToStream(streams[caller]!, events, options);
        versions[caller] = appended.nextExpectedStreamVersion;
      });
      commands += run.done;
      events += run.done * order.events;
      return run;
    },
    async stored() {
      const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from emt_messages');
      return rows[0]!.n - events + commands;
    },
    async close() {
      await store.close();
      await pool.end();
    },
  };
});

let commands = 0;
let events = 0;
