import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allocate, demandOf, type Request } from './allocate.js';

const SEEDS = 20;
const POINTS = 2;
const CAPS = { veg: 1, rice: 2, milk: 2 };

const sample = join(import.meta.dirname, '../../../../../infra/sample/y-community/residents.csv');
const [head, ...rows] = readFileSync(sample, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const column = (name: string) => head!.indexOf(name);
/** Y community: each household with how its first member orders. */
const channels = new Map<string, string>();
for (const row of rows) {
  const household = row[column('household_id')]!;
  if (!channels.has(household)) channels.set(household, row[column('orders_by')]!.trim());
}

const requests: Request[] = [...channels.keys()].map((householdId, index) => ({
  orderId: `o-${index}`,
  householdId,
  lines: Object.entries(CAPS)
    .filter((_, item) => (index + item) % 3 !== 0)
    .map(([offerId, cap]) => ({ offerId, quantity: 1 + (index % cap) })),
}));

/** Goods for 1,200 of the 1,350 households. */
const supply = Object.fromEntries(
  Object.entries(demandOf(requests)).map(([offerId, pieces]) => [offerId, Math.floor((pieces * 1200) / 1350)]),
);

/** Pieces granted of pieces wanted, in percent. */
function rateOf(channel: string, seed: string): number {
  const lines = allocate(requests, supply, seed)
    .filter(({ householdId }) => channels.get(householdId) === channel)
    .flatMap((granted) => granted.lines);
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  return (100 * sum(({ granted }) => granted)) / sum(({ requested }) => requested);
}

describe('fairness between the desk and the interface', () => {
  it('grants households that order at the desk as much as the others, within 2 points over 20 seeds', () => {
    const seeds = Array.from({ length: SEEDS }, (_, seed) => `seed ${seed}`);
    const mean = (channel: string) => seeds.reduce((sum, seed) => sum + rateOf(channel, seed), 0) / SEEDS;
    const [desk, api] = [mean('desk'), mean('api')];
    expect([...channels.values()].filter((channel) => channel === 'desk').length).toBeGreaterThan(200);
    expect(desk).toBeLessThan(100);
    expect(Math.abs(desk - api)).toBeLessThanOrEqual(POINTS);
  });
});
