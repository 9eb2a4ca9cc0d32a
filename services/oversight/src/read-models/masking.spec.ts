import { masked } from './masking.js';

describe('counts that would point at somebody', () => {
  it('S78 N12: are told from five on, and zero; whoever meets the people is told all', () => {
    expect([0, 1, 4, 5].map((count) => masked(count, false))).toEqual([0, null, null, 5]);
    expect([0, 1, 4, 5].map((count) => masked(count, true))).toEqual([0, 1, 4, 5]);
  });
});
