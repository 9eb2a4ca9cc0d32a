import type { Context } from '@baogong/contracts';
import type { EventStore, StoredEvent } from '@baogong/event-store';

/** One event as consumers see it. A type private to its service has no `data`: its position must still arrive. */
export interface EventRecord extends Omit<StoredEvent, 'data'> {
  source: Context;
  epoch: number;
  traceparent?: string;
  data?: unknown;
}

/** Event type -> its translation to the contract. A type that is missing here stays private. */
export type PublishedMap = Record<string, (event: StoredEvent) => unknown>;

/** What feeds and relays need of a store. `read` starts after the position given. */
export type EventLog = Pick<EventStore, 'read' | 'heads' | 'onAppend'>;

/** Where a producer's shard stands. */
export interface ShardHead {
  pos: number;
  chain?: string;
  epoch: number;
}

export interface ShardBatch {
  source: Context;
  shard: number;
  records: EventRecord[];
  /**
   * A sign of life: everything up to it was delivered before this batch. A consumer that is behind it missed
   * something; one that is ahead of it saw a log that was since restored to an earlier point.
   */
  head?: ShardHead;
}

export interface Partition {
  source: Context;
  shard: number;
}

export interface ConsumeOptions {
  group: string;
  sources: Context[];
  /** Returning acknowledges; throwing means that the same records come again, after `Redelivery.afterMs` if it is one. */
  onBatch(batch: ShardBatch): Promise<void>;
  /** The answer is the position to start after, for adapters that read by position. */
  onAssign?(partition: Partition): Promise<number>;
  onRevoke?(partition: Partition): void;
}

export interface Subscription {
  pause(partition: Partition): void;
  resume(partition: Partition): void;
  lag(): PartitionLag[];
  close(deadlineMs: number): Promise<void>;
}

export interface PartitionLag extends Partition {
  /** Last position acknowledged by this subscription. */
  at: number;
  /** Last position the producer is known to have. */
  head: number;
}

export interface Publication {
  source: Context;
  shard: number;
  epoch: number;
  records: EventRecord[];
  head: ShardHead;
}

export interface ReadRequest {
  source: Context;
  shard: number;
  /** Exclusive: the answer starts at from + 1. */
  from: number;
  limit: number;
}

/** What travels between services, whatever carries it. No type of a broker's client crosses it. */
export interface EventPipe {
  /** Takes the place of a relay where consumers read the log itself. */
  attach?(source: Context, log: EventLog, published: PublishedMap): void;
  /**
   * Resolves when the records are durable; they arrive in order, at least once. No records: a sign of life.
   * Answers the carrier's own offset where it has one: a lower one than before betrays a wiped carrier.
   */
  publish(publication: Publication): Promise<number | undefined>;
  /** The producer's own log by position, for holes and for new consumers. */
  read(request: ReadRequest): Promise<EventRecord[]>;
  consume(options: ConsumeOptions): Promise<Subscription>;
  close(deadlineMs: number): Promise<void>;
}

/** Thrown by a batch handler that cannot go on for now. */
export class Redelivery extends Error {
  constructor(
    readonly afterMs: number,
    options?: ErrorOptions,
  ) {
    super(`not now, again in ${afterMs} ms`, options);
  }
}
