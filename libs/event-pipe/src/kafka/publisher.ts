import { topicOf, type Context } from '@baogong/contracts';
import type { Kafka, Message, Producer } from 'kafkajs';
import type { Publication } from '../port.js';
import { toHeartbeat, toMessage } from './codec.js';
import { ensureTopics } from './topics.js';

const SEND_BYTES = 900_000;
const SEND_MS = 10_000;

/**
 * Sends one partition at a time and one request at a time for each: a send that spans brokers doubles records when one
 * of them resets. The client never retries by itself; after an error the connection is new and the relay resumes.
 */
export class KafkaPublisher {
  private connecting: Promise<Producer> | undefined;
  private readonly known = new Set<Context>();
  private readonly inFlight = new Map<string, Promise<unknown>>();

  constructor(private readonly kafka: Kafka) {}

  publish(publication: Publication): Promise<number | undefined> {
    const lane = `${publication.source}:${publication.shard}`;
    const before = this.inFlight.get(lane) ?? Promise.resolve();
    const sent = before.catch(() => undefined).then(() => this.send(publication));
    this.inFlight.set(lane, sent);
    return sent;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.inFlight.values());
    await (await this.connecting?.catch(() => undefined))?.disconnect();
    this.connecting = undefined;
  }

  private async send({ source, shard, epoch, records, head }: Publication): Promise<number | undefined> {
    await this.ensureTopic(source);
    const messages = records.length === 0 ? [toHeartbeat(shard, head)] : records.map((r) => toMessage({ ...r, epoch }));
    let offset: number | undefined;
    for (const part of inParts(messages)) offset = await this.sendPart(topicOf(source), part);
    return offset;
  }

  private async sendPart(topic: string, messages: Message[]): Promise<number | undefined> {
    const producer = await this.producer();
    try {
      const [answer] = await producer.send({ topic, messages, acks: -1, timeout: SEND_MS });
      const first = answer?.baseOffset ?? answer?.offset;
      return first === undefined ? undefined : Number(first) + messages.length - 1;
    } catch (error) {
      await this.forget(producer);
      throw error;
    }
  }

  private async ensureTopic(source: Context): Promise<void> {
    if (this.known.has(source)) return;
    await ensureTopics(this.kafka, [source]);
    this.known.add(source);
  }

  private producer(): Promise<Producer> {
    this.connecting ??= this.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      retry: { retries: 0 },
      createPartitioner: () => refusePartitioning,
    });
    await producer.connect();
    return producer;
  }

  /** Another shard may have replaced it already; then only the old one goes. A wiped broker has lost its topics too. */
  private async forget(producer: Producer): Promise<void> {
    const current = await this.connecting?.catch(() => undefined);
    if (current !== producer) return;
    this.connecting = undefined;
    this.known.clear();
    await producer.disconnect().catch(() => undefined);
  }
}

function refusePartitioning({ message }: { message: Message }): number {
  if (message.partition === undefined) throw new Error('a record without its partition');
  return message.partition;
}

function inParts(messages: Message[]): Message[][] {
  const parts: Message[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    const size = message.value?.length ?? 0;
    if (bytes + size > SEND_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(message);
    bytes += size + 1000;
  }
  return parts;
}
