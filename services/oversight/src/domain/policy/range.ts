import type { Clause, HowMuch } from '@baogong/kernel';
import { PARAMETERS, type DelegatedRange } from './clause.js';
import type { Difference } from './difference.js';
import { overlap } from './extent.js';
import { shortcomings, spokenOf, type Compared } from './containment.js';

export interface Parent {
  clauses: readonly Clause[];
  delegated: readonly DelegatedRange[];
}
type Asked = Pick<Compared, 'asked' | 'place'>;

/** The parent's clauses as narrow as those below may make them: what nothing below may go short of. */
export function floorOf({ clauses, delegated }: Parent): Clause[] {
  return clauses.map((clause) => {
    if (!clause.howMuch) return clause;
    const { times, days } = clause.howMuch;
    const range = rangesOf(clause.id, { times, days }, delegated);
    return { ...clause, howMuch: { times: range.times.least, days: range.days.most } };
  });
}

/** The limits of asked clauses that meet a limited clause of the parent, where they leave the delegated range. */
export function beyondRange({ clauses, delegated }: Parent, { asked, place }: Asked): Difference[] {
  const below = spokenOf(asked, place);
  return spokenOf(clauses, place).flatMap(({ clause, extent }) => {
    const { id, howMuch: floor } = clause;
    if (!floor) return [];
    const range = rangesOf(id, floor, delegated);
    const fits = (asked: HowMuch | undefined) =>
      asked !== undefined &&
      PARAMETERS.every((name) => range[name].least <= asked[name] && asked[name] <= range[name].most);
    return below
      .filter((other) => overlap(other.extent, extent) && !fits(other.clause.howMuch))
      .map(({ clause: { howMuch } }): Difference => {
        const about = { clause: id, dimension: 'how-much', floor } as const;
        return { kind: 'beyond-range', ...about, values: [], ...(howMuch ? { asked: howMuch } : {}) };
      });
  });
}

/** All in which a rule of those below differs from what it may be; undefined where it is too intricate to decide. */
export function departures(parent: Parent, { asked, place }: Asked): Difference[] | undefined {
  const short = shortcomings({ floor: floorOf(parent), asked, place });
  if (!short) return undefined;
  const told = new Set(short.filter(({ kind }) => kind === 'less').map(({ clause }) => clause));
  return [...short, ...beyondRange(parent, { asked, place }).filter(({ clause }) => !told.has(clause))];
}

type Ranges = Record<'times' | 'days', { least: number; most: number }>;

/** What is not delegated stays as it is. */
function rangesOf(clause: string, { times, days }: HowMuch, delegated: readonly DelegatedRange[]): Ranges {
  const rangeOf = (parameter: 'times' | 'days', value: number) =>
    delegated.find((one) => one.clause === clause && one.parameter === parameter) ?? { least: value, most: value };
  return { times: rangeOf('times', times), days: rangeOf('days', days) };
}
