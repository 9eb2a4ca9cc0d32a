import fc from 'fast-check';
import { LEAST_COUNT, masked, maskedParts } from './masking.js';

const counts = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });

describe('counts that would point at somebody', () => {
  it('S78 N12: are told from five on, and zero; whoever meets the people is told all', () => {
    expect([0, 1, 4, 5].map((count) => masked(count, false))).toEqual([0, null, null, 5]);
    expect([0, 1, 4, 5].map((count) => masked(count, true))).toEqual([0, 1, 4, 5]);
  });

  it('S78 N12: take the next smallest with them where their sum is told', () => {
    expect(maskedParts([2, 9, 7], false)).toEqual({ parts: [null, 9, null], sum: 18 });
    expect(maskedParts([2, 3, 9], false)).toEqual({ parts: [null, null, 9], sum: 14 });
    expect(maskedParts([2, 0], false)).toEqual({ parts: [null, 0], sum: null });
    expect(maskedParts([2, 9], true)).toEqual({ parts: [2, 9], sum: 11 });
  });

  it('S78 N12: cannot be had by subtraction, whatever the counts are', () =>
    fc.assert(
      fc.property(counts, (all) => {
        const { parts, sum } = maskedParts(all, false);
        const told = parts.reduce<number>((known, part) => known + (part ?? 0), 0);
        const unknown = parts.filter((part) => part === null).length;
        for (const [index, count] of all.entries())
          if (count > 0 && count < LEAST_COUNT) expect(parts[index]).toBeNull();
        if (unknown === 0 || sum === null) return;
        expect(unknown).toBeGreaterThan(1);
        expect(sum - told).toBeGreaterThanOrEqual(LEAST_COUNT);
      }),
    ));
});
