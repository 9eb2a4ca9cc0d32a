import fc from 'fast-check';
import { CRITERIA, type Clause, type Criterion, type Risk } from '@baogong/kernel';
import { shortcomings } from './containment.js';
import { clauseFault } from './faults.js';

const place = 'd-pudong/s-weifang/c-y';
const daily = { times: 1, days: 1 };
const between = (floor: Omit<Clause, 'id'>[], asked: Omit<Clause, 'id'>[], at = place) =>
  shortcomings({ floor: floor.map(named('p')), asked: asked.map(named('q')), place: at });
const named = (prefix: string) => (clause: Omit<Clause, 'id'>, index: number) => ({
  ...clause,
  id: `${prefix}${index}`,
});
const about = (...args: Parameters<typeof between>) =>
  between(...args)?.map(({ dimension, values }) => [dimension, ...values].join(' '));

describe('what a rule takes away of the policy above it', () => {
  it('N5 S30: is nothing, where it permits the same or more', () => {
    expect(between([{ howMuch: daily }], [{ howMuch: daily }])).toEqual([]);
    expect(between([{ what: { only: ['food'] }, howMuch: daily }], [{ howMuch: { times: 2, days: 1 } }])).toEqual([]);
    const split = [{ what: { only: ['food:fruit'] } }, { what: { except: ['food:fruit'] } }];
    expect(between([{}], split)).toEqual([]);
    expect(between([{ where: { channels: ['door'] } }], [{ where: { only: [place] } }])).toEqual([]);
  });

  it('N5: is told by its dimension', () => {
    expect(about([{}], [{ who: { except: ['elderly'] } }])).toEqual(['who elderly']);
    expect(about([{}], [{ who: { only: ['infant'] } }])).toEqual(['who not:infant']);
    expect(about([{}], [{ what: { except: ['food:fruit', 'device'] } }])).toEqual(['what device food:fruit']);
    expect(about([{ what: { only: ['food'] } }], [{ what: { only: ['food:rice'] } }])).toEqual([
      'what food not:food:rice',
    ]);
    const [open, closed] = ['08:00', '20:00'];
    const week = { days: [1, 2, 3, 4, 5, 6, 7], from: open, to: closed };
    expect(about([{ when: [week] }], [{ when: [{ ...week, from: '10:00' }] }])).toEqual([
      'when 1,2,3,4,5,6,7 08:00-10:00',
    ]);
    expect(about([{}], [{ where: { except: [`${place}/b-07`], channels: ['station'] } }])).toEqual([
      `where ${place}/b-07`,
      'channel door',
    ]);
    expect(about([{}], [{ risks: ['low', 'medium'] }])).toEqual(['risk high']);
  });

  it('N5: tells of which part of a clause it is, where only a part is meant', () => {
    const [lost] = between(
      [{}],
      [{ who: { except: ['elderly'] } }, { who: { only: ['elderly'] }, what: { only: ['food'] } }],
    )!;
    expect(lost).toMatchObject({ dimension: 'what', within: [{ dimension: 'who', values: ['elderly'] }] });
  });

  it('N5: is all of it, where no clause speaks of the same', () =>
    expect(about([{ what: { only: ['food'] } }], [{ what: { only: ['device'] } }])).toEqual(['all']));

  it('N5: compares limits by what they let happen, not by their quotient', () => {
    const less = (floor: Clause['howMuch'], asked: Clause['howMuch']) =>
      between([floor ? { howMuch: floor } : {}], [asked ? { howMuch: asked } : {}])!.map(({ kind }) => kind);
    expect(less(daily, { times: 1, days: 3 })).toEqual(['less']);
    expect(less({ times: 3, days: 3 }, daily)).toEqual(['less']);
    expect(less(daily, { times: 3, days: 3 })).toEqual([]);
    expect(less({ times: 1, days: 2 }, { times: 2, days: 3 })).toEqual([]);
    expect(less({ times: 1, days: 2 }, { times: 1, days: 3 })).toEqual(['less']);
    expect(less(undefined, { times: 1000, days: 1 })).toEqual(['less']);
    expect(less({ times: 1, days: 366 }, undefined)).toEqual([]);
  });

  it('N5: counts only the days on which the window is open', () => {
    const mondays = [{ days: [1], from: '08:00', to: '12:00' }];
    expect(between([{ when: mondays, howMuch: daily }], [{ howMuch: { times: 1, days: 7 } }])).toEqual([]);
    expect(between([{ when: mondays, howMuch: daily }], [{ howMuch: { times: 1, days: 8 } }])).toHaveLength(1);
  });

  it('N5: adds up what clauses permit each for itself', () => {
    const each = [
      { what: { only: ['food'] }, howMuch: daily },
      { what: { except: ['food'] }, howMuch: daily },
    ];
    expect(between(each, [{ howMuch: daily }])).toMatchObject([{ kind: 'less', clause: 'p0', together: ['p1'] }]);
    expect(between(each, [{ howMuch: { times: 2, days: 1 } }])).toEqual([]);
    expect(between([{ howMuch: daily }], each)).toEqual([]);
    // Nobody is both, so nothing adds up.
    const apart = [
      { who: { only: ['elderly'] as const }, howMuch: daily },
      { who: { except: ['elderly'] as const }, howMuch: daily },
    ];
    expect(between(apart, [{ howMuch: daily }])).toEqual([]);
  });

  it('compares at the places of the rule only', () => {
    const asked = [{ where: { only: [`${place}/b-07`] } }];
    expect(between([{}], asked)).toHaveLength(1);
    expect(between([{}], asked, `${place}/b-07`)).toEqual([]);
    expect(between([{ where: { only: [`${place}/b-01`] } }], asked, `${place}/b-07`)).toEqual([]);
  });

  it('gives up, and says so, where the clauses cut each other to dust', () => {
    const dust = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        who: { except: [CRITERIA[index % CRITERIA.length]!] },
        what: { except: [`food:a${index}`, `device:b${index}`] },
        where: { except: [`${place}/b-${index}`, `${place}/l-${index}`] },
        when: [{ days: [1 + (index % 7)], from: `0${index % 10}:00`, to: `1${index % 10}:00` }],
        risks: [(['low', 'medium', 'high'] as const)[index % 3]!],
      }));
    expect(between([{}], dust(2))).not.toHaveLength(0);
    expect(between([{}], dust(50))).toBeUndefined();
  });
});

