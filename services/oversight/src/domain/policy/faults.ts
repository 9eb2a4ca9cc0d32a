import { type Clause, covers, type Territory } from '@baogong/kernel';
import { CLAUSES_MAX, DAYS_MAX, TIMES_MAX, type DelegatedRange } from './clause.js';
import { spokenOf } from './containment.js';
import { extentOf, isEmpty, minuteOf, overlap } from './extent.js';

/** In characters: well below what an event may hold, with all that is said about it. */
const TEXT_MAX = 100_000;

export type ClauseFault =
  | 'no-clauses'
  | 'too-large'
  | 'clause-twice'
  | 'empty-interval'
  | 'empty-clause'
  | 'outside-territory'
  | 'contradicting-clauses';
export type RangeFault = 'range-of-nothing' | 'range-twice' | 'faulty-range';
export interface Fault<F extends string> {
  code: F;
  params?: Record<string, string>;
}

/** Why clauses cannot stand, whoever asks for them; undefined where they can. */
export function clauseFault(clauses: readonly Clause[], place: Territory): Fault<ClauseFault> | undefined {
  if (clauses.length === 0) return { code: 'no-clauses' };
  if (clauses.length > CLAUSES_MAX || JSON.stringify(clauses).length > TEXT_MAX) return { code: 'too-large' };
  const twice = clauses.find(({ id }, index) => clauses.findIndex((other) => other.id === id) !== index);
  if (twice) return { code: 'clause-twice', params: { clause: twice.id } };
  for (const clause of clauses) {
    const code = faultOf(clause, place);
    if (code) return { code, params: { clause: clause.id } };
  }
  return contradiction(clauses, place);
}

function faultOf(clause: Clause, place: Territory): ClauseFault | undefined {
  const { when = [], where = {} } = clause;
  if (when.some(({ from, to }) => minuteOf(to) <= minuteOf(from))) return 'empty-interval';
  const named = [...(where.only ?? []), ...(where.except ?? [])];
  if (named.some((territory) => !covers(place, territory))) return 'outside-territory';
  return isEmpty(extentOf(clause, place)) ? 'empty-clause' : undefined;
}

/** Two limits for one and the same use: nobody at the gate could tell which counts. */
function contradiction(clauses: readonly Clause[], place: Territory): Fault<ClauseFault> | undefined {
  const spoken = spokenOf(clauses, place);
  for (const [index, one] of spoken.entries()) {
    const limited = one.clause.howMuch !== undefined;
    const other = spoken
      .slice(index + 1)
      .find((next) => (limited || next.clause.howMuch !== undefined) && overlap(one.extent, next.extent));
    if (other) return { code: 'contradicting-clauses', params: { first: one.clause.id, second: other.clause.id } };
  }
  return undefined;
}

/** Why something cannot be delegated so: a parameter is delegated once, around the value it has. */
export function rangeFault(
  clauses: readonly Clause[],
  delegated: readonly DelegatedRange[],
): Fault<RangeFault> | undefined {
  for (const [index, range] of delegated.entries()) {
    const { clause, parameter } = range;
    const value = clauses.find(({ id }) => id === clause)?.howMuch?.[parameter];
    const first = delegated.findIndex((other) => other.clause === clause && other.parameter === parameter);
    const code = first === index ? faultAround(value, range) : 'range-twice';
    if (code) return { code, params: { clause, parameter } };
  }
  return undefined;
}

function faultAround(value: number | undefined, { parameter, least, most }: DelegatedRange): RangeFault | undefined {
  if (value === undefined) return 'range-of-nothing';
  const highest = parameter === 'times' ? TIMES_MAX : DAYS_MAX;
  return 1 <= least && least <= value && value <= most && most <= highest ? undefined : 'faulty-range';
}
