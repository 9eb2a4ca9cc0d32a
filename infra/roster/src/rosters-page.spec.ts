import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROSTER_FORM } from './households/roster-form.js';
import { OFFER_FORM } from './offers/read-offers.js';
import { STATION_FORM } from './stations/read-stations.js';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/rosters.md'), 'utf8');
const named = (titles: Record<string, readonly string[]>) => Object.values(titles).flat();

describe('the page of lists', () => {
  it.each(Object.entries({ ROSTER_FORM, OFFER_FORM, STATION_FORM }))('names every title of %s', (_name, { titles }) => {
    const cells = page.split(/[|、,]/).map((cell) => cell.trim());
    expect(named(titles).filter((title) => !cells.includes(title))).toEqual([]);
  });

  it.each(Object.entries({ ROSTER_FORM, OFFER_FORM, STATION_FORM }))(
    '%s gives no title to two fields',
    (_name, { titles }) => {
      const all = named(titles);
      expect(all.filter((title, index) => all.indexOf(title) !== index)).toEqual([]);
    },
  );
});
