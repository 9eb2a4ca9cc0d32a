import { RISKS, type Clause } from '@baogong/kernel';

export const PARAMETERS = ['times', 'days'] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** Between which values those below may set a parameter of a clause. */
export interface DelegatedRange {
  clause: string;
  parameter: Parameter;
  least: number;
  most: number;
}

export const TIMES_MAX = 1000;
export const DAYS_MAX = 366;
export const CLAUSES_MAX = 50;

/** Whether it takes something away from somebody. */
export function restricts({ who, what, when, where, howMuch }: Clause): boolean {
  return [who, what, when, where, howMuch].some((part) => part !== undefined);
}

/** S29: restrictions that are the same however dangerous the place is. */
export function sameAtEveryRisk(clauses: readonly Clause[]): string[] {
  const everywhere = ({ risks }: Clause) => risks === undefined || RISKS.every((risk) => risks.includes(risk));
  return clauses.filter((clause) => restricts(clause) && everywhere(clause)).map(({ id }) => id);
}
