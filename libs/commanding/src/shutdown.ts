import type { Log } from '@baogong/observability';

export interface StopStep {
  what: string;
  stop(): Promise<unknown>;
}

/** Each step gets the time that is left; one that fails or hangs is told and does not keep the rest from closing. */
export async function stopInOrder(steps: StopStep[], deadlineMs: number, log: Log): Promise<void> {
  const until = performance.now() + deadlineMs;
  for (const { what, stop } of steps) {
    const leftMs = Math.max(1, until - performance.now());
    try {
      if (!(await within(leftMs, stop()))) log.error({ what }, 'did not stop in time');
    } catch (error) {
      log.error({ what, err: error }, 'did not stop cleanly');
    }
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
