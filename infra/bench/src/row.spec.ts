import { median, rowOf, type Measured } from './row.js';
import { tableOf } from './table.js';

const measured: Measured[] = [
  { name: 'ours', role: 'ours', rounds: [9000, 8000, 30_000] },
  { name: 'plain', role: 'peer', rounds: [1000, 1200, 900] },
  { name: 'copy', role: 'limit', rounds: [20_000, 18_000] },
];
const base = { id: 'B0', what: 'work', unit: 'a second', conditions: 'planted', better: 'more', measured } as const;

describe('a row of the bench', () => {
  it('holds medians, ratios to every other, and the spread', () =>
    expect(rowOf({ ...base, targets: { plain: 9, copy: 0.4 } })).toEqual({
      ...{ id: 'B0', what: 'work', unit: 'a second', conditions: 'planted' },
      ours: 9000,
      peers: { plain: 1000 },
      limits: { copy: 19_000 },
      ratios: { plain: 9, copy: 0.474 },
      targets: { plain: 9, copy: 0.4 },
      met: true,
      spread: { ours: [8000, 30_000], plain: [900, 1200], copy: [18_000, 20_000] },
    }));

  it.each([
    ['a ratio', { plain: 9.01, copy: 0.4 }],
    ['the other ratio', { plain: 9, copy: 0.5 }],
    ['a ceiling', { plain: 9, atMost: 8999 }],
  ])('tells a missed target of %s', (_, targets) => {
    const row = rowOf({ ...base, targets });
    expect(row.met).toBe(false);
    expect(tableOf([row])).toContain('MISSED');
  });

  it('counts times the other way round', () => {
    const slow: Measured[] = [
      { name: 'ours', role: 'ours', rounds: [5] },
      { name: 'plain', role: 'peer', rounds: [20] },
    ];
    const row = rowOf({ ...base, better: 'less', measured: slow, targets: { plain: 4, atMost: 5 } });
    expect(row).toMatchObject({ ratios: { plain: 4 }, met: true });
    expect(tableOf([row])).toMatch(/: met\n +ours +5 .*at most 5\n +plain +20 .*x 4, at least 4$/);
  });

  it('is refused where a target names nobody, or ours is missing', () => {
    expect(() => rowOf({ ...base, targets: { emmett: 1 } })).toThrow(/emmett/);
    expect(() => rowOf({ ...base, measured: measured.slice(1), targets: {} })).toThrow(/ours/);
    expect(() => median([])).toThrow(/nothing/);
  });
});
