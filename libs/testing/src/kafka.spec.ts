import { jest } from '@jest/globals';
import { startBroker } from './broker.js';
import { imageFor } from './engine.js';
import { answers } from './ports.js';
import { startKafka } from './kafka-broker.js';

jest.setTimeout(120_000);

describe('the local Kafka', () => {
  it('answers after start, after kill -9 and restart on the same port, and is gone after stop', async () => {
    const kafka = await startKafka();
    const first = kafka.pid();
    await kafka.kill();
    await kafka.restart();
    expect(kafka.pid()).not.toBe(first);
    await kafka.stop();
    expect(() => process.kill(kafka.pid(), 0)).toThrow();
  });
});

describe('the broker of a test, wherever it runs', () => {
  it('answers after start, after kill -9 and restart at the same address, and is gone after stop', async () => {
    const broker = await startBroker();
    const port = Number(broker.brokers[0]!.split(':')[1]);
    expect(await answers(port)).toBe(true);
    await broker.kill();
    expect(await answers(port)).toBe(false);
    await broker.restart();
    expect(await answers(port)).toBe(true);
    await broker.stop();
    expect([await answers(port), 'pid' in broker]).toEqual([false, (await imageFor('kafka')) === undefined]);
  });
});
