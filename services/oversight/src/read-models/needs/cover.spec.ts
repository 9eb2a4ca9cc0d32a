import fc from 'fast-check';
import { coveredUntil } from './cover.js';

describe('days of cover', () => {
  it('last for the weight over 1 kg per person and day, one supply after the other', () => {
    expect(coveredUntil([], 3)).toBeNull();
    expect(coveredUntil([{ hour: '2026-04-15T06', grams: 6000 }], 3)).toBe('2026-04-17T06:00:00.000Z');
    const twice = [
      { hour: '2026-04-15T06', grams: 6000 },
      { hour: '2026-04-15T18', grams: 3000 },
    ];
    expect(coveredUntil(twice, 3)).toBe('2026-04-18T06:00:00.000Z');
  });

  it('are not made up for where nothing came', () => {
    const apart = [
      { hour: '2026-04-01T06', grams: 3000 },
      { hour: '2026-04-15T06', grams: 3000 },
    ];
    expect(coveredUntil(apart, 3)).toBe('2026-04-16T06:00:00.000Z');
  });

  it('never fall by more goods, nor rise by more people', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 9 }), (grams, people) => {
        const at = (weight: number, heads: number) => coveredUntil([{ hour: '2026-04-15T06', grams: weight }], heads)!;
        expect(at(grams + 1000, people) > at(grams, people)).toBe(true);
        expect(at(grams, people + 1) <= at(grams, people)).toBe(true);
      }),
    ));
});
