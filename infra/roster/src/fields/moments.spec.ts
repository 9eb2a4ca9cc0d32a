import { readClock, readMoment } from './moments.js';

const said = (found: { ok: true; value: string } | { ok: false; wrong: string }) =>
  found.ok ? found.value : found.wrong;

describe('moments in a list', () => {
  it.each([
    ['2026-11-25 08:00', '2026-11-25T08:00:00+08:00'],
    ['2026/11/25 8:05', '2026-11-25T08:05:00+08:00'],
    ['２０２６年１１月５日 ８：００', '2026-11-05T08:00:00+08:00'],
    ['2026-11-25T08:00:00.000', '2026-11-25T08:00:00+08:00'],
    ['2026-11-25T08:00:00Z', '2026-11-25T08:00:00Z'],
    ['2026-11-25', '2026-11-25T23:59:00+08:00'],
    ['2026-02-30 08:00', 'is not a date and time'],
    ['2026-11-25 25:00', 'is not a date and time'],
    ['tomorrow', 'is not a date and time'],
  ])('%s', (cell, told) => expect(said(readMoment(cell, '23:59'))).toBe(told));

  it.each([
    ['8:00', '08:00'],
    ['８：３０', '08:30'],
    ['20点', '20:00'],
    ['8点30分', '08:30'],
    ['08:00:00', '08:00'],
    ['1899-12-30T08:00:00.000', '08:00'],
    ['0.3333333333333333', '08:00'],
    ['24:00', 'is not a time of day'],
    ['early', 'is not a time of day'],
  ])('%s', (cell, told) => expect(said(readClock(cell))).toBe(told));
});
