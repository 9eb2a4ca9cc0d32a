import type { Territory } from './territory.js';

/** Facts about a household that a policy may ask for. */
export const AUDIENCES = ['elderly', 'infant', 'living-alone', 'assisted'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** What no policy and no local rule may ask for, whatever it would give or take. */
export const PROTECTED = [
  ...(['tenant', 'non-local', 'unregistered', 'in-arrears'] as const),
  ...(['health-status', 'test-status', 'complainant'] as const),
] as const;
export const CRITERIA = [...AUDIENCES, ...PROTECTED] as const;
export type Criterion = (typeof CRITERIA)[number];

export const ITEM_CLASSES = ['food', 'infant', 'hygiene', 'medicine', 'device'] as const;
export type ItemClass = (typeof ITEM_CLASSES)[number];
/** Ways of getting the goods. */
export const CHANNELS = ['station', 'door'] as const;
export type Channel = (typeof CHANNELS)[number];
export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

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
