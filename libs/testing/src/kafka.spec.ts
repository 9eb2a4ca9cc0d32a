import { jest } from '@jest/globals';
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
