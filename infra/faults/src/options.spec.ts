import { chosen, parseOptions } from './options.js';

describe('the options of the faults', () => {
  it('are one run of every fault from seed 1 unless told', () =>
    expect(parseOptions([])).toEqual({ runs: 1, seed: 1, only: undefined, planted: false }));
  it('name the faults there are when one is unknown', () => {
    const { only } = parseOptions(['--only', 'F2, F9', '--runs', '3']);
    expect(() => chosen([{ id: 'F1' }, { id: 'F2' }], only)).toThrow(/--only F9: choose from F1, F2/);
    expect(chosen([{ id: 'F1' }, { id: 'F2' }], ['F2'])).toEqual([{ id: 'F2' }]);
  });
  it('refuse what is no number of runs', () => expect(() => parseOptions(['--runs', '0'])).toThrow(/whole number/));
});
