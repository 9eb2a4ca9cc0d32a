import { AUDIENCES, type Audience, type Channel, type Clause, type HowMuch, type Risk } from './policy-clause.js';
import { covers, type Territory } from './territory.js';
import { addMinutes, millisOf, type Instant } from './time.js';

/** One text of the way from the district to a place, as a refusal cites it. */
export interface LineageStep {
  version: number;
  territory: Territory;
  title: string;
  article: string;
}

/** What a service knows of the policy in force at a place, read at one moment. Version 0 is what holds before any. */
export interface PolicyInForce {
  version: number;
  clauses: readonly Clause[];
  /** The widest first. */
  lineage: readonly LineageStep[];
}

/** One time that a household asks for goods, or gets them. */
export interface Use {
  /** Each with its class, such as `food:fruit`; missing where nobody told what it is. */
  items?: readonly string[];
  channel: Channel;
  place: Territory;
  risk: Risk;
  at: Instant;
  /** Where the time of day is nobody's business: one may ask at any hour. */
  anyHour?: boolean;
}

export interface UseAsked {
  use: Use;
  /** The other times of the household that count; missing where nobody has looked. */
  others?: readonly Use[];
  /** What is known of the household; the rest is open. */
  household?: Partial<Record<Audience, boolean>>;
}

export type PolicyPart = 'who' | 'what' | 'when' | 'where' | 'channel' | 'risk' | 'how-much';

export type UseVerdict =
  | { verdict: 'permitted' }
  /** `clause` is the one that came nearest, `part` what it does not let through. */
  | { verdict: 'refused'; clause: string; part: PolicyPart; limit?: HowMuch; item?: string }
  /** It depends on the household's other times, as far back as `days`. */
  | { verdict: 'uncounted'; days: number };

/**
 * Whether the policy lets this use through. A fact that nobody told takes nothing away: only what would be refused
 * whatever the fact is refused.
 */
export function judgeUse(clauses: readonly Clause[], asked: UseAsked): UseVerdict {
  const verdicts = kindsOf(asked.household).map((kind) => judgeKind(clauses, asked, kind));
  const permitted = verdicts.find(({ verdict }) => verdict === 'permitted');
  if (permitted) return permitted;
  const days = verdicts.flatMap((one) => (one.verdict === 'uncounted' ? [one.days] : []));
  return days.length > 0 ? { verdict: 'uncounted', days: Math.max(...days) } : verdicts[0]!;
}

type Kind = ReadonlySet<string>;

/** Every household that this one may be, by what is known of it. */
function kindsOf(known: UseAsked['household'] = {}): Kind[] {
  return AUDIENCES.reduce<string[][]>(
    (kinds, name) => {
      const having = known[name] === false ? [] : kinds.map((kind) => [...kind, name]);
      return [...(known[name] === true ? [] : kinds), ...having];
    },
    [[]],
  ).map((kind) => new Set(kind));
}

function judgeKind(clauses: readonly Clause[], { use, others }: UseAsked, kind: Kind): UseVerdict {
  const limited = new Map<string, Clause>();
  for (const item of itemsOf(use)) {
    const speaking = clauses.filter((clause) => failures(clause, { use, item, kind }).length === 0);
    if (speaking.length === 0) return refusedBy(clauses, { use, item, kind });
    // A limit stands alone: two clauses that speak of one thing have none.
    for (const clause of speaking) if (clause.howMuch) limited.set(clause.id, clause);
  }
  return counted([...limited.values()], { use, others }, kind);
}

interface Point {
  use: Use;
  item: string | undefined;
  kind: Kind;
}

const itemsOf = ({ items }: Use): (string | undefined)[] => (items && items.length > 0 ? [...items] : [undefined]);

function refusedBy(clauses: readonly Clause[], point: Point): UseVerdict {
  const [nearest] = clauses
    .map((clause) => ({ clause: clause.id, parts: failures(clause, point) }))
    // Of two that are as near, the one that at least speaks of the article.
    .sort((a, b) => a.parts.length - b.parts.length || PARTS.indexOf(b.parts[0]!) - PARTS.indexOf(a.parts[0]!));
  const item = point.item === undefined ? {} : { item: point.item };
  return { verdict: 'refused', clause: nearest!.clause, part: nearest!.parts[0]!, ...item };
}

function counted(limited: Clause[], { use, others }: Pick<UseAsked, 'use' | 'others'>, kind: Kind): UseVerdict {
  if (limited.length === 0) return { verdict: 'permitted' };
  if (!others) return { verdict: 'uncounted', days: Math.max(...limited.map(({ howMuch }) => howMuch!.days)) };
  for (const clause of limited) {
    const limit = clause.howMuch!;
    const days = others.filter((other) => speaksOf(clause, other, kind)).map(({ at }) => dayOf(at));
    if (!fits([...days, dayOf(use.at)], limit))
      return { verdict: 'refused', clause: clause.id, part: 'how-much', limit };
  }
  return { verdict: 'permitted' };
}

const speaksOf = (clause: Clause, use: Use, kind: Kind): boolean =>
  itemsOf(use).some((item) => failures(clause, { use, item, kind }).length === 0);

/** Whether no days on end see more than the limit lets through. */
function fits(days: number[], { times, days: span }: HowMuch): boolean {
  return days.every((first) => days.filter((day) => first <= day && day < first + span).length <= times);
}

/** The parts of the clause that do not speak of it. */
function failures(clause: Clause, point: Point): (keyof typeof SPEAKS)[] {
  return PARTS.filter((part) => !SPEAKS[part](clause, point));
}

const SPEAKS: Record<Exclude<PolicyPart, 'how-much'>, (clause: Clause, point: Point) => boolean> = {
  what: ({ what }, { item }) => item === undefined || isWithin(what, (named) => named === item || isOf(named, item)),
  channel: ({ where }, { use }) => where?.channels === undefined || where.channels.includes(use.channel),
  when: ({ when }, { use }) =>
    when === undefined || use.anyHour === true || when.some((window) => isOpen(window, use.at)),
  where: ({ where }, { use }) => isWithin(where, (place) => covers(place, use.place)),
  who: ({ who }, { kind }) => isWithin(who, (criterion) => kind.has(criterion)),
  risk: ({ risks }, { use }) => risks === undefined || risks.includes(use.risk),
};
const PARTS = Object.keys(SPEAKS) as Exclude<PolicyPart, 'how-much'>[];

interface Choice<T> {
  only?: readonly T[];
  except?: readonly T[];
}

function isWithin<T>({ only, except = [] }: Choice<T> = {}, meets: (one: T) => boolean): boolean {
  return (only === undefined || only.some(meets)) && !except.some(meets);
}

const isOf = (itemClass: string, item: string): boolean => item.startsWith(`${itemClass}:`);

/** Policies count by the clock of the country, which is one. */
const CHINA_MINUTES = 8 * 60;
const DAY_MS = 86_400_000;
const MONDAY = Math.floor(millisOf('2026-01-05T00:00:00.000Z') / DAY_MS);

const localMs = (at: Instant): number => millisOf(addMinutes(at, CHINA_MINUTES));
const dayOf = (at: Instant): number => Math.floor(localMs(at) / DAY_MS);

function isOpen({ days, from, to }: NonNullable<Clause['when']>[number], at: Instant): boolean {
  const weekday = ((((dayOf(at) - MONDAY) % 7) + 7) % 7) + 1;
  const time = addMinutes(at, CHINA_MINUTES).slice(11, 16);
  return days.includes(weekday) && from <= time && time < to;
}
