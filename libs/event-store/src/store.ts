import { randomBytes } from 'node:crypto';
import { instantOf, millisOf, uuid7 } from '@baogong/kernel';
import { groundOf, OverLimit, requestFor, type AnyUnit, type AppendStep } from './deciding.js';
import { createLane, MAX_BATCH, type AppendEvent, type AppendUnit, type Lane } from './lane.js';
import { Mailbox, type MailboxPorts } from './mailbox.js';
import { createLoader, createReader, upcastBy, type Loader, type Reader } from './reading.js';
import { SnapshotWriter } from './snapshots.js';
import { SHARD_HASH, shardOf, SHARDS } from './shards.js';
import { StateCache } from './state-cache.js';
import { answered } from './resend.js';
import { direct } from './transaction.js';
import type { EventStore, EventStoreOptions, Folding, Loaded, Outcome, Queues, StoredEvent, Unit } from './types.js';

const OVERLOADED = { kind: 'overloaded', retryAfterSeconds: 1 } as const;
const MAX_EVENT_BYTES = 262_144;
/** What es.load reads of a stream: a longer one could never be folded again. */
const MAX_STREAM_EVENTS = 1_000_000;
const PERIOD_CHECK_MS = 3_600_000;

/** Refuses a database of another service, of other shards, or with event types that are not this service's. */
export async function createEventStore(options: EventStoreOptions): Promise<EventStore> {
  const { pool, owner, eventTypes } = options;
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const tx = direct(pool);
  await tx.query('select es.open_installation($1, $2, $3)', [owner, SHARDS, SHARD_HASH]);
  await tx.query('select es.register_types($1, $2, $3)', [owner, Object.keys(eventTypes), Object.values(eventTypes)]);
  await tx.query('select es.prepare_periods()');
  return new PostgresEventStore(options);
}

class PostgresEventStore implements EventStore {
  readonly owner: string;
  private readonly options: EventStoreOptions;
  private readonly cache: StateCache;
  private readonly snapshots: SnapshotWriter;
  private readonly loader: Loader;
  private readonly reader: Reader;
  private readonly lanes: Lane[];
  private readonly mailboxes = new Map<string, Mailbox>();
  private readonly listeners = new Set<(shard: number) => void>();
  private readonly periods: NodeJS.Timeout;
  private readonly ports: MailboxPorts;
  private pending = 0;
  private closed = false;

  constructor(options: EventStoreOptions) {
    this.options = options;
    this.owner = options.owner;
    const upcast = upcastBy(options.upcasters ?? {}, options.eventTypes);
    this.cache = new StateCache(options.cachedStreams ?? 10_000);
    this.snapshots = new SnapshotWriter(options.pool);
    this.loader = createLoader(options.pool, upcast);
    this.reader = createReader(options.pool, upcast);
    this.lanes = Array.from({ length: options.lanes ?? 2 }, () =>
      createLane(options.pool, (shards) => shards.forEach((shard) => this.listeners.forEach((told) => told(shard)))),
    );
    this.ports = this.mailboxPorts();
    const prepare = () =>
      direct(options.pool)
        .query('select es.prepare_periods()')
        .catch(() => undefined);
    this.periods = setInterval(prepare, PERIOD_CHECK_MS);
    this.periods.unref();
  }

  async execute<S, C, E, R extends string>(unit: Unit<S, C, E, R>): Promise<Outcome<E, R>> {
    const { id, kind, territory } = unit.stream;
    if (id === '' || unit.key === '') throw new Error('a command needs a stream and a key');
    mustBePlain([id, kind, territory, unit.key, unit.requestHash, unit.actor]);
    const mailbox = this.mailboxFor(unit.stream.id);
    if (!mailbox) return OVERLOADED;
    this.pending += 1;
    try {
      // The mailbox cannot know the types of each decider; they leave it as they came in.
      return (await mailbox.submit(unit as unknown as AnyUnit)) as unknown as Outcome<E, R>;
    } finally {
      this.pending -= 1;
    }
  }

  async load<S, E>(streamId: string, decider: Folding<S, E>): Promise<Loaded<S>> {
    const folding = decider as unknown as Folding<unknown, unknown>;
    const cached = this.cache.get(streamId, folding);
    const loaded = await this.loader.submit(requestFor(streamId, folding, cached));
    if (!loaded.header) return { state: decider.initial, version: 0 };
    const ground = groundOf(streamId, folding, { cached, loaded });
    if (!ground) {
      this.cache.drop(streamId);
      return this.load(streamId, decider);
    }
    const { state, version } = ground;
    this.cache.put(streamId, { folding, state, version, header: loaded.header });
    this.snapshots.offer(streamId, folding, ground);
    return { state: state as S, version, header: loaded.header };
  }

