import type { Log } from '@baogong/observability';

export interface Stopping {
  readonly begun: boolean;
  /** What to do when asked to stop; before this is told a stop simply ends the process. */
  with(close: () => Promise<void>): void;
}

/** Under the 10 s that a supervisor waits before it kills. */
const STOP_WITHIN_MS = 9500;

/** SIGTERM and SIGINT, and the end of a parent that watches over us by a channel: nobody is left to stop us then. */
export function stopOnSignal(log: Log): Stopping {
  let begun = false;
  let close = (): Promise<void> => Promise.resolve();
  const stop = (why: string): void => {
    if (begun) return;
    begun = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'not stopped in order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  if (process.channel) {
    process.once('disconnect', () => stop('the parent is gone'));
    process.channel.unref();
  }
  return {
    get begun() {
      return begun;
    },
    with: (how) => void (close = how),
  };
}
