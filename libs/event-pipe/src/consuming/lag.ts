import type { ConsumerLag } from '../consumers.js';
import type { Subscription } from '../port.js';
import type { ShardWorker } from './shard-worker.js';

export function lagOf(workers: ShardWorker[], subscriptions: Subscription[]): ConsumerLag[] {
  const heads = new Map<string, number>();
  for (const { source, shard, head } of subscriptions.flatMap((subscription) => subscription.lag())) {
    heads.set(`${source}:${shard}`, head);
  }
  return workers.map((worker) => {
    const { source, shard, consumer } = worker.place;
    const head = Math.max(worker.head, worker.at, heads.get(`${source}:${shard}`) ?? 0);
    const events = head - worker.at;
    const { at, duplicates, repeats, quarantined } = worker;
    const seconds = events === 0 || worker.lastAt === undefined ? 0 : secondsSince(worker.lastAt);
    return { consumer: consumer.name, source, shard, at, head, events, seconds, duplicates, repeats, quarantined };
  });
}

/** By the real clock: the time of an event in a drill may lie ahead of it. */
function secondsSince(at: string): number {
  return Math.max(0, (Date.now() - Date.parse(at)) / 1000);
}
