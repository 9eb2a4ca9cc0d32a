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

export interface LiveThroughput {
  /** Sends the sums at once and then whenever they change; the answer ends it. */
  follow(reader: { caller: Caller; territory: Territory }, stream: EventStream): () => void;
}

/** However many watch one place, its sums are asked for once a second. */
export function liveThroughput(runtime: Runtime): LiveThroughput {
  const asked = new Map<Territory, { atMs: number; sums: Promise<unknown> }>();
  const sumsOf = (territory: Territory): Promise<unknown> => {
    const known = asked.get(territory);
    if (known && performance.now() - known.atMs < POLL_MS) return known.sums;
    const span = lastDay(runtime, territory);
    const sums = totalOf(runtime, span).then((total) => ({ ...span, ...total }));
    asked.set(territory, { atMs: performance.now(), sums });
    sums.catch(() => asked.delete(territory));
    return sums;
  };
  return { follow: (reader, stream) => follow({ runtime, sumsOf }, reader, stream) };
}

function follow(
  { runtime, sumsOf }: { runtime: Runtime; sumsOf(territory: Territory): Promise<unknown> },
  { caller, territory }: { caller: Caller; territory: Territory },
  stream: EventStream,
): () => void {
  let last = '';
  const look = async (): Promise<void> => {
    // A reader whose grant is withdrawn is cut off at the next look.
    if (!see(runtime, caller, { action: 'SeeThroughput', territory }).ok) return stream.close();
    const data = await sumsOf(territory);
    const text = JSON.stringify(data);
    if (text === last) return;
    last = text;
    stream.send({ event: 'throughput', id: runtime.clock.now(), data });
  };
  const tick = (): void => {
    look().catch((error: unknown) => {
      runtime.log.error({ err: error }, 'live throughput failed');
      stream.close();
    });
  };
  const timer = setInterval(tick, POLL_MS);
  timer.unref();
  tick();
  return () => clearInterval(timer);
}