  eventsAt(shard: number, from: number, to: number): Promise<StoredEvent[]> {
    return this.reader.submit({ shard, after: from - 1, to, limit: to - from + 1 });
  }

  read(shard: number, fromPos: number, limit: number): Promise<StoredEvent[]> {
    return this.reader.submit({ shard, after: fromPos, to: Number.MAX_SAFE_INTEGER, limit });
  }

  async heads(): Promise<number[]> {
    const text = 'select head::float8 as head from es.shard order by shard';
    const rows = await answered<{ head: number }>(this.options.pool, { name: 'es.heads', text, values: [] });
    return rows.map(({ head }) => head);
  }

  onAppend(listener: (shard: number) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  depth(): number {
    return this.pending;
  }

  queues(): Queues {
    const sizes = [...this.mailboxes.values()].map(({ size }) => size);
    return {
      pending: this.pending,
      lanes: this.lanes.map(({ waiting }) => waiting),
      mailboxes: sizes.length,
      longestMailbox: sizes.reduce((longest, size) => Math.max(longest, size), 0),
    };
  }

  snapshotsWritten(): Promise<void> {
    return this.snapshots.written();
  }

  async close(deadlineMs: number): Promise<void> {
    this.closed = true;
    clearInterval(this.periods);
    const until = performance.now() + deadlineMs;
    while (this.pending > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    const left = Math.max(0, until - performance.now());
    await Promise.race([this.snapshots.written(), new Promise((resolve) => setTimeout(resolve, left).unref())]);
  }

  private mailboxFor(stream: string): Mailbox | undefined {
    const { streamQueueLimit = 2_048, queueLimit = 8_192 } = this.options;
    if (this.closed || this.pending >= queueLimit) return undefined;
    let mailbox = this.mailboxes.get(stream);
    if (!mailbox) this.mailboxes.set(stream, (mailbox = new Mailbox(stream, this.ports)));
    return mailbox.size >= streamQueueLimit ? undefined : mailbox;
  }

  private mailboxPorts(): MailboxPorts {
    return {
      cache: this.cache,
      snapshots: this.snapshots,
      load: (request) => this.loader.submit(request),
      prepare: (step) => this.unitOf(step),
      append: (units) => this.lanes[units[0]!.shard % this.lanes.length]!.submit(units),
      idle: (stream) => void this.mailboxes.delete(stream),
      eventsOf: async (stream, { firstPos, lastPos }) => {
        const shard = shardOf(stream);
        const stored = await this.eventsAt(shard, firstPos, lastPos);
        return { shard, events: stored.map(({ type, at, data }) => ({ type, at, data })) };
      },
    };
  }

  private unitOf({ unit, envelope, ground, events, next }: AppendStep): AppendUnit {
    const { id, kind, community, territory } = next.header!;
    const { streamEventsLimit = MAX_STREAM_EVENTS } = this.options;
    if (events.length > MAX_BATCH) throw new OverLimit({ kind: 'too-many', events: events.length, limit: MAX_BATCH });
    if (next.version > streamEventsLimit) throw new OverLimit({ kind: 'stream-full', limit: streamEventsLimit });
    mustBePlain([envelope.actor, envelope.role, envelope.rule, envelope.correlation, envelope.causation]);
    return {
      shard: shardOf(id),
      stream: id,
      kind,
      community,
      territory,
      key: unit.key,
      requestHash: unit.requestHash,
      caller: unit.actor,
      expected: ground.version,
      envelope,
      events: events.map((event) => this.eventOf(event)),
    };
  }

  private eventOf({ type, at, data }: { type: string; at: string; data: unknown }): AppendEvent {
    const revision = this.options.eventTypes[type];
    if (!revision) throw new Error(`${this.owner} does not own the event type ${type}`);
    const millis = millisOf(at);
    if (instantOf(millis) !== at) throw new Error(`${type} has the time ${at}`);
    const text = JSON.stringify(data ?? null);
    const bytes = Buffer.byteLength(text);
    if (bytes > MAX_EVENT_BYTES) throw new OverLimit({ kind: 'too-large', type, bytes, limitBytes: MAX_EVENT_BYTES });
    const id = uuid7(millisOf(this.options.clock.now()), randomBytes(10));
    return { type, revision, id, micros: millis * 1_000, data: text };
  }
}

/** Control characters separate the fields of a leaf, so no field may hold one. */
function mustBePlain(texts: string[]): void {
  for (const text of texts) {
    // eslint-disable-next-line no-control-regex
    if (text.length > 512 || /[\u0000-\u001f]/.test(text)) {
      throw new Error(`not a plain text of at most 512 characters: ${JSON.stringify(text.slice(0, 80))}`);
    }
  }
}
