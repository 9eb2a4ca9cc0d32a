import {
  CHANNELS,
  type Clause,
  CRITERIA,
  type Criterion,
  ITEM_CLASSES,
  RISKS,
  type Territory,
  type What,
  type Who,
} from '@baogong/kernel';
import { combine, isBare, treeOf, type TreeSet } from './tree-set.js';

/**
 * What a clause speaks of, as a product of sets. Households are the sets of criteria they could meet, one bit for each;
 * times are the minutes of a week, one bit for each; articles and places are trees.
 */
export const DIMENSIONS = ['who', 'what', 'when', 'where', 'channel', 'risk'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Part = bigint | TreeSet;
export type Extent = Readonly<Record<Dimension, Part>>;

const MINUTES_OF_DAY = 1440;
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;
const full = (bits: number): bigint => (1n << BigInt(bits)) - 1n;
const EVERYBODY = full(2 ** CRITERIA.length);
const ALWAYS = full(MINUTES_OF_WEEK);
const ALL_ITEMS = treeOf(ITEM_CLASSES);

const MEETING = new Map<Criterion, bigint>(
  CRITERIA.map((criterion, index) => {
    const has = Array.from({ length: 2 ** CRITERIA.length }, (_, household) => (household >> index) & 1);
    return [criterion, BigInt(`0b${has.reverse().join('')}`)];
  }),
);

/** @param place what lies outside of it is left out */
export function extentOf({ who, what, when, where, risks }: Clause, place: Territory): Extent {
  const here = treeOf([place]);
  const only = where?.only ? both(here, treeOf(where.only)) : here;
  return {
    who: householdsOf(who),
    what: itemsOf(what),
    when: when ? when.map(minutesOf).reduce((a, b) => a | b, 0n) : ALWAYS,
    where: where?.except ? without(only, treeOf(where.except)) : only,
    channel: bitsOf(CHANNELS, where?.channels),
    risk: bitsOf(RISKS, risks),
  };
}

export const both = (a: Part, b: Part): Part =>
  typeof a === 'bigint' ? a & (b as bigint) : combine(a, b as TreeSet, (inA, inB) => inA && inB);
export const without = (a: Part, b: Part): Part =>
  typeof a === 'bigint' ? a & ~(b as bigint) : combine(a, b as TreeSet, (inA, inB) => inA && !inB);
export const isNothing = (part: Part): boolean => (typeof part === 'bigint' ? part === 0n : isBare(part));

/** What two clauses both speak of; undefined where there is nothing. */
export function overlap(a: Extent, b: Extent): Extent | undefined {
  const shared = Object.fromEntries(DIMENSIONS.map((name) => [name, both(a[name], b[name])])) as unknown as Extent;
  return isEmpty(shared) ? undefined : shared;
}

export const isEmpty = (extent: Extent): boolean => DIMENSIONS.some((name) => isNothing(extent[name]));

/** The households of the world by the criteria they meet, as the bit that stands for them. */
export const householdMeeting = (criteria: readonly Criterion[]): number =>
  criteria.reduce((bit, criterion) => bit | (1 << CRITERIA.indexOf(criterion)), 0);

export const has = (bits: Part, bit: number): boolean => (((bits as bigint) >> BigInt(bit)) & 1n) === 1n;

/** Days of the week, Monday first, on which there is a minute of it; a bit for each. */
export function openDays(when: Part): number {
  const day = full(MINUTES_OF_DAY);
  return [0, 1, 2, 3, 4, 5, 6].reduce(
    (days, index) => days | (((when as bigint) >> BigInt(index * MINUTES_OF_DAY)) & day ? 1 << index : 0),
    0,
  );
}

export function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

export const itemPath = (item: string): string => item.replace(':', '/');

function householdsOf({ only, except }: Who = {}): bigint {
  const meeting = (criteria: readonly Criterion[]) => criteria.reduce((all, one) => all | MEETING.get(one)!, 0n);
  return (only ? meeting(only) : EVERYBODY) & ~meeting(except ?? []);
}

function itemsOf({ only, except }: What = {}): Part {
  const chosen = only ? treeOf(only.map(itemPath)) : ALL_ITEMS;
  return except ? without(chosen, treeOf(except.map(itemPath))) : chosen;
}

function minutesOf({ days, from, to }: NonNullable<Clause['when']>[number]): bigint {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (end <= start) return 0n;
  const span = full(end - start);
  return days.reduce((all, day) => all | (span << BigInt((day - 1) * MINUTES_OF_DAY + start)), 0n);
}

function bitsOf<T extends string>(words: readonly T[], chosen: readonly T[] = words): bigint {
  return chosen.reduce((bits, word) => bits | (1n << BigInt(words.indexOf(word))), 0n);
}
