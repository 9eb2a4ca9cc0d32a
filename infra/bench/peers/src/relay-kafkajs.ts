import { randomBytes, randomUUID } from 'node:crypto';
import type { Message } from 'kafkajs';
import { contend } from '../../dist/contender.js';
import { orderData } from '../../dist/goods.js';
import { runOf } from '../../dist/load.js';
import { openTopic, PARTITIONS } from './topic.js';

const TOPIC = 'bench-limit';
const BATCH = 500;

/**
 * What kafkajs and the broker do when nothing is read, checked or recorded: records as ours, with as many headers, made
 * before the clock starts, 500 to a request, one request at a time for each of 16 partitions, all of them at once.
 */
contend(async ({ brokers }) => {
  const topic = await openTopic(brokers, TOPIC);
  return {
    async run({ amount }) {
      const each = Math.ceil(amount! / PARTITIONS);
      const lanes = Array.from({ length: PARTITIONS }, (_, partition) =>
        Array.from({ length: each }, () => messageFor(partition)),
      );
      const started = performance.now();
      await Promise.all(
        lanes.map(async (messages) => {
          for (let from = 0; from < messages.length; from += BATCH) {
            await topic.producer.send({ topic: TOPIC, messages: messages.slice(from, from + BATCH), acks: -1 });
          }
        }),
      );
      return runOf(each * PARTITIONS, performance.now() - started, []);
    },
    stored: () => topic.records(),
    close: () => topic.close(),
  };
});

function messageFor(partition: number): Message {
  const stream = `order-${randomUUID()}`;
  return { key: stream, value: JSON.stringify(orderData()), partition, headers: { ...CONSTANT, ...ownOf(stream) } };
}

const ownOf = (stream: string) => ({
  ...{ ce_id: randomUUID(), ce_subject: stream, ce_time: new Date().toISOString(), ce_pos: '123456' },
  ...{ ce_leaf: randomBytes(32).toString('hex'), ce_chain: randomBytes(32).toString('hex') },
});

const CONSTANT = {
  ...{ ce_specversion: '1.0', ce_source: '/baogong/orders', ce_type: 'OrderPlaced.v1', ce_shard: '7', ce_epoch: '3' },
  ...{
    ce_streamversion: '4',
    ce_revision: '1',
    ce_actor: 're-1',
    ce_role: 'resident',
    ce_rule: 'place-order/resident',
  },
  ...{ ce_policyversion: '1', ce_authoritystale: 'false', ce_community: 'd-pudong/s-weifang/c-y', ce_drill: 'false' },
  ...{ ce_territory: 'd-pudong/s-weifang/c-y/b-07', ce_correlation: 'bench', ce_causation: 'bench' },
  'content-type': 'application/json; charset=utf-8',
};
