import { parseOptions } from './options.js';

describe('the options of the bench', () => {
  it('are all benchmarks in full unless told', () =>
    expect(parseOptions([], ['B1', 'B4'])).toEqual({ only: ['B1', 'B4'], quick: false, record: false }));
  it('name the benchmarks there are when one is unknown', () => {
    expect(parseOptions(['--only', 'B4', '--quick', '--json', 'f'], ['B1', 'B4'])).toEqual({
      ...{ only: ['B4'], quick: true, record: false, json: 'f' },
    });
    expect(() => parseOptions(['--only', 'B9'], ['B1', 'B4'])).toThrow(/--only B9: give one or more of B1, B4/);
  });
  it('keep quick figures out of the record', () =>
    expect(() => parseOptions(['--quick', '--record'], ['B1'])).toThrow(/full run/));
});
