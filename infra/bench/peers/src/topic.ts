import { Kafka, logLevel, type Producer } from 'kafkajs';

export const PARTITIONS = 16;

/** A topic with as many partitions as ours, and a producer that waits for all replicas, as ours does. */
export async function openTopic(brokers: string[], topic: string) {
  const kafka = new Kafka({ brokers, clientId: `bench-${topic}`, logLevel: logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic, numPartitions: PARTITIONS, replicationFactor: 1 }],
    waitForLeaders: true,
  });
  const producer: Producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  return {
    kafka,
    producer,
    async records(): Promise<number> {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    },
    async close(): Promise<void> {
      await producer.disconnect();
      await admin.disconnect();
    },
  };
}
