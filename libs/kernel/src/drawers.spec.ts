import fc from 'fast-check';
import { entryOf, valuesOf, withEntry, withoutEntry, type Drawers } from './drawers.js';

const keys = fc.constantFrom('a', 'b', 'ab', 'bb', 'a1f', 'b1f', '01', '11', '1', '', 'constructor', 'factor');
const steps = fc.array(fc.record({ key: keys, value: fc.option(fc.nat(), { nil: undefined }) }), { maxLength: 60 });

describe('drawers', () => {
  it('hold what a map holds after the same steps, and earlier versions stay as they were', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const map = new Map<string, number>();
        let drawers: Drawers<number> = {};
        for (const { key, value } of all) {
          const before = JSON.stringify(drawers);
          const next = value === undefined ? withoutEntry(drawers, key) : withEntry(drawers, key, value);
          expect(JSON.stringify(drawers)).toBe(before);
          drawers = next;
          if (value === undefined) map.delete(key);
          else map.set(key, value);
          expect(entryOf(drawers, key)).toBe(map.get(key));
        }
        expect(valuesOf(drawers).sort()).toEqual([...map.values()].sort());
        for (const [key, value] of map) expect(entryOf(JSON.parse(JSON.stringify(drawers)), key)).toBe(value);
      }),
    );
  });
  it('has nothing under names that every object knows', () => {
    expect(entryOf(withEntry({}, 'factor', 1), 'constructor')).toBeUndefined();
    expect(entryOf(withEntry({}, 'x__', 1), '__proto__')).toBeUndefined();
  });
});
