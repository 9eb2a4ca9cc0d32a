import type { Decider } from '@baogong/decider';
import type { Clock, Instant } from '@baogong/kernel';
import type { Pool as PoolClass } from 'pg';

/** The types of `pg` export the class as a value only under ESM. */
export type Pool = InstanceType<typeof PoolClass>;

/** Who acted, under which rule, and why: stored with every event. */
export interface Envelope {
  actor: string;
  role: string;
  rule: string;
  policyVersion: number;
  authorityStale: boolean;
  correlation: string;
  causation: string;
  drill: boolean;
}

export interface StoredEvent extends Envelope {
  shard: number;
  pos: number;
  stream: string;
  version: number;
  type: string;
  revision: number;
  id: string;
  community: string;
  territory: string;
  at: Instant;
  data: unknown;
  leaf: string;
  chain: string;
}

export interface StreamHeader {
  id: string;
  kind: string;
  community: string;
  territory: string;
  version: number;
}

export interface StreamAddress {
  id: string;
  kind: string;
  territory: string;
}

/** The shape every domain event has; the store keeps nothing else of it. */
export interface RecordedEvent {
  type: string;
  at: Instant;
  data: unknown;
}

export type Admission = { ok: true; envelope: Envelope } | { ok: false; refusal: unknown };

export interface Unit<S, C, E, R extends string> {
  stream: StreamAddress;
  decider: Decider<S, C, E, R>;
  key: string;
  requestHash: string;
  actor: string;
  ifMatch?: number;
  /** A refusal of kind 'not-found' hides even a replay; every other refusal yields to it. */
  admit(header: StreamHeader | undefined): Admission;
  command: C | ((state: S, version: number) => C);
}

export interface Appended<E> {
  version: number;
  shard: number;
  firstPos: number;
  lastPos: number;
  events: E[];
}

export type Outcome<E, R extends string> =
  | ({ kind: 'appended' | 'replayed' } & Appended<E>)
  | { kind: 'unchanged'; version: number }
  | { kind: 'rejected'; code: R; params?: Record<string, string | number> }
  | { kind: 'refused'; refusal: unknown }
  | { kind: 'stale'; version: number }
  | { kind: 'key-reused' }
  /** An event of it would be larger than the log keeps; nothing was appended. */
  | { kind: 'too-large'; type: string; bytes: number; limitBytes: number }
  /** The command would append more events than one statement takes. */
  | { kind: 'too-many'; events: number; limit: number }
  /** Its stream has as many events as can be folded again. */
  | { kind: 'stream-full'; limit: number }
  | { kind: 'overloaded'; retryAfterSeconds: number };

export interface Loaded<S> {
  state: S;
  version: number;
  header?: StreamHeader;
}

/** Turns the data of one revision into the next one: keyed by type, then by the revision it starts from. */
export type Upcasters = Record<string, Record<number, (data: unknown) => unknown>>;

export interface EventStoreOptions {
  pool: Pool;
  owner: string;
  clock: Clock;
  eventTypes: Record<string, number>;
  upcasters?: Upcasters;
  lanes?: number;
  /** Waiting commands on one stream, and on all of them, before callers are asked to come back. */
  streamQueueLimit?: number;
  queueLimit?: number;
  /** Events of one stream; what es.load reads unless told. */
  streamEventsLimit?: number;
  cachedStreams?: number;
}

/** How much waits where in this process. */
export interface Queues {
  /** As `depth`. */
  pending: number;
  /** Groups of appends that wait for the statement before them, by lane. */
  lanes: number[];
  /** Streams on which commands wait. */
  mailboxes: number;
  /** Commands on the stream with the most of them. */
  longestMailbox: number;
}

export interface EventStore {
  readonly owner: string;
  execute<S, C, E, R extends string>(unit: Unit<S, C, E, R>): Promise<Outcome<E, R>>;
  load<S, E>(streamId: string, decider: Folding<S, E>): Promise<Loaded<S>>;
  eventsAt(shard: number, from: number, to: number): Promise<StoredEvent[]>;
  /** The events after `fromPos`. */
  read(shard: number, fromPos: number, limit: number): Promise<StoredEvent[]>;
  heads(): Promise<number[]>;
  onAppend(listener: (shard: number) => void): () => void;
  /** Commands waiting or in flight; feeds admission and readiness. */
  depth(): number;
  queues(): Queues;
  /** Once the snapshots that are due so far are written, or were given up. */
  snapshotsWritten(): Promise<void>;
  close(deadlineMs: number): Promise<void>;
}

/** The part of a decider that a read needs. */
export interface Folding<S, E> {
  initial: S;
  evolve(state: S, event: E): S;
  /** Absent: no state of this fold is kept. */
  snapshotRevision?: number;
}

export interface Tx {
  query<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T[]>;
}
