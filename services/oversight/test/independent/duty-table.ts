/**
 * The duty matrix read from its published page and judged anew: nothing of the libraries is used here, so that a
 * mistake there is not repeated here.
 */
export interface Clause {
  letter: 'A' | 'O' | 'F';
  minutes?: number;
  reach: 'h' | 'o' | 'c' | '';
  asks: string[];
  risks: string[];
  from: string;
  until: string;
}

export interface Table {
  roles: string[];
  clauses: Map<string, Clause[]>;
}

export interface Held {
  role: string;
  territory: string;
  organisation?: string;
  actions?: string[];
}

export interface Case {
  held: Held[];
  asRole?: string;
  action: string;
  place: string;
  posture: string;
  risk: string;
  facts: Record<string, boolean>;
  at: string;
}

/** `not-found`, or the reason of a refusal, or the letter and the minutes of the clause that lets it through. */
export type Outcome = { role?: string; said: string };

export function readTable(page: string): Table {
  const conditions = new Map(
    [...page.matchAll(/^- \[(\d+)\] ([a-z-]+):/gm)].map(([, number, name]) => [number!, name!]),
  );
  const roleOf = new Map([...page.matchAll(/^- ([A-Z]{2}) ([a-z-]+)$/gm)].map(([, short, role]) => [short!, role!]));
  const since = /^Rules hold from (\S+) /m.exec(page)![1]!;
  const clauses = new Map<string, Clause[]>();
  for (const [, posture, text] of page.matchAll(/^## Posture: (\w+)\n\n((?:\|.*\n)+)/gm)) {
    const [head, , ...rows] = text!.trim().split('\n').map(cellsOf);
    for (const [action = '', ...cells] of rows) {
      cells.forEach((cell, column) => {
        const key = [roleOf.get(head![column + 1]!), action.replace(/ \\\*$/, ''), posture].join(' ');
        if (cell !== '–')
          clauses.set(
            key,
            cell.split(' / ').map((clause) => clauseOf(clause, conditions, since)),
          );
      });
    }
  }
  return { roles: [...roleOf.values()], clauses };
}

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function clauseOf(text: string, conditions: Map<string, string>, since: string): Clause {
  const part = (pattern: RegExp) => pattern.exec(text)?.[1];
  const minutes = part(/ (\d+)→/);
  return {
    letter: text[0] as Clause['letter'],
    ...(minutes ? { minutes: Number(minutes) } : {}),
    reach: (part(/ ([hoc])(?= |$)/) ?? '') as Clause['reach'],
    asks:
      part(/\[([\d,]+)\]/)
        ?.split(',')
        .map((number) => conditions.get(number)!) ?? [],
    risks: part(/@(\S+)/)?.split(',') ?? [],
    from: part(/ from (\S+)/) ?? since,
    until: part(/ until (\S+)/) ?? '9999',
  };
}

/** As the page and the manual say it: whose place it is first, then F before O before A, then the lack of a rule. */
export function outcomeOf({ roles, clauses }: Table, asked: Case): Outcome {
  const near = asked.held.filter(({ territory }) => sameCommunity(territory, asked.place));
  if (near.length === 0) return { said: 'not-found' };
  const acting = near.filter(({ role }) => asked.asRole === undefined || role === asked.asRole);
  if (acting.length === 0) return { said: 'role-not-held', role: asked.asRole! };
  const answers = acting.map((held) => {
    const own = clauses.get(`${held.role} ${asked.action} ${asked.posture}`) ?? [];
    return { held, ...answerOf(own, held, asked) };
  });
  answers.sort((a, b) => a.rank - b.rank || roles.indexOf(a.held.role) - roles.indexOf(b.held.role));
  return { said: answers[0]!.said, role: answers[0]!.held.role };
}

function answerOf(own: Clause[], held: Held, asked: Case): { rank: number; said: string } {
  if (held.actions && !held.actions.includes(asked.action)) return { rank: 4, said: 'not-in-grant' };
  const facts = factsOf(held, asked);
  const now = own.filter((clause) => holdsNow(clause, asked));
  const fitting = now.filter(({ asks }) => !asks.some((name) => facts[name] === false));
  if (fitting.length === 0) return now.length > 0 ? { rank: 3, said: 'condition' } : { rank: 5, said: 'no-rule' };
  if (fitting.some(({ letter }) => letter === 'F')) return { rank: 2, said: 'forbidden' };
  const { letter, minutes, reach } = chosenOf(fitting, facts);
  if (reach === '' && !isWithin(asked.place, held.territory)) return { rank: 3, said: 'elsewhere' };
  return { rank: letter === 'O' ? 0 : 1, said: `${letter} ${minutes ?? '-'}` };
}

function factsOf({ role, organisation, actions }: Held, { facts, action }: Case): Record<string, boolean> {
  if (role !== 'volunteer' && role !== 'social-organisation') return facts;
  const trained = actions !== undefined && actions.includes(action);
  return { ...(role === 'volunteer' ? { 'under-lead': organisation !== undefined } : {}), trained, ...facts };
}

function holdsNow({ from, until, risks }: Clause, { at, risk }: Case): boolean {
  return at >= from && at < until && (risks.length === 0 || risks.includes(risk));
}

/** O before A; then the clause that asks least of what nobody told, then the one that asks most. */
function chosenOf(fitting: Clause[], facts: Record<string, boolean>): Clause {
  const letter = fitting.some((clause) => clause.letter === 'O') ? 'O' : 'A';
  const unknown = ({ asks }: Clause) => asks.filter((name) => !(name in facts)).length;
  const [chosen] = fitting
    .filter((clause) => clause.letter === letter)
    .sort((a, b) => unknown(a) - unknown(b) || b.asks.length - a.asks.length);
  return chosen!;
}

function sameCommunity(territory: string, place: string): boolean {
  const community = /^.*\/c-[^/]+/.exec(place)?.[0] ?? place;
  return isWithin(community, territory) || isWithin(territory, community);
}

const isWithin = (place: string, scope: string) => `${place}/`.startsWith(`${scope}/`);