/** A small world in which every way of going about it can be tried. */
const KINDS = ['food:rice', 'food:fruit', 'medicine:pill', 'device:mask'].flatMap((item) =>
  [`${place}/b-1`, `${place}/b-2`].map((where) => ({ item, where })),
);
const HOUSEHOLDS: Criterion[][] = [[], ['elderly'], ['tenant'], ['elderly', 'tenant']];
const LEVELS: Risk[] = ['low', 'high'];
const DAYS = 3;
const USES_MAX = 3;

interface Use {
  kind: (typeof KINDS)[number];
  day: number;
}

/** All plans of up to three uses within three days: a limit of two is broken by three, or not at all. */
const PLANS: Use[][] = (() => {
  const all = KINDS.flatMap((kind) => Array.from({ length: DAYS }, (_, day) => ({ kind, day })));
  const grown = (plans: number[][]): number[][] =>
    plans.flatMap((plan) =>
      all.map((_use, next) => [...plan, next]).filter((one) => one.at(-1)! >= (plan.at(-1) ?? 0)),
    );
  const bySize = [grown([[]])];
  while (bySize.length < USES_MAX) bySize.push(grown(bySize.at(-1)!));
  return bySize.flat().map((plan) => plan.map((index) => all[index]!));
})();

const isUnder = (path: string, named: string, cut: string) => path === named || path.startsWith(`${named}${cut}`);

function isChosen(
  { only, except = [] }: { only?: readonly string[]; except?: readonly string[] },
  is: (named: string) => boolean,
) {
  return (only === undefined || only.some(is)) && !except.some(is);
}

function speaksOf({ what = {}, where = {}, when }: Clause, { kind, day }: Use, start: number): boolean {
  const weekday = ((start + day) % 7) + 1;
  return (
    isChosen(what, (named) => isUnder(kind.item, named, ':')) &&
    isChosen(where, (named) => isUnder(kind.where, named, '/')) &&
    (!when || when.some(({ days }) => days.includes(weekday)))
  );
}

