import kafkajs from 'kafkajs';
import { until } from './fixture.js';

/** Each test meets a broker that holds nothing. */
export async function withoutTopics(brokers: string[]): Promise<void> {
  const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const mine = async () => (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const topics = await mine();
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await until(async () => (await mine()).length === 0);
  const { groups } = await admin.listGroups();
  await admin.deleteGroups(groups.map(({ groupId }) => groupId)).catch(() => undefined);
  await admin.disconnect();
}
