import type { HowMuch } from '@baogong/kernel';

/**
 * How often at most something can be done within `days` days on end that begin on a weekday, where it is permitted
 * `limit.times` times within any `limit.days` days and only on some days of the week. To do all of it on the first
 * open day, and again as soon as it counts anew, is the most: sort any other plan by time and deal it out in turn to
 * as many hands as there are times; each hand then waits as long as one who follows this plan, or longer.
 * @param open a bit per day of the week, Monday first
 * @param start 0 for Monday
 */
export function mostWithin(days: number, limit: HowMuch, { open, start }: { open: number; start: number }): number {
  let rounds = 0;
  for (let day = 0; day < days;) {
    const isOpen = ((open >> ((start + day) % 7)) & 1) === 1;
    if (isOpen) rounds += 1;
    day += isOpen ? limit.days : 1;
  }
  return rounds * limit.times;
}
