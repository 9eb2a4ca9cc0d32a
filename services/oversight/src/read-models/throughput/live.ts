import type { Caller } from '@baogong/commanding';
import { addMinutes, type Territory } from '@baogong/kernel';
import type { EventStream } from '@baogong/http';
import { see } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import { totalOf, type Span } from './throughput.query.js';

const POLL_MS = 1000;
const DAY_MINUTES = 24 * 60;

/** The last 24 hours with the hour that runs. */
export function lastDay({ clock }: Runtime, territory: Territory): Span {
  const now = clock.now();
  return { territory, fromHour: addMinutes(now, -DAY_MINUTES).slice(0, 13), toHour: addMinutes(now, 60).slice(0, 13) };
}

/** Sends the sums at once and then whenever they change; a reader whose grant is withdrawn is cut off at the next look. */
export function followThroughput(
  runtime: Runtime,
  reader: { caller: Caller; territory: Territory },
  stream: EventStream,
): () => void {
  const { caller, territory } = reader;
  let last = '';
  let looking = false;
  const look = async (): Promise<void> => {
    if (!see(runtime, caller, { action: 'SeeThroughput', territory }).ok) return stream.close();
    const span = lastDay(runtime, territory);
    const data = { ...span, ...(await totalOf(runtime, span)) };
    const text = JSON.stringify(data);
    if (text === last) return;
    last = text;
    stream.send({ event: 'throughput', id: runtime.clock.now(), data });
  };
  const tick = (): void => {
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => {
        runtime.log.error({ err: error }, 'live throughput failed');
        stream.close();
      })
      .finally(() => (looking = false));
  };
  const timer = setInterval(tick, POLL_MS);
  timer.unref();
  tick();
  return () => clearInterval(timer);
}
