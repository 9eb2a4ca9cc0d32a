import { eventStoreMigrations, migrate } from '@baogong/event-store';
import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Place } from '../contender.js';

const PERIOD_MS = 2_592_000_000;
const HOME = 'd-pudong/s-weifang/c-y';

/** Connections as the owner of our log's own tables, who may COPY into them. */
export async function connectForCopies({ ownerUrl, appRole }: Place, connections: number): Promise<pg.Client[]> {
  await migrate({ ownerUrl, appRole, migrations: eventStoreMigrations });
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: ownerUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]!.query('select es.prepare_periods()');
  return clients;
}

/** In one transaction an event, its key and its stream for each command: the rows of a first append, digests made up. */
export async function copyRows(client: pg.Client, first: number, data: string[]): Promise<void> {
  const at = new Date().toISOString();
  const period = Math.floor(Date.now() / PERIOD_MS);
  const [events, keys, streams]: [string[], string[], string[]] = [[], [], []];
  for (const [nth, json] of data.entries()) {
    const pos = first + 1 + nth;
    const [shard, stream] = [pos % 16, `order-${randomUUID()}`];
    const [leaf, chain] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    events.push(
      `${shard}\t${pos}\t${stream}\t1\tOrderPlaced\t1\t${randomUUID()}\tre-1\tresident\tplace-order/resident\t1\tf` +
        `\tbench\tbench\t${HOME}\t${HOME}/b-07\t${at}\tf\t${json}\t\\\\x${leaf}\t\\\\x${chain}\n`,
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
