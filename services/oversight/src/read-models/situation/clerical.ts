/**
 * Minutes of clerical work that each record would have taken by hand: planning values for a list kept on paper or in a
 * chat group, not measurements. docs/district.md says how each was set.
 */
export const CLERICAL_MINUTES = {
  /** An order read from a message and written into the list. */
  requested: 3,
  /** A line of the allocation list, and the household told. */
  granted: 1,
  /** A consignment held against its delivery note. */
  counted: 15,
  /** A label written. */
  packed: 1,
  /** A signature taken and filed. */
  handedOver: 1,
  /** A complaint noted, numbered and passed on. */
  cases: 10,
  /** Who is late with what, found out and reported. */
  breaches: 10,
  /** The figures of a day collected, added up and set. */
  bulletins: 90,
} as const;

export type ClericalWork = keyof typeof CLERICAL_MINUTES;

export interface Clerical {
  minutes: number;
  records: Record<ClericalWork, number>;
}

export function clericalOf(records: Record<ClericalWork, number>): Clerical {
  const works = Object.keys(CLERICAL_MINUTES) as ClericalWork[];
  return { minutes: works.reduce((sum, work) => sum + records[work] * CLERICAL_MINUTES[work], 0), records };
}
