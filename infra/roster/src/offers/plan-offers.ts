import type { Fault } from '../fields/reading.js';
import { OFFER_FORM, type Offer } from './read-offers.js';

export interface KnownOffer extends Offer {
  id: string;
  /** Part of a round: what was ordered is not changed under those who ordered it. */
  inRound: boolean;
}

type Row = Offer & { line: number };

export interface OfferPlan {
  announce: { line: number; offer: Offer }[];
  /** Withdrawn, and announced anew as corrected. */
  replace: { line: number; offer: Offer; id: string; changes: string[] }[];
  unchanged: number;
  notNamed: number;
  faults: Fault[];
}

const FIELDS = Object.keys(OFFER_FORM.titles) as (keyof Offer)[];
const TIMES: (keyof Offer)[] = ['arrivesFrom', 'arrivesTo'];

/** @param known the supplier's own standing offers; an offer is known again by its sku and the day it arrives */
export function planOffers(rows: readonly Row[], known: readonly KnownOffer[]): OfferPlan {
  const plan: OfferPlan = { announce: [], replace: [], unchanged: 0, notNamed: 0, faults: [] };
  const standing = new Map(known.map((offer) => [keyOf(offer), offer]));
  const seen = new Map<string, number>();
  for (const { line, ...offer } of rows) {
    const key = keyOf(offer);
    const twin = seen.get(key);
    seen.set(key, twin ?? line);
    if (twin !== undefined) plan.faults.push(again(line, twin));
    else planOne(plan, { line, offer }, standing.get(key));
  }
  return { ...plan, notNamed: [...standing.keys()].filter((key) => !seen.has(key)).length };
}

function planOne(plan: OfferPlan, row: { line: number; offer: Offer }, there: KnownOffer | undefined): void {
  if (!there) {
    plan.announce.push(row);
    return;
  }
  const changes = FIELDS.filter((field) => !same(field, row.offer, there));
  if (changes.length === 0) plan.unchanged += 1;
  else if (there.inRound) plan.faults.push(inRound(row.line, changes[0]!));
  else plan.replace.push({ ...row, id: there.id, changes });
}

const DAY = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' });
const keyOf = ({ sku, arrivesFrom }: Offer): string => `${sku} ${DAY.format(new Date(arrivesFrom))}`;

function same(field: keyof Offer, one: Offer, other: Offer): boolean {
  if (TIMES.includes(field)) return Date.parse(String(one[field])) === Date.parse(String(other[field]));
  return one[field] === other[field];
}

const again = (line: number, twin: number): Fault => ({
  line,
  field: OFFER_FORM.titles.sku[0]!,
  wrong: `is offered for the same day in line ${twin}`,
  remedy: 'put both into one line, or give one another number',
});

const inRound = (line: number, field: keyof Offer): Fault => ({
  line,
  field: OFFER_FORM.titles[field][0]!,
  wrong: 'differs from an offer that is part of a round already, where it is not changed',
  remedy: 'write what was announced, or offer it under another number',
});
