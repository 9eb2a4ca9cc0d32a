import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import { thresholdStream } from '../../application/streams.js';
import type { Measure } from '../../domain/threshold/threshold.js';
import { measured } from './measures.js';

const EVERY_MS = 2000;

interface Row {
  threshold_id: string;
  territory: string;
  measure: Measure;
  at_least: number;
  above: boolean;
  crossings: number;
}

/**
 * Looks at every threshold and has a crossing recorded. Each process looks; the key of a crossing is its number, so it
 * is recorded once however many see it, and one that was recorded before a crash is not recorded again.
 */
export function watchThresholds(runtime: Runtime): { close(): Promise<void> } {
  let closed = false;
  let wake: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const turn = () => {
    looking = look(runtime)
      .catch((error: unknown) => runtime.log.warn({ err: error }, 'thresholds not looked at'))
      .then(() => {
        if (!closed) wake = setTimeout(turn, EVERY_MS).unref();
      });
  };
  wake = setTimeout(turn, EVERY_MS).unref();
  return {
    async close() {
      closed = true;
      clearTimeout(wake);
      await looking;
    },
  };
}

async function look(runtime: Runtime): Promise<void> {
  // Nobody may record anything before the first matrix is there.
  if (!runtime.authority.matrix()) return;
  const rows = await rowsOf<Row>(runtime, 'select * from oversight.threshold order by threshold_id', []);
  for (const { threshold_id, territory, measure, at_least, above, crossings } of rows) {
    const { value } = await measured(runtime, { territory, measure });
    if (value >= at_least === above) continue;
    const key = `timer:crossing-${threshold_id}-${crossings + 1}`;
    const stream = thresholdStream(threshold_id, territory);
    const command = { action: 'RecordCrossing', stream, data: { territory, measure } };
    await runtime.issue(command, { key, correlation: key, causation: key });
  }
}
