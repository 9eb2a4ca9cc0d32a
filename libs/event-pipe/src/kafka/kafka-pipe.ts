import type { Context } from '@baogong/contracts';
import kafkajs from 'kafkajs';
import type { EventPipe, EventRecord } from '../port.js';
import { KafkaPublisher } from './publisher.js';
import { KafkaSubscription } from './subscription.js';

export interface KafkaPipeOptions {
  brokers: string[];
  clientId: string;
  /** Asks the producer's service for records after a position: the broker may have lost or dropped them. */
  fetchLog?(source: Context, shard: number, from: number): Promise<EventRecord[]>;
  watchdogMs?: number;
  onError?(error: unknown): void;
}

export function createKafkaPipe(options: KafkaPipeOptions): EventPipe {
  const kafka = new kafkajs.Kafka({
    brokers: options.brokers,
    clientId: options.clientId,
    connectionTimeout: 2000,
    requestTimeout: 15_000,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 3 },
  });
  const publisher = new KafkaPublisher(kafka);
  const open = new Set<KafkaSubscription>();
  return {
    publish: (publication) => publisher.publish(publication),
    read: async ({ source, shard, from, limit }) => {
      if (!options.fetchLog) throw new Error('no way to the logs of other services was given');
      return (await options.fetchLog(source, shard, from)).slice(0, limit);
    },
    consume: (consume) => {
      const { onError, watchdogMs = 15_000 } = options;
      const subscription = new KafkaSubscription({ kafka, consume, watchdogMs, ...(onError && { onError }) });
      open.add(subscription);
      return Promise.resolve(subscription);
    },
    close: async (deadlineMs) => {
      await Promise.all([...open].map((subscription) => subscription.close(deadlineMs)));
      await publisher.close();
    },
  };
}
