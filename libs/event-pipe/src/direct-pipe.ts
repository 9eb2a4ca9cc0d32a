import { CONTEXTS, type Context } from '@baogong/contracts';
import { feedLog } from './log-feed.js';
import type { EventLog, EventPipe, PublishedMap, Subscription } from './port.js';
import { publishedRecord } from './records.js';
import { joined } from './subscriptions.js';

export interface DirectPipeOptions {
  stores?: Partial<Record<Context, EventLog>>;
  published?: Partial<Record<Context, PublishedMap>>;
  pollMs?: number;
  onError?(error: unknown): void;
}

/** All services in one process: neighbours read each other's log itself, mapped as Kafka would carry it. */
export function createDirectPipe(options: DirectPipeOptions = {}): EventPipe {
  const open = new Set<Subscription>();
  const logs = Object.fromEntries(CONTEXTS.map((source) => [source, new LateLog()])) as Record<Context, LateLog>;
  const published: Partial<Record<Context, PublishedMap>> = { ...options.published };
  const mapperOf = (source: Context) => ({ source, published: published[source] ?? {} });
  for (const source of CONTEXTS) {
    const store = options.stores?.[source];
    if (store) logs[source].open(store);
  }
  return {
    attach: (source, log, map) => {
      published[source] = map;
      logs[source].open(log);
    },
    publish: () => Promise.resolve(undefined),
    read: async ({ source, shard, from, limit }) =>
      (await logs[source].read(shard, from, limit)).map((event) => publishedRecord(event, mapperOf(source))),
    consume: (consume) => {
      const feeds = consume.sources.map((source) => {
        const toRecord = (event: Parameters<typeof publishedRecord>[0]) => publishedRecord(event, mapperOf(source));
        return feedLog({ ...options, source, log: logs[source], toRecord }, consume);
      });
      const subscription = joined(consume.sources, feeds, (closed) => open.delete(closed));
      open.add(subscription);
      return Promise.resolve(subscription);
    },
    close: async (deadlineMs) => {
      await Promise.all([...open].map((subscription) => subscription.close(deadlineMs)));
    },
  };
}

/** Services open one after another; a neighbour may listen to a log before it is there. */
class LateLog implements EventLog {
  private log: EventLog | undefined;
  private readonly listeners = new Set<(shard: number) => void>();
  private stopListening: () => void = () => undefined;

  open(log: EventLog): void {
    this.stopListening();
    this.log = log;
    this.stopListening = log.onAppend((shard) => this.listeners.forEach((listener) => listener(shard)));
  }

  heads(): Promise<number[]> {
    return this.log?.heads() ?? Promise.resolve([]);
  }

  read(shard: number, from: number, limit: number) {
    return this.log?.read(shard, from, limit) ?? Promise.resolve([]);
  }

  onAppend(listener: (shard: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
