import type { Context } from '@baogong/contracts';
import type { EventStore, ParkedEnd, ParkedKey, ParkedRecord, Pool, Tx } from '@baogong/event-store';
import type { EventPipe, EventRecord } from './port.js';

/** A read model. On its service's own log it sees private data too. */
export interface Projection {
  name: string;
  source: Context;
  handles: string[];
  /** Called with handled types only, shard by shard in order of position; its rows and the cursors commit together. */
  apply(tx: Tx, records: EventRecord[]): Promise<void>;
  /** Called once what was applied is committed. */
  applied?(): void;
}

/**
 * Acts on events outside its own transaction: must be idempotent by keys made of consumer, source, shard and pos. Events
 * of one stream come in order and one after another, those of different streams beside each other.
 */
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
  /** Which shards of its own log this process consumes, where the service has several. All unless told. */
  leads?(shard: number): boolean;
  /** Whether every append to the service's own log is made in this process. It is unless told. */
  alone?(): boolean;
  /** Records in one transaction at most. */
  batchSize?: number;
}

/** What somebody decided about a parked event. */
export interface Settlement extends ParkedKey {
  end: ParkedEnd;
  by: string;
  why?: string;
}

export interface ConsumerLag {
  consumer: string;
  source: Context;
  shard: number;
  at: number;
  head: number;
  events: number;
  seconds: number;
  /** Delivered again although applied in this life of the process. */
  duplicates: number;
  /** Delivered although applied before this life began: where several consumers share a feed, or after a restart. */
  repeats: number;
  quarantined: boolean;
}

export interface StartedConsumers {
  /** True once every consumer here is at the positions, such as `orders:3=17,inventory:2=5`; false when time runs out. */
  waitFor(vector: string, milliseconds: number): Promise<boolean>;
  lag(): ConsumerLag[];
  parked(): Promise<ParkedRecord[]>;
  /** Ends a parked event and goes on with those behind it; a redo of the same does what is left of it. */
  settle(settlement: Settlement): Promise<void>;
  close(deadlineMs?: number): Promise<void>;
}
