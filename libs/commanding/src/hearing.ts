import type { EventRecord } from '@baogong/event-pipe';
import type { Authority, Consumer } from './types.js';

/** Lets the copy of authority hear of every policy that others act under, with whatever else a consumer does of it. */
export function hearing(consumer: Consumer, authority: Pick<Authority, 'hear'>): Consumer {
  const hear = (record: EventRecord): void => {
    // The rule of an event without a version of the matrix was written before policies were counted.
    if (record.rule.includes('@')) authority.hear(record);
  };
  if ('handle' in consumer) {
    return {
      ...consumer,
      handle(record) {
        hear(record);
        return consumer.handle(record);
      },
    };
  }
  return {
    ...consumer,
    apply(tx, records) {
      records.forEach(hear);
      return consumer.apply(tx, records);
    },
  };
}
