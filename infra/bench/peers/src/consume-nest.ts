import 'reflect-metadata';
import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, KafkaContext, Payload, Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { HEARD, ORDER_VIEW } from '../../dist/consuming/view.js';
import { contend } from '../../dist/contender.js';
import { orderData } from '../../dist/goods.js';
import { runOf } from '../../dist/load.js';
import { openTopic, PARTITIONS } from './topic.js';

const TOPIC = 'bench-inbox';
/** Its work for each event of ours. */
const SHARE = 1 / 20;
const CONNECTIONS = 16;
const BATCH = 500;
const INBOX = `create table if not exists inbox (
  topic text, partition int, "offset" bigint, received_at timestamptz not null default now(),
  primary key (topic, partition, "offset"))`;
const UPSERT = `insert into order_view as v (id, household, heard) values ($1, $2, 1)
  on conflict (id) do update set heard = v.heard + 1`;

let source: DataSource;

/** An inbox row and the effect in one transaction a message; the row that is there already stops a repeat. */
@Controller()
class OrdersConsumer {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @EventPattern(TOPIC)
  async placed(@Payload() order: { householdId: string }, @Ctx() told: unknown): Promise<void> {
    const context = told as KafkaContext;
    const { key, offset } = context.getMessage();
    await this.source.transaction(async (manager) => {
      const inserted: unknown[] = await manager.query(
        'insert into inbox values ($1, $2, $3) on conflict do nothing returning 1',
        [context.getTopic(), context.getPartition(), offset],
      );
      if (inserted.length > 0) await manager.query(UPSERT, [String(key), order.householdId]);
    });
  }
}

@Module({
  controllers: [OrdersConsumer],
  providers: [{ provide: DataSource, useFactory: () => source }],
})
class ConsumerModule {}

/** As Nest's documentation sets up its transport, with all partitions at once instead of one after another. */
contend(async ({ ownerUrl, brokers }) => {
  source = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: CONNECTIONS }).initialize();
  await source.query(ORDER_VIEW);
  await source.query(INBOX);
  const topic = await openTopic(brokers, TOPIC);
  const heard = async () => (await source.query<{ n: number }[]>(HEARD))[0]!.n;
  return {
    async run({ amount }) {
      const mine = Math.ceil(amount! * SHARE);
      await produce(mine);
      const before = await heard();
      const app = await NestFactory.createMicroservice<MicroserviceOptions>(ConsumerModule, {
        transport: Transport.KAFKA,
        logger: ['error'],
        options: {
          client: { brokers },
          consumer: { groupId: 'bench-inbox', allowAutoTopicCreation: false },
          subscribe: { fromBeginning: true },
          run: { partitionsConsumedConcurrently: PARTITIONS },
        },
      });
      await app.listen();
      let first = before;
      while (first === before) {
        await sleep(5);
        first = await heard();
      }
      const started = performance.now();
      while ((await heard()) < before + mine) await sleep(10);
      const milliseconds = performance.now() - started;
      await app.close();
      return runOf(mine, milliseconds * (mine / (before + mine - first)), []);
    },
    stored: heard,
    async close() {
      await topic.close();
      await source.destroy();
    },
  };

  async function produce(count: number): Promise<void> {
    for (let from = 0; from < count; from += BATCH) {
      const messages = Array.from({ length: Math.min(BATCH, count - from) }, (_, nth) => ({
        ...{ key: `order-${randomUUID()}`, value: JSON.stringify(orderData()), partition: (from + nth) % PARTITIONS },
      }));
      await topic.producer.send({ topic: TOPIC, messages, acks: -1 });
    }
  }
});
