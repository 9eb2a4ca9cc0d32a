import { PROTECTED, type Clause, type Criterion } from '@baogong/kernel';
import type { Difference } from './difference.js';

const isProtected = (value: string): boolean => (PROTECTED as readonly string[]).includes(value);

/** The criteria of a clause that nobody may ask for. */
export function protectedIn({ who = {} }: Clause): Criterion[] {
  return [...new Set([...(who.only ?? []), ...(who.except ?? [])])].filter(isProtected);
}

/**
 * Says of each difference whether it comes of a protected criterion, and adds those that such a criterion makes though
 * it takes nothing away.
 */
export function withProtected(differences: Difference[], asked: readonly Clause[]): Difference[] {
  const told = differences.map((one): Difference =>
    one.dimension === 'who' && one.values.some((value) => value.split(/[:+]/).some(isProtected))
      ? { ...one, kind: 'protected' }
      : one,
  );
  const spoken = told.filter(({ kind }) => kind === 'protected').map(({ values }) => values.join(' '));
  const silent = new Map<Criterion, Difference>();
  for (const clause of asked)
    for (const criterion of protectedIn(clause)) {
      if (silent.has(criterion) || spoken.some((words) => words.includes(criterion))) continue;
      silent.set(criterion, { kind: 'protected', clause: clause.id, dimension: 'who', values: [criterion] });
    }
  return [...told, ...silent.values()];
}
