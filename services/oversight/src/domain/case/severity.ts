export type CaseKind = 'complaint' | 'need' | 'rule-report' | 'dispute' | 'hardship';
export type ItemClass = 'food' | 'infant' | 'hygiene' | 'medicine' | 'device';
export type Harm = 'none' | 'discomfort' | 'illness' | 'danger';

/** 1 comes first: life, then health, then the ordinary, then what can wait. */
export type Severity = 1 | 2 | 3 | 4;

/** What harm is measured by: never how many others complain, never how long it has waited. */
export interface Measures {
  itemClass?: ItemClass;
  /** Days for which the household still has of this; missing means unknown. */
  daysOfCover?: number;
  harm?: Harm;
}

const BY_HARM: Record<Harm, Severity> = { danger: 1, illness: 2, discomfort: 3, none: 4 };
const BY_KIND: Record<CaseKind, Severity> = { hardship: 2, need: 3, dispute: 3, 'rule-report': 3, complaint: 4 };

/** Below `short` days of cover the first holds, else the second; unknown cover counts as `unknown`. */
const BY_CLASS: Record<ItemClass, { short: number; first: Severity; second: Severity; unknown: Severity }> = {
  infant: { short: 2, first: 1, second: 2, unknown: 1 },
  medicine: { short: 2, first: 1, second: 2, unknown: 1 },
  food: { short: 1, first: 2, second: 4, unknown: 4 },
  device: { short: 1, first: 2, second: 4, unknown: 3 },
  hygiene: { short: 1, first: 3, second: 4, unknown: 4 },
};

/** The gravest of what is known: an infant without formula stands before any number of complaints about fruit. */
export function severityOf(kind: CaseKind, { itemClass, daysOfCover, harm = 'none' }: Measures): Severity {
  const found = [BY_KIND[kind], BY_HARM[harm], ...(itemClass ? [byClass(itemClass, daysOfCover)] : [])];
  return Math.min(...found) as Severity;
}

function byClass(itemClass: ItemClass, daysOfCover: number | undefined): Severity {
  const { short, first, second, unknown } = BY_CLASS[itemClass];
  if (daysOfCover === undefined) return unknown;
  return daysOfCover < short ? first : second;
}
