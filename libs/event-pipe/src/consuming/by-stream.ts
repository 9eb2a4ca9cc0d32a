import type { EventRecord } from '../port.js';

export interface Failed {
  record: EventRecord;
  error: unknown;
}

/**
 * Handles records of different streams beside each other and those of one stream in order.
 * @returns the failed record of the lowest position: all before it were handled, of those after it any may have been
 */
export async function handleByStream(
  records: EventRecord[],
  width: number,
  handle: (record: EventRecord) => Promise<void>,
): Promise<Failed | undefined> {
  const queue = [...byStream(records).values()];
  let first: Failed | undefined;
  const handleAll = async (stream: EventRecord[]): Promise<void> => {
    for (const record of stream) {
      if (first && first.record.pos < record.pos) return;
      try {
        await handle(record);
      } catch (error) {
        if (!first || record.pos < first.record.pos) first = { record, error };
      }
    }
  };
  const work = async (): Promise<void> => {
    for (let stream = queue.shift(); stream; stream = queue.shift()) await handleAll(stream);
  };
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, work));
  return first;
}

function byStream(records: EventRecord[]): Map<string, EventRecord[]> {
  const streams = new Map<string, EventRecord[]>();
  for (const record of records) {
    const before = streams.get(record.stream);
    if (before) before.push(record);
    else streams.set(record.stream, [record]);
  }
  return streams;
}
