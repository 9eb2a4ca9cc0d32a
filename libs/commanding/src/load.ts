import type { ConsumerLag } from '@baogong/event-pipe';
import type { StartedService } from './types.js';

/** Commands that wait for the store, those of process managers included. */
const DEPTH_MAX = 2048;
/** A consumer that is this far behind, in events and in seconds, is overrun; one of them alone may be a mere pause. */
const LAG_EVENTS = 5000;
const LAG_SECONDS = 10;
const LOOK_EVERY_MS = 500;
const RETRY_SECONDS_MAX = 30;

/**
 * Whether a service has room for commands: by the depth of its queue, and by how far its consumers are behind, whose
 * work every command adds to. @returns seconds after which to ask again; undefined while there is room
 */
export function loadOf(
  { runtime, consumers }: Pick<StartedService, 'consumers'> & { runtime: Pick<StartedService['runtime'], 'store'> },
  now: () => number = () => performance.now(),
): () => number | undefined {
  let behind: number | undefined;
  let lookAt = 0;
  return () => {
    if (now() >= lookAt) {
      lookAt = now() + LOOK_EVERY_MS;
      behind = secondsBehind(consumers.lag());
    }
    return runtime.store.depth() >= DEPTH_MAX ? 1 : behind;
  };
}

function secondsBehind(lags: ConsumerLag[]): number | undefined {
  const consumers = new Map<string, { events: number; seconds: number }>();
  for (const { consumer, source, events, seconds, quarantined } of lags) {
    // A quarantined log waits for people, not for time.
    if (quarantined) continue;
    const sum = consumers.get(`${consumer} ${source}`) ?? { events: 0, seconds: 0 };
    consumers.set(`${consumer} ${source}`, {
      events: sum.events + events,
      seconds: Math.max(sum.seconds, seconds),
    });
  }
  const overrun = [...consumers.values()].filter(
    ({ events, seconds }) => events >= LAG_EVENTS && seconds >= LAG_SECONDS,
  );
  if (overrun.length === 0) return undefined;
  return Math.min(RETRY_SECONDS_MAX, Math.ceil(Math.max(...overrun.map(({ seconds }) => seconds)) / 4));
}
