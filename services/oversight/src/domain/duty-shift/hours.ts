import { instantOf, millisOf, type Instant } from '@baogong/kernel';

const HOUR_MS = 3_600_000;

/** The beginning of the hour in which a moment lies; hours are those of UTC, and so of every whole time zone. */
export function hourOf(at: Instant): Instant {
  return instantOf(Math.floor(millisOf(at) / HOUR_MS) * HOUR_MS);
}

/** The beginnings of all hours from one moment to another, the last one excluded. */
export function hoursBetween(from: Instant, to: Instant): Instant[] {
  const first = millisOf(hourOf(from));
  const count = Math.max(0, Math.ceil((millisOf(to) - first) / HOUR_MS));
  return Array.from({ length: count }, (_, index) => instantOf(first + index * HOUR_MS));
}

export const isWholeHour = (at: Instant): boolean => hourOf(at) === at;

/** @param hours may be negative */
export const addHours = (at: Instant, hours: number): Instant => instantOf(millisOf(at) + hours * HOUR_MS);
