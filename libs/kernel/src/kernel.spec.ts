import { addMinutes, instantOf, isInstant, minutesBetween } from './time.js';
import { buildingOf, communityOf, covers, householdOf, isTerritory } from './territory.js';
import { hashText } from './hash.js';
import { isUuid7, uuid7 } from './uuid.js';

const home = 'd-pudong/s-weifang/c-y/b-07/h-0302';

describe('territory', () => {
  it('S4: reads the levels of a path from district to household', () => {
    expect(communityOf(home)).toBe('d-pudong/s-weifang/c-y');
    expect(buildingOf(home)).toBe('b-07');
    expect(householdOf(home)).toBe('0302');
  });
  it('S12: accepts a bungalow lane without building and unit', () =>
    expect(isTerritory('d-pudong/s-weifang/c-y/l-3/h-12')).toBe(true));
  it('refuses levels out of order, repeated or unknown', () => {
    for (const bad of ['', 'c-y', 'd-a/c-y/s-b', 'd-a/d-b', 'd-a/x-1', 'd-a//c-y', 'd-'])
      expect([bad, isTerritory(bad)]).toEqual([bad, false]);
  });
  it('covers what lies below and nothing whose name merely begins alike', () => {
    expect(covers('d-a/s-b/c-y', 'd-a/s-b/c-y/b-1')).toBe(true);
    expect(covers('d-a/s-b/c-y', 'd-a/s-b/c-yy')).toBe(false);
  });
});

describe('identifiers, hashes and time', () => {
  it('makes UUIDs of version 7 that sort by time', () => {
    const random = Uint8Array.from({ length: 10 }, (_, i) => i * 25);
    const ids = [1, 2, 1_800_000_000_000].map((ms) => uuid7(ms, random));
    expect(ids.every(isUuid7)).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
  it('hashes lists of parts without collisions at their borders', () => {
    expect(hashText('ab', 'c')).not.toBe(hashText('a', 'bc'));
    expect(hashText('abc')).toHaveLength(64);
  });
  it('adds and subtracts minutes', () => {
    const noon = instantOf(Date.UTC(2026, 3, 15, 12));
    expect(addMinutes(noon, 90)).toBe('2026-04-15T13:30:00.000Z');
    expect(minutesBetween(noon, addMinutes(noon, 90))).toBe(90);
    expect(isInstant(noon) && !isInstant('2026-04-15')).toBe(true);
  });
});