/** By the words of the language alone: each use belongs to a clause, and no clause is used more often than it says. */
function permits(clauses: Clause[], plan: Use[], start: number): boolean {
  const owners = plan.map((use) => clauses.filter((clause) => speaksOf(clause, use, start)));
  if (owners.some((found) => found.length === 0)) return false;
  return clauses.every((clause) => {
    const { howMuch } = clause;
    if (!howMuch) return true;
    const days = plan.filter((_use, index) => owners[index]![0] === clause).map(({ day }) => day);
    return [0, 1, 2].every(
      (from) => days.filter((day) => from <= day && day < from + howMuch.days).length <= howMuch.times,
    );
  });
}

function concern(clauses: Clause[], household: Criterion[], risk: Risk): Clause[] {
  return clauses.filter(
    ({ who = {}, risks }) =>
      (!who.only || who.only.some((one) => household.includes(one))) &&
      !(who.except ?? []).some((one) => household.includes(one)) &&
      (!risks || risks.includes(risk)),
  );
}

function contains(asked: Clause[], floor: Clause[]): boolean {
  for (const household of HOUSEHOLDS)
    for (const risk of LEVELS) {
      const [above, below] = [concern(floor, household, risk), concern(asked, household, risk)];
      for (let start = 0; start < 7; start += 1)
        if (PLANS.some((plan) => permits(above, plan, start) && !permits(below, plan, start))) return false;
    }
  return true;
}

const setOf = <T>(words: readonly T[]) =>
  fc.option(fc.record({ only: fc.subarray([...words], { minLength: 1 }) }), { nil: undefined });
const without = <T>(words: readonly T[]) =>
  fc.record({ except: fc.subarray([...words], { minLength: 1, maxLength: words.length }) });
const partOf = <T>(words: readonly T[]) =>
  fc.oneof({ weight: 2, arbitrary: setOf(words) }, { weight: 1, arbitrary: without(words) });
const clauses: fc.Arbitrary<Clause[]> = fc
  .array(
    fc.record({
      who: partOf(['elderly', 'tenant'] as const),
      what: partOf(['food', 'food:fruit', 'medicine'] as const),
      where: partOf([`${place}/b-1`] as const),
      when: fc.option(
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map((days) => [{ days, from: '08:00', to: '12:00' }]),
        { nil: undefined },
      ),
      howMuch: fc.option(fc.record({ times: fc.integer({ min: 1, max: 2 }), days: fc.integer({ min: 1, max: 3 }) }), {
        nil: undefined,
      }),
      risks: fc.constantFrom(undefined, ['low', 'medium'] as Risk[], ['high'] as Risk[]),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.reduce<Clause[]>((kept, parts, index) => {
      const said = Object.entries(parts).filter(([, part]) => part !== undefined);
      const next = [...kept, { id: `c${index}`, ...(Object.fromEntries(said) as Omit<Clause, 'id'>) }];
      return clauseFault(next, place) ? kept : next;
    }, []),
  )
  .filter(({ length }) => length > 0);

/** What a local rule makes of the policy above it: mostly near it, for of two strangers hardly one contains the other. */
const TWISTS: Record<string, (floor: Clause[], other: Clause[]) => Clause[]> = {
  stranger: (_floor, other) => other,
  same: (floor) => floor,
  oftener: (floor, [other]) =>
    floor.map((clause) => (clause.howMuch && other!.howMuch ? { ...clause, howMuch: other!.howMuch } : clause)),
  always: (floor) => floor.map(({ when: _when, ...clause }) => clause),
  anyhow: (floor) => floor.map(({ howMuch: _howMuch, who: _who, ...clause }) => clause),
  narrower: (floor, [other]) => floor.map((clause) => ({ ...clause, ...(other!.what ? { what: other!.what } : {}) })),
  one: (_floor, [other]) => [{ id: 'one', ...(other!.howMuch ? { howMuch: other!.howMuch } : {}) }],
};

describe('the decision', () => {
  it('N5 S30: is the one that trying every plan of a small world comes to', () => {
    const seen = { contained: 0, not: 0 };
    fc.assert(
      fc.property(clauses, clauses, fc.constantFrom(...Object.values(TWISTS)), (floor, other, twist) => {
        const asked = twist(floor, other);
        fc.pre(clauseFault(asked, place) === undefined);
        const decided = shortcomings({ floor, asked, place })?.length === 0;
        expect(decided).toBe(contains(asked, floor));
        if (decided) seen.contained += 1;
        else seen.not += 1;
      }),
      { numRuns: 250, seed: 20_260_415 },
    );
    expect(Math.min(seen.contained, seen.not)).toBeGreaterThan(50);
  });
});
