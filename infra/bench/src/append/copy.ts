import { eventStoreMigrations, migrate } from '@baogong/event-store';
import { randomBytes, randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { contend, type Place } from '../contender.js';
import { orderData } from '../goods.js';
import { runOf } from '../load.js';

const CONNECTIONS = 2;
const ROWS = 512;
const PERIOD_MS = 2_592_000_000;
const HOME = 'd-pudong/s-weifang/c-y';

/**
 * What PostgreSQL takes into our log's own tables, indexes and all, when nothing is decided, locked, or digested: rows by
 * COPY, 512 to a transaction, over two connections: an event, its key and its stream for each command. Heads are left out.
 */
contend(async (place) => {
  const clients = await connect(place);
  let last = 0;
  return {
    async run({ seconds }) {
      const started = performance.now();
      const latencies: number[] = [];
      const copyAll = async (client: pg.Client) => {
        while (performance.now() < started + seconds * 1000) {
          const began = performance.now();
          await copyBatch(client, (last += ROWS) - ROWS);
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

async function connect({ ownerUrl, appRole }: Place): Promise<pg.Client[]> {
  await migrate({ ownerUrl, appRole, migrations: eventStoreMigrations });
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: ownerUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]!.query('select es.prepare_periods()');
  return clients;
}

async function copyBatch(client: pg.Client, first: number): Promise<void> {
  const at = new Date().toISOString();
  const period = Math.floor(Date.now() / PERIOD_MS);
  const data = JSON.stringify(orderData());
  const events: string[] = [];
  const keys: string[] = [];
  const streams: string[] = [];
  for (let pos = first + 1; pos <= first + ROWS; pos += 1) {
    const [shard, stream] = [pos % 16, `order-${randomUUID()}`];
    const [leaf, chain] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    events.push(
      `${shard}\t${pos}\t${stream}\t1\tOrderRecorded\t1\t${randomUUID()}\tre-1\tresident\torders/place-order/resident\t1\tf\tbench\tbench\t${HOME}\t${HOME}/b-07\t${at}\tf\t${data}\t\\\\x${leaf}\t\\\\x${chain}\n`,
    );
    streams.push(`${shard}\t${stream}\torder\t${HOME}\t${HOME}/b-07\t1\n`);
    keys.push(`${period}\t${shard}\t${stream}\t${randomUUID()}\t${leaf}\tre-1\t1\t${pos}\t${pos}\n`);
  }
  await client.query('begin');
  await copyInto(client, 'es.event', events);
  await copyInto(client, 'es.idempotency', keys);
  await copyInto(client, 'es.stream', streams);
  await client.query('commit');
}

async function copyInto(client: pg.Client, table: string, lines: string[]): Promise<void> {
  await pipeline(Readable.from([lines.join('')]), client.query(from(`copy ${table} from stdin`)));
}
