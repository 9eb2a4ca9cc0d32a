import type { Context } from '@baogong/contracts';
import type { Subscription } from './port.js';

/** One subscription made of one for each source. */
export function joined(
  sources: Context[],
  parts: Subscription[],
  onClose: (subscription: Subscription) => void,
): Subscription {
  const partOf = (source: Context) => parts[sources.indexOf(source)];
  const whole: Subscription = {
    pause: (partition) => partOf(partition.source)?.pause(partition),
    resume: (partition) => partOf(partition.source)?.resume(partition),
    lag: () => parts.flatMap((part) => part.lag()),
    close: async (deadlineMs) => {
      await Promise.all(parts.map((part) => part.close(deadlineMs)));
      onClose(whole);
    },
  };
  return whole;
}
