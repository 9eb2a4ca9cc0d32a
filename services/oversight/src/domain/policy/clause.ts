import type { Territory } from '@baogong/kernel';

/** Facts about a household that a policy may ask for. */
export const AUDIENCES = ['elderly', 'infant', 'living-alone', 'assisted'] as const;
/** What no policy and no local rule may ask for, whatever it would give or take. */
export const PROTECTED = [
  ...(['tenant', 'non-local', 'unregistered', 'in-arrears'] as const),
  ...(['health-status', 'test-status', 'complainant'] as const),
] as const;
export const CRITERIA = [...AUDIENCES, ...PROTECTED] as const;
export type Criterion = (typeof CRITERIA)[number];

export const ITEM_CLASSES = ['food', 'infant', 'hygiene', 'medicine', 'device'] as const;
export const CHANNELS = ['station', 'door'] as const;
export type Channel = (typeof CHANNELS)[number];
export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];
export const PARAMETERS = ['times', 'days'] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** Households with one of these facts; households with none of those. Missing means everybody. */
export interface Who {
  only?: readonly Criterion[];
  except?: readonly Criterion[];
}
/** Item classes, such as `food`, or one article of a class, such as `food:fruit`. */
export interface What {
  only?: readonly string[];
  except?: readonly string[];
}
/** On these days of the week, Monday is 1, from one time of day to another, `24:00` at the latest. */
export interface Window {
  days: readonly number[];
  from: string;
  to: string;
}
/** Places with all below them, and ways of getting the goods. */
export interface Where {
  only?: readonly Territory[];
  except?: readonly Territory[];
  channels?: readonly Channel[];
}
/** At most so many times within so many days on end, counted over all that the clause speaks of. */
export interface HowMuch {
  times: number;
  days: number;
}

/** What is permitted. A part that is missing restricts nothing. */
export interface Clause {
  id: string;
  who?: Who;
  what?: What;
  when?: readonly Window[];
  where?: Where;
  howMuch?: HowMuch;
  risks?: readonly Risk[];
}

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
