/** What a person is taken to use up in a day of all that is handed over, weighed as a whole. */
export const GRAMS_PER_PERSON_AND_DAY = 1000;
const DAY_MS = 86_400_000;

export interface Supply {
  /** Such as `2026-04-15T06`. */
  hour: string;
  grams: number;
}

/**
 * Until when a household is covered: what is handed over is used up at 1 kg per person and day, one supply after the
 * other, and days without any are not made up for.
 * @param supplies in the order of their hours
 * @returns null before the first supply
 */
export function coveredUntil(supplies: readonly Supply[], people: number): string | null {
  let until = -Infinity;
  for (const { hour, grams } of supplies) {
    const days = grams / (people * GRAMS_PER_PERSON_AND_DAY);
    until = Math.max(until, Date.parse(`${hour}:00:00.000Z`)) + days * DAY_MS;
  }
  return Number.isFinite(until) ? new Date(Math.floor(until)).toISOString() : null;
}
