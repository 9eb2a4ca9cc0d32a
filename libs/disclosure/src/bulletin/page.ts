import { createHash } from 'node:crypto';

export const BULLETIN_FORM = 'baogong-bulletin-1';

/** A count that may not be told, since it is of one to four households, is null. */
export type Told = number | null;

/** Goods of one kind in pieces, from the offer to what was accepted. */
export interface Arrival {
  item: string;
  itemClass: string;
  supplier: string;
  offered: number;
  dispatched: number;
  arrived: number;
  accepted: number;
}

/** Who got what share: pieces of one kind of goods over all households that asked for it. */
export interface Share {
  item: string;
  itemClass: string;
  requested: Told;
  granted: Told;
  handedOver: Told;
}

export interface Tally {
  /** An organisation, or the role of persons who act for none. */
  organisation: string;
  count: number;
}

export interface BulletinContent {
  arrivals: Arrival[];
  shares: Share[];
  orders: { requested: Told; granted: Told; shorted: Told; unserved: Told; handedOver: Told };
  rules: {
    matrixVersion: number;
    posture: string;
    risk: string;
    /** 0 before any policy. */
    policyVersion: number;
    accepted: Tally[];
    rejected: Tally[];
  };
  refusals: Tally[];
  breaches: Tally[];
  cases: { opened: Told; closed: Told; open: Told };
}

/** What a page says before it is sealed. */
export interface BulletinDraft {
  form: typeof BULLETIN_FORM;
  territory: string;
  /** A day of Beijing time, such as `2026-04-15`. */
  day: string;
  madeAt: string;
  /** The bulletin before this one; null for the first of its community. */
  previous: { day: string; digest: string } | null;
  content: BulletinContent;
}

export interface BulletinPage extends BulletinDraft {
  digest: string;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** JSON with the names of each object in the order of their code units and without spaces, as RFC 8785 writes it. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical JSON of the page without its digest, in UTF-8; lower-case hex. */
export function bulletinDigest(draft: BulletinDraft): string {
  const { form, territory, day, madeAt, previous, content } = draft;
  const sealed = { form, territory, day, madeAt, previous, content } as unknown as Json;
  return createHash('sha256').update(canonicalJson(sealed), 'utf8').digest('hex');
}

/** The page with the digest that every later one rests on. */
export function sealBulletin(draft: Omit<BulletinDraft, 'form'>): BulletinPage {
  const whole: BulletinDraft = { form: BULLETIN_FORM, ...draft };
  return { ...whole, digest: bulletinDigest(whole) };
}
