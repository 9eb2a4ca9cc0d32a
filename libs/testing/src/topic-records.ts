import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

export interface TopicRecord {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  headers: Record<string, string>;
  value: string | null;
}

/** @returns every record that is on these topics now, read from their beginning; throws where they do not all come in time */
export async function readTopics(brokers: string[], topics: string[], withinMs: number): Promise<TopicRecord[]> {
  const kafka = new Kafka({ brokers, clientId: 'reader', logLevel: logLevel.NOTHING });
  const missing = await endsOf(kafka, topics);
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}` });
  const records: TopicRecord[] = [];
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise<void>((whole, late) => {
      const limit = setTimeout(() => late(new Error(`still unread: ${[...missing.keys()].join(', ')}`)), withinMs);
      const done = () => (clearTimeout(limit), whole());
      if (missing.size === 0) return done();
      void consumer.run({
        eachMessage: async ({ topic, partition, message }) => {
          const { key, headers = {}, value, offset } = message;
          records.push({
            topic,
            partition,
            offset,
            key: key === null ? null : key.toString(),
            headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)])),
            value: value === null ? null : value.toString(),
          });
          const place = `${topic}/${partition}`;
          if (BigInt(offset) + 1n >= (missing.get(place) ?? 0n)) missing.delete(place);
          if (missing.size === 0) done();
        },
      });
    });
  } finally {
    await consumer.disconnect();
  }
  return records;
}

/** The end of each partition that holds anything, by topic/partition. */
async function endsOf(kafka: Kafka, topics: string[]): Promise<Map<string, bigint>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map<string, bigint>();
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${partition}`, BigInt(high));
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}
