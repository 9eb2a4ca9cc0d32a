import type { Clause, PolicyInForce } from '@baogong/kernel';
import type { OpenedRound } from '../round/round.js';
import { beyondPolicy, reachedBack, requestAsUse } from './governing.js';
import type { Others } from './messages.js';

const at = '2026-04-15T01:00:00.000Z';
const territory = 'd-pudong/s-weifang/c-y/b-07/h-1';
const item = { name: 'n', unit: 'bag', priceFen: 100, weightGrams: 500, capPerHousehold: 2 };
const round: OpenedRound = {
  ...{ roundId: 'r1', territory: 'd-pudong/s-weifang/c-y', openedBy: 'rc-y' },
  ...{ opensAt: '2026-04-14T00:00:00.000Z', closesAt: '2026-04-15T06:00:00.000Z' },
  items: [
    { ...item, offerId: 'veg', sku: 'greens', itemClass: 'food' },
    { ...item, offerId: 'fruit', sku: 'fruit', itemClass: 'food' },
    { ...item, offerId: 'insulin', sku: 'insulin', itemClass: 'medicine' },
    { ...item, offerId: 'old', sku: 'old' },
  ],
};
const policyOf = (...clauses: Clause[]): PolicyInForce => ({
  ...{ version: 5, clauses },
  lineage: [{ version: 5, territory: 'd-pudong', title: 'Notice 12', article: 'article 3' }],
});
const when = { at, round, territory };
const asking = (offerIds: string[], policy: PolicyInForce, others?: Others) =>
  beyondPolicy(
    {
      ...{
        lines: offerIds.map((offerId) => ({ offerId, quantity: 1 })),
        place: { kind: 'station', stationId: 'ps-1' },
      },
      ...{ policy, risk: 'medium', ...(others ? { others } : {}) },
    },
    when,
  );
const refusal = (part: string, clause: string) => ({
  ...{ kind: 'rejected', code: 'outside-policy' },
  params: expect.objectContaining({ policy: 5, clause, part, lineage: 'd-pudong 5: Notice 12, article 3' }) as object,
});
const earlier = (daysAgo: number, offerId: string) => {
  const lines = [{ offerId, quantity: 1 }];
  return requestAsUse({ ...when, at: reachedBack(at, daysAgo), lines, place: { kind: 'door' } });
};
const since = (days: number, ...uses: Others['uses']): Others => ({ since: reachedBack(at, days), uses });

describe('an order under the policy in force', () => {
  it('asks for anything where no policy says otherwise', () =>
    expect(asking(['veg', 'fruit', 'old'], policyOf({ id: 'all' }))).toBeUndefined());

  it('S46 S84: is held against the clauses class by class, each line for itself', () => {
    const food: Clause = { id: 'food', what: { only: ['food'], except: ['food:fruit'] } };
    const medicine: Clause = { id: 'medicine', what: { only: ['medicine'] }, where: { channels: ['door'] } };
    expect(asking(['veg'], policyOf(food, medicine))).toBeUndefined();
    expect(asking(['veg', 'fruit'], policyOf(food, medicine))).toEqual(refusal('what', 'food'));
    expect(asking(['insulin'], policyOf(food, medicine))).toEqual(refusal('channel', 'medicine'));
    expect(asking(['old'], policyOf(food))).toBeUndefined();
  });

  it('asks at any hour: windows are for getting goods', () =>
    expect(
      asking(['veg'], policyOf({ id: 'noon', when: [{ days: [7], from: '12:00', to: '12:20' }] })),
    ).toBeUndefined());

  it('S84: is refused where it would be more than the clause permits, over all that the clause speaks of', () => {
    const policy = policyOf(
      { id: 'food', what: { only: ['food'] }, howMuch: { times: 1, days: 3 } },
      { id: 'rest', what: { except: ['food'] } },
    );
    expect(asking(['insulin'], policy)).toBeUndefined();
    expect(asking(['veg'], policy, since(3))).toBeUndefined();
    expect(asking(['veg'], policy, since(3, earlier(2, 'fruit')))).toEqual(refusal('how-much', 'food'));
    expect(asking(['veg'], policy, since(3, earlier(2, 'insulin')))).toBeUndefined();
    expect(asking(['veg'], policy, since(3, earlier(3, 'veg')))).toBeUndefined();
  });

  it('is not decided on fewer of the other orders than the limit reaches back', () => {
    const policy = policyOf({ id: 'food', howMuch: { times: 1, days: 7 } });
    const uncounted = { kind: 'rejected', code: 'others-uncounted', params: { days: 7 } };
    expect(asking(['veg'], policy)).toEqual(uncounted);
    expect(asking(['veg'], policy, since(3))).toEqual(uncounted);
    expect(asking(['veg'], policy, since(7))).toBeUndefined();
  });
});
