import type { By } from '@baogong/decider';

/** A count of households, orders or persons below this is told to nobody who may see no persons. */
export const LEAST_COUNT = 5;

/** Only a committee meets its people one by one; to everyone above they are numbers. */
export const seesPersons = ({ role }: Pick<By, 'role'>): boolean => role === 'residents-committee';

/** @returns the count, or null where it is one to four and the reader sees no persons */
export function masked(count: number, persons: boolean): number | null {
  return persons || count === 0 || count >= LEAST_COUNT ? count : null;
}

/**
 * Counts that are told beside their sum. One hidden count alone could be had by subtraction: the next smallest is
 * hidden with it until at least two are hidden and hide at least five; where that cannot be, the sum is hidden too.
 * @returns the counts in their order, null where hidden, and their sum, null where hidden
 */
export function maskedParts(
  counts: readonly number[],
  persons: boolean,
): { parts: (number | null)[]; sum: number | null } {
  const sum = counts.reduce((all, count) => all + count, 0);
  const hidden = new Set(counts.flatMap((count, index) => (masked(count, persons) === null ? [index] : [])));
  const bySize = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((a, b) => a.count - b.count);
  const hides = () => [...hidden].reduce((all, index) => all + counts[index]!, 0);
  const guessed = () => hidden.size > 0 && (hidden.size < 2 || hides() < LEAST_COUNT);
  while (guessed() && bySize.length > 0) hidden.add(bySize.shift()!.index);
  const parts = counts.map((count, index) => (hidden.has(index) ? null : count));
  return { parts, sum: guessed() ? null : sum };
}
