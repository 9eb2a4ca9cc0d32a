import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { oversightContracts } from '@baogong/contracts';

const root = resolve(import.meta.dirname, '../../..');
const ABOUT_CASES = Object.keys(oversightContracts).filter((type) => /^(Case|Dispute)/.test(type));
const AWAY_FROM_THEM = ['orders', 'inventory', 'delivery'];

/** Where a source names an event of a case: whoever decides on goods must not even hear of it. */
const heardIn = (sources: Map<string, string>): string[] =>
  [...sources].flatMap(([file, text]) =>
    ABOUT_CASES.filter((type) => text.includes(`'${type}'`)).map((type) => `${file} ${type}`),
  );

describe('services that decide on goods', () => {
  const sources = new Map(
    AWAY_FROM_THEM.flatMap((service) => {
      const folder = resolve(root, 'services', service, 'src');
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
      return files.map((file): [string, string] => [`${service}/${file}`, readFileSync(resolve(folder, file), 'utf8')]);
    }),
  );

  it('I21: hear of no case', () => {
    expect(ABOUT_CASES.length).toBeGreaterThan(5);
    expect(heardIn(sources)).toEqual([]);
  });

  it('are told where one would', () =>
    expect(heardIn(new Map([['orders/x.ts', "handles: ['CaseOpened'],"]]))).toEqual(['orders/x.ts CaseOpened']));
});
