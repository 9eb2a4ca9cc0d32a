/**
 * What the policy permits, from docs/domain/policy.md alone: the table of the language and the table of the commands it
 * decides. Nothing of the libraries is used here, so that a mistake there is not repeated here.
 */
export interface PolicyClause {
  who?: { only?: readonly string[]; except?: readonly string[] };
  what?: { only?: readonly string[]; except?: readonly string[] };
  when?: readonly { days: readonly number[]; from: string; to: string }[];
  where?: { only?: readonly string[]; except?: readonly string[]; channels?: readonly string[] };
  howMuch?: { times: number; days: number };
  risks?: readonly string[];
}

export interface Time {
  items: string[];
  channel: string;
  place: string;
  risk: string;
  at: string;
}

export interface PolicyCase {
  clauses: readonly PolicyClause[];
  time: Time;
  others: Time[];
  /** What is known of the household. */
  household: Record<string, boolean>;
}

const FACTS = ['elderly', 'infant', 'living-alone', 'assisted'];
const HOUR_MS = 3_600_000;

/** Command -> the parts of a clause that it is held against. */
export function readDecided(page: string): Map<string, string[]> {
  const [, table] = /\n((?:\|.*\n)+)\n`where` is where/.exec(page)!;
  const [head, , ...rows] = table!
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
  return new Map(
    rows.flatMap(([commands, ...cells]) => {
      const parts = cells.flatMap((cell, column) => (cell === 'yes' ? [head![column + 1]!] : []));
      return [...commands!.matchAll(/`(\w+)`/g)].map(([, command]) => [command!, parts] as const);
    }),
  );
}

/** A fact that nobody told takes nothing away: it is enough that one household this could be may do it. */
export function lets(parts: string[], asked: PolicyCase): boolean {
  for (let kind = 0; kind < 2 ** FACTS.length; kind += 1) {
    const facts = FACTS.filter((_fact, bit) => (kind >> bit) % 2 === 1);
    const possible = FACTS.every((fact) => asked.household[fact] === undefined || asked.household[fact] === facts.includes(fact)); // prettier-ignore
    if (possible && letsKind(parts, asked, facts)) return true;
  }
  return false;
}

function letsKind(parts: string[], { clauses, time, others }: PolicyCase, facts: string[]): boolean {
  const about = (clause: PolicyClause, one: Time) =>
    one.items.some((item) => speaks(parts, clause, { one, item, facts }));
  if (!time.items.every((item) => clauses.some((clause) => speaks(parts, clause, { one: time, item, facts }))))
    return false;
  if (!parts.includes('how often')) return true;
  return clauses
    .filter((clause) => clause.howMuch && about(clause, time))
    .every((clause) => {
      const days = [time, ...others.filter((other) => about(clause, other))].map(({ at }) => dayOf(at));
      const { times, days: span } = clause.howMuch!;
      for (let first = Math.min(...days); first <= Math.max(...days); first += 1)
        if (days.filter((day) => day >= first && day <= first + span - 1).length > times) return false;
      return true;
    });
}

interface Point {
  one: Time;
  item: string;
  facts: string[];
}

function speaks(
  parts: string[],
  { who, what, when, where, risks }: PolicyClause,
  { one, item, facts }: Point,
): boolean {
  const asks = (part: string, holds: boolean) => !parts.includes(part) || holds;
  const inside = ({ only, except }: { only?: readonly string[]; except?: readonly string[] } = {}, met: string[]) =>
    !(only && !only.some((word) => met.includes(word))) && !(except ?? []).some((word) => met.includes(word));
  const way = where?.channels;
  return (
    inside(who, facts) &&
    asks('what', inside(what, [item, item.split(':')[0]!])) &&
    asks('where', inside(where, above(one.place))) &&
    asks('way', way === undefined || way.includes(one.channel)) &&
    asks('risks', risks === undefined || risks.includes(one.risk)) &&
    asks('when', when === undefined || when.some(({ days, from, to }) => isOpen(one.at, { days, from, to })))
  );
}

const above = (place: string): string[] =>
  place.split('/').map((_part, index, all) => all.slice(0, index + 1).join('/'));

/** By the clock of China. */
const there = (at: string): Date => new Date(Date.parse(at) + 8 * HOUR_MS);
const dayOf = (at: string): number => Math.floor(there(at).getTime() / (24 * HOUR_MS));

function isOpen(at: string, { days, from, to }: { days: readonly number[]; from: string; to: string }): boolean {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const now = there(at).getUTCHours() * 60 + there(at).getUTCMinutes();
  return days.includes(there(at).getUTCDay() || 7) && minutes(from) <= now && now < minutes(to);
}
