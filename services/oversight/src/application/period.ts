import { addMinutes, instantOf, millisOf, minutesBetween, type Instant } from '@baogong/kernel';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const HOUR_LENGTH = '2026-01-01T00'.length;

/** Whole hours: the first, and the one after the last, such as `2026-04-15T06`. */
export interface Hours {
  fromHour: string;
  toHour: string;
}

export interface Bounds {
  from?: string;
  to?: string;
}

export interface PeriodFault {
  pointer: '/from' | '/to';
  says: string;
}

export const hourOf = (moment: string): string => instantOf(millisOf(moment)).slice(0, HOUR_LENGTH);
export const instantOfHour = (hour: string): Instant => `${hour}:00:00.000Z`;

/** The last 24 hours with the hour that runs. */
export function lastDay(now: Instant): Hours {
  return { fromHour: hourOf(addMinutes(now, -DAY_MINUTES)), toHour: hourOf(addMinutes(now, HOUR_MINUTES)) };
}

/** The hours in which the bounds lie are told whole. What is missing of the bounds is that of the last 24 hours. */
export function hoursWithin(
  { from, to }: Bounds,
  { now, daysMax }: { now: Instant; daysMax: number },
): Hours | PeriodFault {
  const fallback = lastDay(now);
  const fromHour = from === undefined ? fallback.fromHour : hourOf(from);
  const toHour = to === undefined ? fallback.toHour : hourOf(addMinutes(instantOf(millisOf(to) - 1), HOUR_MINUTES));
  const minutes = minutesBetween(instantOfHour(fromHour), instantOfHour(toHour));
  if (minutes <= 0) return { pointer: '/to', says: 'is not after from' };
  if (minutes > daysMax * DAY_MINUTES) return { pointer: '/to', says: `is more than ${daysMax} days after from` };
  return { fromHour, toHour };
}

/** Days are those of Beijing: all of China keeps its time. */
const BEIJING_MINUTES = 8 * HOUR_MINUTES;

/** The day that a moment lies in, such as `2026-04-15`. */
export const dayOf = (at: Instant): string => addMinutes(at, BEIJING_MINUTES).slice(0, 10);
export const dayBegins = (day: string): Instant => addMinutes(`${day}T00:00:00.000Z`, -BEIJING_MINUTES);
export const dayAfter = (day: string): string => addMinutes(`${day}T00:00:00.000Z`, DAY_MINUTES).slice(0, 10);
export const dayEnds = (day: string): Instant => dayBegins(dayAfter(day));
export const hoursOfDay = (day: string): Hours => ({ fromHour: hourOf(dayBegins(day)), toHour: hourOf(dayEnds(day)) });
