import { setTimeout as sleep } from 'node:timers/promises';
// Not the whole library: its embedded database ends the process at a signal, before we could stop in order.
import { startKafka } from '@baogong/testing/kafka';
import { trouble } from '@baogong/operation';
import type { LocalKafka } from '@baogong/testing/kafka';
import { isAlive } from '../processes.js';
import { BackingOff } from './backing-off.js';

export type Broker = { brokers: readonly string[]; pid(): number | undefined; stop(): Promise<void> };
export type BrokerOptions = { folder: string; given: readonly string[] | undefined; onChange(): void };

const LOOK_MS = 200;
const STOP_PATIENCE_MS = 2500;

/** The brokers that are given, or one of our own that is kept alive. */
export async function openBroker({ folder, given, onChange }: BrokerOptions): Promise<Broker> {
  if (given) return { brokers: given, pid: () => undefined, stop: () => Promise.resolve() };
  const kafka = await startOwn(folder);
  const watch = new AbortController();
  const watching = keepAlive(kafka, onChange, watch.signal);
  return {
    brokers: kafka.brokers,
    pid: () => (isAlive(kafka.pid()) ? kafka.pid() : undefined),
    async stop() {
      watch.abort();
      const late = setTimeout(() => void kafka.kill(), STOP_PATIENCE_MS);
      await kafka.stop();
      clearTimeout(late);
      await watching;
    },
  };
}

async function startOwn(folder: string): Promise<LocalKafka> {
  try {
    return await startKafka({ folder, ownGroup: true });
  } catch (error) {
    throw trouble('no-broker-program', { words: (error as Error).message });
  }
}

async function keepAlive(kafka: LocalKafka, onChange: () => void, signal: AbortSignal): Promise<void> {
  const backingOff = new BackingOff();
  for (let startedAt = Date.now(); !signal.aborted; await pause(LOOK_MS, signal)) {
    if (isAlive(kafka.pid())) continue;
    onChange();
    await pause(backingOff.nextMs(startedAt), signal);
    if (signal.aborted) return;
    startedAt = Date.now();
    // One that cannot be started is tried again; its own log tells why.
    await kafka.restart().catch(() => undefined);
    if (signal.aborted) await kafka.kill();
    onChange();
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);
