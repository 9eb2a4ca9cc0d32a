/** A moment in UTC, RFC 3339 with milliseconds, such as `2026-04-15T06:00:00.000Z`; two of them compare as text. */
export type Instant = string;

/** Where the current time comes from. Domain code never sees one: the time arrives in the command. */
export interface Clock {
  now(): Instant;
}

const MINUTE_MS = 60_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** @param ms milliseconds since 1970-01-01T00:00Z */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Milliseconds since 1970-01-01T00:00Z; any RFC 3339 text is read. */
export function millisOf(at: string): number {
  return Date.parse(at);
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return instantOf(millisOf(at) + minutes * MINUTE_MS);
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (millisOf(to) - millisOf(from)) / MINUTE_MS;
}
