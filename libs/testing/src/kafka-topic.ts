import kafkajs from 'kafkajs';

/** Makes a topic as somebody else might have: with any number of partitions. */
export async function makeTopic(brokers: string[], topic: string, numPartitions: number): Promise<void> {
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    await admin.createTopics({ topics: [{ topic, numPartitions, replicationFactor: 1 }], waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}
