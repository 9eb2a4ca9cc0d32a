import { CHANNELS, CRITERIA, RISKS } from '@baogong/kernel';
import { has, householdMeeting, type Dimension, type Part } from './extent.js';
import type { TreeSet } from './tree-set.js';

const VALUES_MAX = 10;
const MINUTES_OF_DAY = 1440;

/** A part of one dimension in the words of the rule language, at most ten of them. */
export function valuesOf(dimension: Dimension, part: Part): string[] {
  return DESCRIBERS[dimension](part).slice(0, VALUES_MAX);
}

const DESCRIBERS: Record<Dimension, (part: Part) => string[]> = {
  who: householdsIn,
  what: (part) => pathsIn(part as TreeSet).map((path) => path.replace('/', ':')),
  when: windowsIn,
  where: (part) => pathsIn(part as TreeSet),
  channel: (part) => wordsIn(CHANNELS, part),
  risk: (part) => wordsIn(RISKS, part),
};

/** By the fewest criteria that put a household into it; households with none of them are told by what they lack. */
function householdsIn(part: Part): string[] {
  const alone = CRITERIA.filter((criterion) => has(part, householdMeeting([criterion])));
  if (has(part, 0)) {
    const missing = CRITERIA.filter((criterion) => !alone.includes(criterion));
    return missing.length === 0 ? ['everybody'] : missing.map((criterion) => `not:${criterion}`);
  }
  return alone.length > 0 ? alone : fewestTogether(part);
}

function fewestTogether(part: Part): string[] {
  const households = Array.from({ length: 2 ** CRITERIA.length }, (_, household) => household);
  const met = (household: number) => CRITERIA.filter((_criterion, index) => ((household >> index) & 1) === 1);
  const inside = households.filter((household) => has(part, household)).map(met);
  const fewest = Math.min(...inside.map(({ length }) => length));
  return inside.filter(({ length }) => length === fewest).map((criteria) => criteria.join('+'));
}

const pathsIn = (set: TreeSet): string[] => [...set].map(([path, mark]) => (mark ? path : `not:${path}`));

/** `1,2 08:00-20:00` for Monday and Tuesday. */
function windowsIn(part: Part): string[] {
  const days = new Map<string, number[]>();
  for (let day = 0; day < 7; day += 1) {
    for (const window of windowsOfDay(((part as bigint) >> BigInt(day * MINUTES_OF_DAY)) & DAY))
      days.set(window, [...(days.get(window) ?? []), day + 1]);
  }
  return [...days].map(([window, on]) => `${on.join(',')} ${window}`);
}

const DAY = (1n << BigInt(MINUTES_OF_DAY)) - 1n;

function windowsOfDay(minutes: bigint): string[] {
  const windows: string[] = [];
  let from = -1;
  for (let minute = 0; minute <= MINUTES_OF_DAY; minute += 1) {
    const open = ((minutes >> BigInt(minute)) & 1n) === 1n;
    if (open && from < 0) from = minute;
    if (open || from < 0) continue;
    windows.push(`${clockOf(from)}-${clockOf(minute)}`);
    from = -1;
  }
  return windows;
}

const clockOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function wordsIn(words: readonly string[], part: Part): string[] {
  return words.filter((_word, index) => has(part, index));
}
