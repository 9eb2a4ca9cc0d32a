import { SHARDS } from '@baogong/event-store';
import { CONTEXTS, topicOf, type Context } from '@baogong/contracts';
import { trouble } from '@baogong/operation';
import kafkajs, { type Kafka } from 'kafkajs';

const LARGEST_RECORD_BYTES = 16 * 1024 * 1024;
const KEEP_MS = 7 * 24 * 3600 * 1000;

/** The broker never makes topics by itself: a wrong number of partitions would break the order for ever. */
export async function ensureTopics(kafka: Kafka, sources: Context[]): Promise<void> {
  const admin = kafka.admin({ retry: { retries: 2 } });
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const missing = sources.map(topicOf).filter((topic) => !present.has(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing.map(settingsOf), waitForLeaders: true });
    await checkPartitions(admin, sources);
  } finally {
    await admin.disconnect();
  }
}

async function checkPartitions(admin: ReturnType<Kafka['admin']>, sources: readonly Context[]): Promise<void> {
  const { topics } = await admin.fetchTopicMetadata({ topics: sources.map(topicOf) });
  const wrong = topics.find(({ partitions }) => partitions.length !== SHARDS);
  if (wrong) throw trouble('topic-partitions', { topic: wrong.name, have: wrong.partitions.length, need: SHARDS });
}

/** Before anything starts: a topic that is there must have as many partitions as the log has shards. */
export async function requireTopics(brokers: string[]): Promise<void> {
  const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 2 } });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const ours = CONTEXTS.filter((source) => present.has(topicOf(source)));
    if (ours.length > 0) await checkPartitions(admin, ours);
  } finally {
    await admin.disconnect();
  }
}

function settingsOf(topic: string) {
  return {
    topic,
    numPartitions: SHARDS,
    replicationFactor: -1,
    configEntries: [
      { name: 'retention.ms', value: String(KEEP_MS) },
      { name: 'max.message.bytes', value: String(LARGEST_RECORD_BYTES) },
    ],
  };
}
