// A relay or a consumer in a process of its own, from the built library; it ends itself with -9 at the point asked for.
import { createEventStore } from '@baogong/event-store';
import { instantOf } from '@baogong/kernel';
import pg from 'pg';
import { createKafkaPipe, logReader, startConsumers, startRelay } from '../dist/index.js';

const { role, producerUrl, consumerUrl, brokers, point, times, settlement } = JSON.parse(process.argv[2]);
const published = { Written: ({ data }) => ({ text: data.text }) };
const clock = { now: () => instantOf(Date.now()) };
const eventTypes = { Written: 1, Kept: 1, OrderCancelled: 1 };
let left = times;

const producer = await open(producerUrl);
const read = logReader(producer.store, { source: 'orders', published });
const pipe = createKafkaPipe({ brokers, clientId: role, fetchLog: (_source, shard, from) => read(shard, from) });
if (role === 'relay') {
  const onPoint = (at) => endAt(at);
  startRelay({ ...producer, pipe, source: 'orders', published, leaseMs: 600, onPoint });
} else {
  const consumer = await open(consumerUrl);
  const consuming = await startConsumers({
    ...consumer,
    service: 'inventory',
    ownStore: consumer.store,
    pipe,
    consumers: [model()],
    batchSize: 20,
  });
  if (settlement) await consuming.settle(settlement);
}

function model() {
  return {
    name: 'model',
    source: 'orders',
    handles: ['Written'],
    apply: async (tx, records) => {
      for (const { shard, pos, stream, data } of records) {
        const row = ['model', 'orders', shard, pos, stream, JSON.stringify(data)];
        await tx.query('insert into public.seen values ($1, $2, $3, $4, $5, $6)', row);
        endAt('in-transaction');
      }
    },
  };
}

function endAt(at) {
  if (at === point && --left === 0) process.kill(process.pid, 'SIGKILL');
}

async function open(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 6 });
  pool.on('error', () => undefined);
  return { pool, store: await createEventStore({ pool, owner: 'orders', clock, eventTypes }) };
}
