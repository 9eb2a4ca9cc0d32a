import { jest } from '@jest/globals';
import { startBroker } from './broker.js';
import { imageFor } from './engine.js';
import { answers } from './ports.js';

jest.setTimeout(120_000);

describe('the broker of a test, wherever it runs', () => {
  it('answers after start, after kill -9 and restart at the same address, and is gone after stop', async () => {
    const broker = await startBroker();
    const port = Number(broker.brokers[0]!.split(':')[1]);
    const first = broker.pid?.();
    expect(await answers(port)).toBe(true);
    await broker.kill();
    expect(await answers(port)).toBe(false);
    await broker.restart();
    expect(await answers(port)).toBe(true);
    const local = broker.pid?.();
    if (local !== undefined) expect(local).not.toBe(first);
    await broker.stop();
    if (local !== undefined) expect(() => process.kill(local, 0)).toThrow();
    expect([await answers(port), local !== undefined]).toEqual([false, (await imageFor('kafka')) === undefined]);
  });
});
