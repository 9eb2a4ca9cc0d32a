import { topicOf } from '@baogong/contracts';
import { SERVICES, type Service } from '@baogong/ledger';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Consumer, type IHeaders, type Message } from 'kafkajs';
import type { Seeded } from '../seeded.js';

const MOST = 400;
const READ_MS = 10_000;

export type Kept = Message & { partition: number };

/** Sent as it was, to the partition it was on: what a producer does that was not told of its success. */
export async function replay(brokers: string[], source: Service, chance: Seeded): Promise<number> {
  const kept = (await recordsOf(brokers, source)).slice(-MOST);
  const from = chance.whole(0, Math.max(0, kept.length - 2));
  const again = kept.slice(from);
  const both = [...again, ...again, ...[...again].reverse()];
  await send(brokers, source, both);
  return both.length;
}

export async function sendGarbage(brokers: string[], source: Service, chance: Seeded): Promise<number> {
  const kept = (await recordsOf(brokers, source)).filter(({ headers }) => headers?.['ce_type']);
  const one = chance.oneOf(kept);
  const partition = one.partition;
  const unknown = { ...one, headers: { ...one.headers, ce_type: 'NobodyKnowsIt.v9' } };
  const altered = { ...one, value: '{"quantity":1000000}' };
  const poison: Kept[] = [
    { partition, key: 'poison', value: '\u0000\u0001 no event' },
    { partition, key: null, value: null },
    { partition, key: 'poison', value: '{', headers: one.headers ?? {} },
    unknown,
    altered,
  ];
  await send(brokers, source, poison);
  return poison.length;
}

/** Takes partitions away from the members of a group for a while, reads nothing and commits nothing. */
export async function joinAndLeave(brokers: string[], group: Service, milliseconds: number): Promise<void> {
  const consumer = client(brokers).consumer({ groupId: group, sessionTimeout: 6000, rebalanceTimeout: 10_000 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: SERVICES.map(topicOf), fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: () => Promise.resolve() });
    await sleep(milliseconds);
  } finally {
    await consumer.disconnect();
  }
}

const client = (brokers: string[]) =>
  new kafkajs.Kafka({ brokers, clientId: 'faults', logLevel: kafkajs.logLevel.NOTHING });

async function send(brokers: string[], source: Service, messages: Kept[]): Promise<void> {
  const producer = client(brokers).producer({
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition ?? 0,
  });
  await producer.connect();
  try {
    await producer.send({ topic: topicOf(source), messages });
  } finally {
    await producer.disconnect();
  }
}

/** What retention does: all that is on the topics now is gone, read or not. */
export async function eatAll(brokers: string[]): Promise<number> {
  const admin = client(brokers).admin();
  await admin.connect();
  let eaten = 0;
  try {
    for (const topic of SERVICES.map(topicOf)) {
      const offsets = await admin.fetchTopicOffsets(topic);
      const partitions = offsets.filter(({ low, high }) => BigInt(high) > BigInt(low));
      eaten += partitions.reduce((sum, { low, high }) => sum + Number(BigInt(high) - BigInt(low)), 0);
      const ends = partitions.map(({ partition, high }) => ({ partition, offset: high }));
      if (ends.length > 0) await admin.deleteTopicRecords({ topic, partitions: ends });
    }
  } finally {
    await admin.disconnect();
  }
  return eaten;
}

/** Everything that is on the topic now, in the order of each partition. */
export async function recordsOf(brokers: string[], source: Service): Promise<Kept[]> {
  const topic = topicOf(source);
  const missing = await endsOf(brokers, topic);
  const consumer = client(brokers).consumer({ groupId: `faults-${Date.now()}-${Math.random()}` });
  const kept: Kept[] = [];
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await readAll(consumer, missing, kept);
  } finally {
    await consumer.disconnect();
  }
  return kept;
}

function readAll(consumer: Consumer, missing: Map<number, bigint>, kept: Kept[]): Promise<void> {
  return new Promise((whole, late) => {
    const limit = setTimeout(() => late(new Error('the topic was not read to its end')), READ_MS);
    const done = () => (clearTimeout(limit), whole());
    if (missing.size === 0) return done();
    const eachMessage = async ({ partition, message }: kafkajs.EachMessagePayload) => {
      const { key, value, offset } = message;
      const headers: IHeaders = message.headers ?? {};
      kept.push({ partition, key, value, headers });
      if (BigInt(offset) + 1n >= (missing.get(partition) ?? 0n)) missing.delete(partition);
      if (missing.size === 0) done();
    };
    consumer.run({ autoCommit: false, eachMessage }).catch(late);
  });
}

async function endsOf(brokers: string[], topic: string): Promise<Map<number, bigint>> {
  const admin = client(brokers).admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    const filled = offsets.filter(({ low, high }) => BigInt(high) > BigInt(low));
    return new Map(filled.map(({ partition, high }) => [partition, BigInt(high)]));
  } finally {
    await admin.disconnect();
  }
}

/** The partitions whose beginning is gone. */
export async function lowsOf(brokers: string[], source: Service): Promise<Set<number>> {
  const admin = client(brokers).admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topicOf(source));
    return new Set(offsets.filter(({ low }) => BigInt(low) > 0n).map(({ partition }) => partition));
  } finally {
    await admin.disconnect();
  }
}
