import fc from 'fast-check';
import { judgeUse, type Use } from './policy-use.js';
import { policyRefusal, type RefusedUse } from './policy-words.js';
import type { Clause } from './policy-clause.js';

const home = 'd-pudong/s-weifang/c-y/b-07/h-1';
// A Wednesday, 14:00 in China.
const at = '2026-04-15T06:00:00.000Z';
const use: Use = { items: ['food:fruit'], channel: 'station', place: home, risk: 'medium', at };
const daysLater = (days: number, more: Partial<Use> = {}): Use => ({
  ...use,
  at: `2026-04-${String(15 + days).padStart(2, '0')}T06:00:00.000Z`,
  ...more,
});
const clause = (more: Partial<Clause> = {}): Clause => ({ id: 'one', ...more });
const judged = (clauses: Clause[], asked: Partial<Use> = {}, others: Use[] = []) =>
  judgeUse(clauses, { use: { ...use, ...asked }, others });
const part = (...args: Parameters<typeof judged>) => {
  const verdict = judged(...args);
  return verdict.verdict === 'refused' ? verdict.part : verdict.verdict;
};

describe('a use held against the policy in force', () => {
  it('S46: is permitted where a clause speaks of it, class by class', () => {
    const byClass = [
      clause({ id: 'food', what: { only: ['food'] }, where: { channels: ['station'] } }),
      clause({ id: 'medicine', what: { only: ['medicine'] } }),
    ];
    expect(part(byClass)).toBe('permitted');
    expect(part(byClass, { channel: 'door' })).toBe('channel');
    expect(part(byClass, { channel: 'door', items: ['medicine:insulin'] })).toBe('permitted');
    expect(part(byClass, { items: ['device:mask'] })).toBe('what');
    expect(part(byClass, { channel: 'door', items: ['medicine:insulin', 'food:rice'] })).toBe('channel');
  });

  it('N5: names the clause that came nearest, and what it leaves out', () => {
    expect(part([clause({ what: { except: ['food:fruit'] } })])).toBe('what');
    expect(part([clause({ where: { except: ['d-pudong/s-weifang/c-y/b-07'] } })])).toBe('where');
    expect(part([clause({ risks: ['low'] })])).toBe('risk');
    const nearest = judged([
      clause({ id: 'far', risks: ['low'], where: { channels: ['door'] } }),
      clause({ risks: ['high'] }),
    ]);
    expect(nearest).toEqual({ verdict: 'refused', clause: 'one', part: 'risk', item: 'food:fruit' });
  });

  it('counts weekdays and hours by the clock of the country', () => {
    const window = { days: [3], from: '14:00', to: '16:00' };
    const open = [clause({ when: [window] })];
    expect(part(open)).toBe('permitted');
    expect(part(open, { at: '2026-04-15T05:59:59.999Z' })).toBe('when');
    expect(part(open, { at: '2026-04-15T08:00:00.000Z' })).toBe('when');
    expect(part(open, { at: '2026-04-16T06:00:00.000Z' })).toBe('when');
    expect(part(open, { at: '2026-04-16T06:00:00.000Z', anyHour: true })).toBe('permitted');
    const midnight = [clause({ when: [{ days: [4], from: '00:00', to: '24:00' }] })];
    expect(part(midnight, { at: '2026-04-15T16:00:00.000Z' })).toBe('permitted');
    expect(part(midnight, { at: '2026-04-15T15:59:00.000Z' })).toBe('when');
  });

  it('S84: counts the household’s other times over all that the clause speaks of, within days on end', () => {
    const limited = [
      clause({ what: { only: ['food'] }, howMuch: { times: 2, days: 3 } }),
      clause({ id: 'rest', what: { except: ['food'] } }),
    ];
    expect(judgeUse(limited, { use })).toEqual({ verdict: 'uncounted', days: 3 });
    expect(part(limited, {}, [daysLater(-1)])).toBe('permitted');
    expect(judged(limited, {}, [daysLater(-1), daysLater(-2)])).toEqual({
      ...{ verdict: 'refused', clause: 'one', part: 'how-much', limit: { times: 2, days: 3 } },
    });
    expect(part(limited, {}, [daysLater(-1), daysLater(-3)])).toBe('permitted');
    expect(part(limited, {}, [daysLater(-1), daysLater(-2, { items: ['device:mask'] })])).toBe('permitted');
    // One that is amended counts between what came before and after it.
    expect(part(limited, {}, [daysLater(-1), daysLater(1)])).toBe('how-much');
  });

  it('I12: takes nothing away for a fact that nobody told', () => {
    const elders = [clause({ who: { only: ['elderly'] } })];
    expect(judgeUse(elders, { use, others: [] }).verdict).toBe('permitted');
    expect(judgeUse(elders, { use, others: [], household: { elderly: false } })).toMatchObject({ part: 'who' });
    expect(judgeUse(elders, { use, others: [], household: { elderly: true } }).verdict).toBe('permitted');
    const { items: _items, ...unnamed } = use;
    expect(judgeUse([clause({ what: { only: ['medicine'] } })], { use: unnamed, others: [] }).verdict).toBe(
      'permitted',
    );
    const one = { times: 1, days: 1 };
    const split = [
      clause({ who: { only: ['infant'] } }),
      clause({ id: 'two', who: { except: ['infant'] }, howMuch: one }),
    ];
    expect(part(split, {}, [use])).toBe('permitted');
    expect(judgeUse(split, { use, others: [use], household: { infant: false } })).toMatchObject({ part: 'how-much' });
  });

  it('lets no days on end see more than the limit, whatever is asked and in whatever order', () => {
    const limit = fc.record({ times: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 4 }) });
    const asked = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(limit, asked, (howMuch, days) => {
        const granted: number[] = [];
        for (const day of days)
          if (
            part(
              [clause({ howMuch })],
              daysLater(day),
              granted.map((one) => daysLater(one)),
            ) === 'permitted'
          )
            granted.push(day);
        for (let first = -9; first <= 9; first += 1) {
          const within = granted.filter((day) => first <= day && day < first + howMuch.days);
          expect(within.length).toBeLessThanOrEqual(howMuch.times);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('S48: tells version, clause, lineage and a sentence in each language', () => {
    const refused = judged([clause({ howMuch: { times: 1, days: 3 } })], {}, [use]) as RefusedUse;
    const step = { version: 1, territory: 'd-pudong', title: 'Notice 12', article: 'article 3' };
    const told = policyRefusal(refused, { version: 2, lineage: [step, { ...step, version: 2, territory: home }] });
    expect(told).toMatchObject({
      ...{ policy: 2, clause: 'one', part: 'how-much', times: 1, days: 3 },
      lineage: `d-pudong 1: Notice 12, article 3 > ${home} 2: Notice 12, article 3`,
      en: 'Clause one of policy 2 permits 1 in 3 days on end; this would be more. Basis: Notice 12, article 3; Notice 12, article 3.',
    });
    expect(told.zh).toContain('每 3 天允许 1 次');
    const fruit = judged([clause({ what: { except: ['food:fruit'] } })]) as RefusedUse;
    expect(policyRefusal(fruit, { version: 2, lineage: [step] }).en).toContain('leaves out this article (food:fruit)');
  });
});
