import type { Context } from '@baogong/contracts';
import type { StoredEvent } from '@baogong/event-store';

/** One event as consumers see it. A type private to its service has no `data`: its position must still arrive. */
export interface EventRecord extends Omit<StoredEvent, 'data'> {
  source: Context;
  epoch: number;
  traceparent?: string;
  data?: unknown;
}

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
  /** Whether someone must call `publish` at all: where consumers read the log itself, a relay has nothing to do. */
  readonly needsRelay: boolean;
  /** Resolves when the records are durable; they arrive in order, at least once. No records: a sign of life. */
  publish(publication: Publication): Promise<void>;
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
