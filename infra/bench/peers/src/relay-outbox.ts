import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  DatabaseSetup,
  getDisabledLogger,
  initializePollingMessageListener,
  IsolationLevel,
  type TransactionalMessage,
} from 'pg-transactional-outbox';
import { contend } from '../../dist/contender.js';
import { orderData } from '../../dist/goods.js';
import { runOf } from '../../dist/load.js';
import { openTopic, PARTITIONS } from './topic.js';

const TOPIC = 'bench-outbox';
/** Its work for each event of ours: it would need minutes for as many. */
const SHARE = 1 / 20;
const BATCH = 32;
const SETTINGS = { outboxOrInbox: 'outbox', schema: 'public', table: 'outbox' } as const;

/**
 * As its README sets up a polling outbox, tuned for speed: messages that may go in parallel, 32 at once instead of 5, a
 * poll every 10 ms, no protection against poison, and the mildest isolation. Its order is then not kept; ours is.
 */
contend(async ({ ownerUrl, brokers }) => {
  const topic = await openTopic(brokers, TOPIC);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  await setUp(pool, new URL(ownerUrl));
  const sent = { count: 0 };
  const listen = () =>
    initializePollingMessageListener(
      {
        ...{ outboxOrInbox: 'outbox', dbListenerConfig: { connectionString: ownerUrl, max: BATCH } as pg.ClientConfig },
        settings: {
          ...{ dbSchema: 'public', dbTable: 'outbox', nextMessagesFunctionName: 'next_outbox_messages' },
          ...{ nextMessagesBatchSize: BATCH, nextMessagesPollingIntervalInMs: 10 },
          ...{ enableMaxAttemptsProtection: false, enablePoisonousMessageProtection: false },
        },
      },
      { handle: (message: TransactionalMessage) => send(message) },
      getDisabledLogger(),
      {
        batchSizeStrategy: () => Promise.resolve(BATCH),
        messageProcessingTransactionLevelStrategy: () => IsolationLevel.ReadCommitted,
      },
    );
  const send = async ({ aggregateId, payload, messageType }: TransactionalMessage): Promise<void> => {
    const value = JSON.stringify(payload);
    const messages = [
      { key: aggregateId, value, headers: { type: messageType }, partition: sent.count++ % PARTITIONS },
    ];
    await topic.producer.send({ topic: TOPIC, messages, acks: -1 });
  };
  return {
    async run({ amount }) {
      const mine = Math.ceil(amount! * SHARE);
      const from = await processed(pool);
      await insert(pool, mine);
      const started = performance.now();
      const [stop] = listen();
      while ((await processed(pool)) < from + mine) await sleep(20);
      const milliseconds = performance.now() - started;
      await stop();
      return runOf(mine, milliseconds, []);
    },
    stored: () => topic.records(),
    async close() {
      await topic.close();
      await pool.end();
    },
  };
});

async function setUp(pool: pg.Pool, { username, pathname }: URL): Promise<void> {
  const config = {
    ...{ ...SETTINGS, database: pathname.slice(1), listenerRole: decodeURIComponent(username) },
    nextMessagesName: 'next_outbox_messages',
  };
  await pool.query(DatabaseSetup.dropAndCreateTable(config));
  await pool.query(DatabaseSetup.createPollingFunction(config));
  await pool.query(DatabaseSetup.setupPollingIndexes(config));
}

async function insert(pool: pg.Pool, count: number): Promise<void> {
  const payloads = Array.from({ length: count }, () => JSON.stringify(orderData()));
  await pool.query(
    `insert into outbox (id, aggregate_type, aggregate_id, message_type, concurrency, payload)
     select gen_random_uuid(), 'order', gen_random_uuid()::text, 'OrderPlaced', 'parallel', p::jsonb
     from unnest($1::text[]) p`,
    [payloads],
  );
}

async function processed(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from outbox where processed_at is not null',
  );
  return rows[0]!.n;
}
