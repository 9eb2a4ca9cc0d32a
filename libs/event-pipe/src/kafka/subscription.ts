import { CONTEXTS, topicOf, type Context } from '@baogong/contracts';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumeOptions, Partition, Subscription } from '../port.js';
import { deliverBatch } from './delivery.js';
import { PartitionBook } from './partition-book.js';
import { ensureTopics } from './topics.js';

export interface KafkaSubscriptionOptions {
  kafka: Kafka;
  consume: ConsumeOptions;
  /** Without any fetch for so long the client is taken for stuck and made anew. */
  watchdogMs: number;
  onError?(error: unknown): void;
}

const COMMIT_MS = 500;
const DRAIN_MS = 2000;

/** A member of a consumer group that outlives its client: it is made anew after a crash and when it fetches nothing. */
export class KafkaSubscription implements Subscription {
  private readonly book: PartitionBook;
  private readonly running: Promise<void>;
  private closed = false;
  private leaving = false;
  private consumer: Consumer | undefined;
  private lastFetchAt = Date.now();
  private endRound: () => void = () => undefined;

  constructor(private readonly options: KafkaSubscriptionOptions) {
    this.book = new PartitionBook(options.consume);
    this.running = this.run();
  }

  pause(partition: Partition): void {
    this.book.setPaused(partition, true);
    this.consumer?.pause([kafkaPartition(partition)]);
  }

  resume(partition: Partition): void {
    this.book.setPaused(partition, false);
    this.consumer?.resume([kafkaPartition(partition)]);
  }

  lag() {
    return this.book.lag();
  }

  async close(deadlineMs: number): Promise<void> {
    this.closed = true;
    this.endRound();
    await Promise.race([this.running, sleep(deadlineMs, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.closed; failures++) {
      try {
        await this.round();
        failures = 0;
      } catch (error) {
        this.options.onError?.(error);
      }
      if (!this.closed) await sleep(Math.min(5000, 200 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2));
    }
  }

  /** The life of one client: from connecting until it crashes, is stuck or is closed. */
  private async round(): Promise<void> {
    const { kafka, consume } = this.options;
    await ensureTopics(kafka, consume.sources);
    const consumer = this.makeConsumer();
    const ended = new Promise<void>((resolve) => (this.endRound = resolve));
    const watch = setInterval(() => this.watch(), 1000);
    const commit = setInterval(() => void this.commit(consumer), COMMIT_MS);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: consume.sources.map(topicOf), fromBeginning: true });
      this.listen(consumer);
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 16,
        eachBatch: (payload) => this.eachBatch(payload),
      });
      this.consumer = consumer;
      this.lastFetchAt = Date.now();
      if (!this.closed) await ended;
    } finally {
      clearInterval(watch);
      clearInterval(commit);
      this.consumer = undefined;
      await this.leave(consumer);
      this.book.revokeAll();
    }
  }

  /** Offsets first: a client that was told to stop has left its group and may commit no more. */
  private async leave(consumer: Consumer): Promise<void> {
    this.leaving = true;
    const giveUpAt = Date.now() + DRAIN_MS;
    while (this.book.busy() && Date.now() < giveUpAt) await sleep(10);
    await this.commit(consumer);
    await consumer.stop().catch(() => undefined);
    await consumer.disconnect().catch(() => undefined);
    this.leaving = false;
  }

  private makeConsumer(): Consumer {
    // The defaults stall a group for half a minute after a member was killed.
    return this.options.kafka.consumer({
      groupId: this.options.consume.group,
      sessionTimeout: 6000,
      rebalanceTimeout: 10_000,
      heartbeatInterval: 1000,
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 1_048_576,
      allowAutoTopicCreation: false,
      retry: { retries: 3, initialRetryTime: 100, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  private listen(consumer: Consumer): void {
    const { GROUP_JOIN, FETCH, CRASH } = consumer.events;
    consumer.on(FETCH, () => (this.lastFetchAt = Date.now()));
    consumer.on(CRASH, ({ payload }) => {
      this.options.onError?.(payload.error);
      this.endRound();
    });
    consumer.on(GROUP_JOIN, ({ payload }) => {
      this.book.assign(
        Object.entries(payload.memberAssignment).flatMap(([topic, shards]) => {
          const source = sourceOf(topic);
          return source ? shards.map((shard) => ({ source, shard })) : [];
        }),
      );
      for (const partition of this.book.pausedOnes()) consumer.pause([kafkaPartition(partition)]);
    });
  }

  private watch(): void {
    if (!this.consumer || Date.now() - this.lastFetchAt < this.options.watchdogMs || this.book.busy()) return;
    this.options.onError?.(new Error(`nothing was fetched for ${this.options.watchdogMs} ms: a new client is made`));
    this.endRound();
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const source = sourceOf(payload.batch.topic);
    if (!source || this.leaving) return;
    await deliverBatch({
      source,
      payload,
      consume: this.options.consume,
      book: this.book,
      onError: this.options.onError,
    });
  }

  /** Offsets only save work: what comes twice is dropped by the cursors. So a failed commit is no error. */
  private async commit(consumer: Consumer): Promise<void> {
    const offsets = this.book.takeOffsets();
    if (offsets.length === 0) return;
    const named = offsets.map(({ source, shard, next }) => ({
      topic: topicOf(source),
      partition: shard,
      offset: next,
    }));
    await consumer.commitOffsets(named).catch(() => undefined);
  }
}

function kafkaPartition({ source, shard }: Partition) {
  return { topic: topicOf(source), partitions: [shard] };
}

function sourceOf(topic: string): Context | undefined {
  return CONTEXTS.find((context) => topicOf(context) === topic);
}
