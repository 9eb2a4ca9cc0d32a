const [second, minute, hour] = [1000, 60_000, 3_600_000];

/** What Standard Webhooks recommends: the first attempt at once, then these pauses; three days in all. */
export const PAUSES_MS: readonly number[] = [
  ...[5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
];
const JITTER = 0.2;

/**
 * The pause after that many failed attempts, up to a fifth longer by chance, so that receivers who come back are not
 * met by everything at once; undefined when the schedule has ended. @param chance between 0 and 1.
 */
export function pauseMs(attempts: number, pausesMs: readonly number[], chance: number): number | undefined {
  const pause = pausesMs[attempts - 1];
  return pause === undefined ? undefined : Math.round(pause * (1 + JITTER * chance));
}
