import type { By } from '@baogong/decider';

/** A count of households, orders or persons below this is told to nobody who may see no persons. */
export const LEAST_COUNT = 5;

/** Only a committee meets its people one by one; to everyone above they are numbers. */
export const seesPersons = ({ role }: Pick<By, 'role'>): boolean => role === 'residents-committee';

/** @returns the count, or null where it is one to four and the reader sees no persons */
export function masked(count: number, persons: boolean): number | null {
  return persons || count === 0 || count >= LEAST_COUNT ? count : null;
}
