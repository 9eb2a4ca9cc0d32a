import { pauseMs, PAUSES_MS } from './schedule.js';

const DAY_MS = 86_400_000;

describe('the schedule of attempts', () => {
  it('lasts three days', () => {
    const total = PAUSES_MS.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeGreaterThan(3 * DAY_MS);
    expect(total).toBeLessThan(3.5 * DAY_MS);
  });
  it('grows with each attempt, and by chance up to a fifth', () => {
    expect([pauseMs(1, PAUSES_MS, 0), pauseMs(1, PAUSES_MS, 1)]).toEqual([5000, 6000]);
    expect(pauseMs(2, PAUSES_MS, 0)).toBe(300_000);
  });
  it('ends', () => expect(pauseMs(PAUSES_MS.length + 1, PAUSES_MS, 0)).toBeUndefined());
});
