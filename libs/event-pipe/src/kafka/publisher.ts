import { topicOf, type Context } from '@baogong/contracts';
import { Batcher, SHARDS } from '@baogong/event-store';
import type { Kafka, Message, Producer, RecordMetadata } from 'kafkajs';
import type { Publication } from '../port.js';
import { toHeartbeat, toMessage } from './codec.js';
import { ensureTopics } from './topics.js';

const SEND_BYTES = 900_000;
const SEND_MS = 10_000;

/**
 * Sends one partition at a time and one request at a time for each: a send that spans brokers doubles records when one
 * of them resets. Signs of life may come twice, so those of all shards share a request. The client never retries by
 * itself; after an error the connection is new and the relay resumes.
 */
export class KafkaPublisher {
  private connecting: Promise<Producer> | undefined;
  private readonly known = new Set<Context>();
  private readonly inFlight = new Map<string, Promise<unknown>>();
  private readonly signs = new Batcher<Publication, { offset: number | undefined }>({
    max: SHARDS,
    concurrency: 1,
    weigh: () => 1,
    send: (publications) => this.sendSigns(publications),
  });

  constructor(private readonly kafka: Kafka) {}

  publish(publication: Publication): Promise<number | undefined> {
    const lane = `${publication.source}:${publication.shard}`;
    const before = this.inFlight.get(lane) ?? Promise.resolve();
    const sent = before.catch(() => undefined).then(() => this.sendInTurn(publication));
    this.inFlight.set(lane, sent);
    return sent;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.inFlight.values());
    await (await this.connecting?.catch(() => undefined))?.disconnect();
    this.connecting = undefined;
  }

  private async sendInTurn(publication: Publication): Promise<number | undefined> {
    const { source, epoch, records } = publication;
    if (records.length === 0) return (await this.signs.submit(publication)).offset;
    let offset: number | undefined;
    for (const part of inParts(records.map((record) => toMessage({ ...record, epoch })))) {
      const [answer] = await this.send(source, part);
      const first = firstOffset(answer);
      offset = first === undefined ? undefined : first + part.length - 1;
    }
    return offset;
  }

  private async sendSigns(publications: Publication[]): Promise<{ offset: number | undefined }[]> {
    const answers = new Map<string, number | undefined>();
    for (const source of new Set(publications.map((publication) => publication.source))) {
      const own = publications.filter((publication) => publication.source === source);
      const told = await this.send(
        source,
        own.map(({ shard, head }) => toHeartbeat(shard, head)),
      );
      for (const answer of told) answers.set(`${source}:${answer.partition}`, firstOffset(answer));
    }
    return publications.map(({ source, shard }) => ({ offset: answers.get(`${source}:${shard}`) }));
  }

  private async send(source: Context, messages: Message[]): Promise<RecordMetadata[]> {
    await this.ensureTopic(source);
    const producer = await this.producer();
    try {
      return await producer.send({ topic: topicOf(source), messages, acks: -1, timeout: SEND_MS });
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

function firstOffset(answer: RecordMetadata | undefined): number | undefined {
  const first = answer?.baseOffset ?? answer?.offset;
  return first === undefined ? undefined : Number(first);
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
