import fc from 'fast-check';
import { allocate, demandOf, grantedOf, hashRequests, hashResult, type Request } from './allocate.js';

const offers = ['egg', 'rice', 'veg'];
const lines = fc.uniqueArray(
  fc.record({ offerId: fc.constantFrom(...offers), quantity: fc.integer({ min: 1, max: 9 }) }),
  {
    selector: ({ offerId }) => offerId,
    minLength: 1,
  },
);
const requests: fc.Arbitrary<Request[]> = fc
  .array(lines, { maxLength: 40 })
  .map((all) => all.map((each, n) => ({ orderId: `o${n}`, householdId: `h${n}`, lines: each })));
const supply = fc.record({ egg: fc.nat(120), rice: fc.nat(120), veg: fc.nat(120) });
const seed = fc.string();
const one = (n: number, quantity: number): Request => ({
  orderId: `o${n}`,
  householdId: `h${n}`,
  lines: [{ offerId: 'veg', quantity }],
});
const grants = (wishes: Request[], veg: number) =>
  allocate(wishes, { veg }, 's').map(({ lines: [line] }) => line!.granted);

describe('allocating what was counted', () => {
  it('gives everyone a first piece before anyone gets a second', () => {
    expect(grants([one(1, 9), one(2, 1), one(3, 9)], 5)).toEqual([2, 1, 2]);
  });
  it('gives everyone all when there is enough, and nothing when there is none', () => {
    expect(grants([one(1, 3), one(2, 1)], 10)).toEqual([3, 1]);
    expect(grants([one(1, 3), one(2, 1)], 0)).toEqual([0, 0]);
  });
  it('lets the seed choose who gets the last piece', () => {
    const wishes = [one(1, 1), one(2, 1), one(3, 1)];
    const lucky = new Set(
      Array.from({ length: 40 }, (_, n) => allocate(wishes, { veg: 1 }, `seed ${n}`)).map(
        (result) => result.find(({ lines: [line] }) => line!.granted === 1)!.householdId,
      ),
    );
    expect([...lucky].sort()).toEqual(['h1', 'h2', 'h3']);
  });
  it('I5: does not depend on who came first', () => {
    fc.assert(
      fc.property(requests, supply, seed, fc.infiniteStream(fc.nat()), (wishes, counted, chance, keys) => {
        const shuffled = wishes
          .map((wish) => ({ wish, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ wish }) => wish);
        expect(allocate(shuffled, counted, chance)).toEqual(allocate(wishes, counted, chance));
        expect(hashRequests(shuffled)).toBe(hashRequests(wishes));
      }),
    );
  });
  it('I1 I4: never gives more than was counted nor more than was asked for, and leaves nothing that is wanted', () => {
    fc.assert(
      fc.property(requests, supply, seed, (wishes, counted, chance) => {
        const result = allocate(wishes, counted, chance);
        const [given, wanted] = [grantedOf(result), demandOf(wishes)];
        for (const offerId of Object.keys(wanted))
          expect(given[offerId]).toBe(Math.min(wanted[offerId]!, counted[offerId as keyof typeof counted]));
        for (const line of result.flatMap((granted) => granted.lines))
          expect(line.granted >= 0 && line.granted <= line.requested).toBe(true);
      }),
    );
  });
  it('leaves no household two pieces behind another that asked for as many', () => {
    fc.assert(
      fc.property(requests, supply, seed, (wishes, counted, chance) => {
        const all = allocate(wishes, counted, chance).flatMap((granted) => granted.lines);
        for (const a of all)
          for (const b of all)
            if (a.offerId === b.offerId && a.granted < a.requested)
              expect(b.granted - a.granted).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('changes its hashes with every change of requests or result', () => {
    const wishes = [one(1, 2), one(2, 1)];
    expect(hashRequests(wishes)).not.toBe(hashRequests([one(1, 1), one(2, 1)]));
    expect(hashResult(allocate(wishes, { veg: 1 }, 's'))).not.toBe(hashResult(allocate(wishes, { veg: 2 }, 's')));
  });
});
