import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isTerritory, isUuid7 } from '@baogong/kernel';
import { households, organisations, residents, stations, volunteers } from './community.js';
import { toCsv } from './csv.js';
import { readSample } from './read-sample.js';

describe('the sample community', () => {
  const sample = readSample();

  it('has 3,000 residents in 1,350 households', () => {
    expect(sample.households).toHaveLength(1350);
    expect(sample.households.flatMap(({ members }) => members)).toHaveLength(3000);
    expect(sample.households.every(({ people, members }) => people === members.length)).toBe(true);
  });
  it('S12: lives in 22 buildings and a lane of bungalows, each place a valid territory', () => {
    expect(new Set(sample.households.map(({ territory }) => territory.split('/')[3])).size).toBe(23);
    expect(
      sample.households.every(({ territory, householdId }) => isTerritory(territory) && isUuid7(householdId)),
    ).toBe(true);
  });
  it('has 270 households that are served at the desk, and 1,080 that order themselves', () => {
    const first = sample.households.map(({ members }) => members[0]!.ordersBy);
    expect(first.filter((by) => by === 'desk')).toHaveLength(270);
    expect(first.filter((by) => by === 'api')).toHaveLength(1080);
  });
  it('has 500 volunteers, 260 of them public employees', () => {
    expect(sample.volunteers).toHaveLength(500);
    expect(sample.volunteers.filter(({ employer }) => employer === 'public')).toHaveLength(260);
  });
  it.each(Object.entries({ households, residents, stations, volunteers, organisations }))(
    'keeps %s.csv as it is generated',
    (name, rows) =>
      expect(readFileSync(resolve(import.meta.dirname, '../y-community', `${name}.csv`), 'utf8')).toBe(toCsv(rows())),
  );
});
