import { Redelivery, type ConsumeOptions, type EventLog, type EventPipe, type EventRecord } from '../src/port.js';
import type { ShardHead } from '../src/port.js';
import { publishedRecord } from '../src/records.js';
import { published } from './fixture.js';

export interface ScriptedPipe extends EventPipe {
  /** Answers the wait asked for where the batch was not taken. */
  deliver(records: EventRecord[], head?: ShardHead): Promise<number | undefined>;
  /** All of a shard's log, as the producer would publish it. */
  log(shard: number): Promise<EventRecord[]>;
  reads: number;
}

/** A pipe whose every delivery is the test's choice: again, out of order, with holes, spoiled. */
export function scriptedPipe(log: EventLog): ScriptedPipe {
  let consumer: ConsumeOptions | undefined;
  const toRecord = (event: Parameters<typeof publishedRecord>[0]) =>
    publishedRecord(event, { source: 'orders', published });
  const pipe: ScriptedPipe = {
    reads: 0,
    publish: () => Promise.resolve(undefined),
    read: async ({ shard, from, limit }) => {
      pipe.reads++;
      return (await log.read(shard, from, limit)).map(toRecord);
    },
    log: async (shard) => (await log.read(shard, 0, 1000)).map(toRecord),
    consume: (options) => {
      consumer = options;
      const nothing = () => undefined;
      return Promise.resolve({ pause: nothing, resume: nothing, lag: () => [], close: () => Promise.resolve() });
    },
    deliver: async (records, head) => {
      const shard = records[0]?.shard ?? 0;
      try {
        await consumer?.onBatch({ source: 'orders', shard, records, ...(head && { head }) });
        return undefined;
      } catch (error) {
        if (error instanceof Redelivery) return error.afterMs;
        throw error;
      }
    },
    close: () => Promise.resolve(),
  };
  return pipe;
}
