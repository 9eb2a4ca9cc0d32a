import type { Context } from '@baogong/contracts';
import type { EventStore, EventStoreOptions, StoredEvent, Tx } from '@baogong/event-store';

import type { EventPipe, EventRecord } from './port.js';

export type Pool = EventStoreOptions['pool'];

/** Event type -> its translation to the contract. A type that is missing here stays private. */
export type PublishedMap = Record<string, (event: StoredEvent) => unknown>;

/** A read model. On its service's own log it sees private data too. */
export interface Projection {
  name: string;
  source: Context;
  handles: string[];
  /** Called with handled types only, in order of position; its rows and the cursor commit together. */
  apply(tx: Tx, records: EventRecord[]): Promise<void>;
}

/** Acts on events outside its own transaction: must be idempotent by keys made of consumer, source, shard and pos. */
export interface ProcessConsumer {
  name: string;
  source: Context;
  handles: string[];
  handle(record: EventRecord): Promise<void>;
}

export type Consumer = Projection | ProcessConsumer;

export type PipeAlarm =
  | { kind: 'hole'; consumer: string; source: Context; shard: number; from: number; to: number }
  | { kind: 'quarantined'; consumer: string; source: Context; shard: number; pos: number; reason: string }
  | { kind: 'parked'; consumer: string; source: Context; shard: number; pos: number; stream: string; error: string }
  | { kind: 'delayed'; consumer: string; source: Context; shard: number; error: string };

export interface ConsumersOptions {
  service: Context;
  pool: Pool;
  pipe: EventPipe;
  ownStore: EventStore;
  consumers: Consumer[];
  onAlarm?(alarm: PipeAlarm): void;
  /** Records in one transaction at most. */
  batchSize?: number;
}

export interface ConsumerLag {
  consumer: string;
  source: Context;
  shard: number;
  at: number;
  head: number;
  events: number;
  seconds: number;
  duplicates: number;
  quarantined: boolean;
}

export interface ParkedEvent {
  consumer: string;
  source: Context;
  shard: number;
  pos: number;
  stream: string;
  error: string;
}

export interface StartedConsumers {
  /** True once every consumer here is at the positions, such as `orders:3=17,inventory:2=5`; false when time runs out. */
  waitFor(vector: string, milliseconds: number): Promise<boolean>;
  lag(): ConsumerLag[];
  parked(): Promise<ParkedEvent[]>;
  close(deadlineMs?: number): Promise<void>;
}
