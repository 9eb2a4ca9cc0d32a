import { plain } from './plain.js';
import { read, unread, type Reading } from './reading.js';

/** All of mainland China keeps one time. */
const OFFSET = '+08:00';
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;

/**
 * A moment as RFC 3339: `2026-11-25 08:00`, `2026/11/25 8:00`, `2026年11月25日 8:00`, a date of a workbook, or one with its own
 * offset. Without one it is the time of China; without a time of day it is `missing`.
 */
export function readMoment(cell: string, missing: '00:00' | '23:59'): Reading<string> {
  const text = plain(cell);
  const [whole, year, month, day] = DAY.exec(text) ?? [];
  if (whole === undefined) return notOne();
  const rest = /^[T ]*([\d:.点时分]*)\s*(Z|[+-]\d{2}:\d{2})?$/.exec(text.slice(whole.length));
  if (!rest) return notOne();
  const [, time, offset = ''] = rest;
  const clock = time === '' ? read<string>(missing) : readClock(time!);
  const moment = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const isDay = new Date(`${moment}T00:00:00Z`).getUTCDate() === Number(day);
  return clock.ok && isDay ? read(`${moment}T${clock.value}:00${offset || OFFSET}`) : notOne();
}

const notOne = (): Reading<string> => unread('is not a date and time', 'write it as 2026-11-25 08:00');

/** A time of day as `08:00`: `8:00`, `８：００`, `8点`, `8点30分`, a time of a workbook, or its part of a day as a number. */
export function readClock(cell: string): Reading<string> {
  const text = plain(cell);
  const [, hour, minute = '0'] =
    /^(?:\d{4}-\d{2}-\d{2}T)?(\d{1,2})[:点时](\d{1,2})?(?:分|:\d{2}(?:\.\d+)?)?$/.exec(text) ?? partOfDay(text);
  const [hours, minutes] = [Number(hour ?? 'none'), Number(minute)];
  if (hours <= 23 && minutes <= 59)
    return read(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
  return unread('is not a time of day', 'write it as 08:00');
}

function partOfDay(text: string): (string | undefined)[] {
  if (!/^0?\.\d+$/.test(text)) return [];
  const minutes = Math.round(Number(text) * 24 * 60);
  return [text, String(Math.floor(minutes / 60)), String(minutes % 60)];
}
