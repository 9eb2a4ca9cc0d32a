import type { Context } from '@baogong/contracts';
import type { StoredEvent } from '@baogong/event-store';
import type { EventLog, EventRecord, PublishedMap } from './port.js';

/** What neighbours may see. The event of a private type keeps its place in the order and nothing of its content. */
export function publishedRecord(event: StoredEvent, to: { source: Context; published: PublishedMap }): EventRecord {
  const { data: _private, ...header } = event;
  const translate = Object.hasOwn(to.published, event.type) ? to.published[event.type] : undefined;
  const record = { ...header, source: to.source, epoch: 0 };
  return translate ? { ...record, data: translate(event) } : record;
}

/** What a service sees of its own log: everything. */
export function ownRecord(event: StoredEvent, source: Context): EventRecord {
  return { ...event, source, epoch: 0 };
}

/** Answers a neighbour's `fetchLog`; the runtime puts it behind an authenticated route. */
export function logReader(log: EventLog, to: { source: Context; published: PublishedMap; limit?: number }) {
  return async (shard: number, from: number): Promise<EventRecord[]> =>
    (await log.read(shard, from, to.limit ?? 500)).map((event) => publishedRecord(event, to));
}
