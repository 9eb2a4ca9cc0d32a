const FINE_MINUTES = 240;
const DAY_MINUTES = 1440;

/**
 * The whole minutes that a duration is counted under: to the minute below four hours, to five minutes below a day, to
 * the hour above, always rounded down. So a year of durations is a few hundred sums.
 */
export function minutesCountedAs(fromAt: string, toAt: string): number {
  const minutes = Math.max(0, Math.floor((Date.parse(toAt) - Date.parse(fromAt)) / 60_000));
  if (minutes < FINE_MINUTES) return minutes;
  const step = minutes < DAY_MINUTES ? 5 : 60;
  return minutes - (minutes % step);
}

export interface Counted {
  minutes: number;
  count: number;
}

/** The least duration that `share` of all do not exceed: nearest rank. @param counted ordered by minutes, not empty */
export function quantile(counted: readonly Counted[], share: number): number {
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { minutes, count } of counted) {
    passed += count;
    if (passed >= share * all) return minutes;
  }
  return counted.at(-1)!.minutes;
}
