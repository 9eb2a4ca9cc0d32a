import { BackingOff } from './backing-off.js';

describe('starting again', () => {
  it('waits longer each time, up to a limit, and anew once it has lived well', () => {
    let now = 0;
    const backingOff = new BackingOff(() => now);
    const waits = Array.from({ length: 7 }, () => backingOff.nextMs(now));
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 5000, 5000]);
    now = 20_000;
    expect(backingOff.nextMs(0)).toBe(200);
  });
});
