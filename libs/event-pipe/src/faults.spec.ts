import { jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startBroker, type TestBroker } from '../../testing/src/broker.js';
import { startConsumers } from './consuming/start-consumers.js';
import type { PipeAlarm, Projection, Settlement, StartedConsumers } from './consumers.js';
import { createKafkaPipe } from './kafka/kafka-pipe.js';
import type { EventPipe } from './port.js';
import { logReader } from './records.js';
import { startRelay, type StartedRelay } from './relay.js';
import { logSize, openLog, published, until, upTo, type Log } from '../test/fixture.js';
import { withoutTopics } from '../test/topics.js';

jest.setTimeout(120_000);

const model: Projection = {
  name: 'model',
  source: 'orders',
  handles: ['Written'],
  apply: async (tx, records) => {
    for (const { shard, pos, stream, data } of records) {
      const row = ['model', 'orders', shard, pos, stream, JSON.stringify(data)];
      await tx.query('insert into public.seen values ($1, $2, $3, $4, $5, $6)', row);
    }
  },
};

describe('under faults, with a real database and a real broker', () => {
  let kafka: TestBroker;
  let producer: Log;
  let consumer: Log;
  const pipes: EventPipe[] = [];
  const relays: StartedRelay[] = [];
  const started: StartedConsumers[] = [];
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    kafka = await startBroker();
  }, 120_000);
  afterAll(() => kafka.stop());
  beforeEach(async () => {
    await withoutTopics(kafka.brokers);
    producer = await openLog('producer');
    consumer = await openLog('consumer');
  });
  afterEach(async () => {
    for (const each of children.splice(0)) each.kill('SIGKILL');
    await Promise.all(relays.splice(0).map((relay) => relay.close()));
    await Promise.all(started.splice(0).map((each) => each.close()));
    await Promise.all(pipes.splice(0).map((pipe) => pipe.close(3000)));
    await Promise.all([producer.close(), consumer.close()]);
  });

  const makePipe = () => {
    const read = logReader(producer.store, { source: 'orders', published });
    const fetchLog = (_source: unknown, shard: number, from: number) => read(shard, from);
    const pipe = createKafkaPipe({ brokers: kafka.brokers, clientId: 'spec', fetchLog });
    pipes.push(pipe);
    return pipe;
  };
  const relay = () => {
    const { store, pool } = producer;
    relays.push(startRelay({ store, pool, pipe: makePipe(), source: 'orders', published, leaseMs: 600 }));
  };
  const consume = async (onAlarm?: (alarm: PipeAlarm) => void, consumers = [model]) => {
    const { store, pool } = consumer;
    const options = { service: 'inventory' as const, pool, ownStore: store, pipe: makePipe(), consumers };
    const consuming = await startConsumers({ ...options, ...(onAlarm && { onAlarm }) });
    started.push(consuming);
    return consuming;
  };
  const child = (options: { role: 'relay' | 'consumer'; point?: string; times?: number; settlement?: Settlement }) => {
    const urls = { producerUrl: producer.appUrl, consumerUrl: consumer.appUrl, brokers: kafka.brokers };
    const script = fileURLToPath(new URL('../test/child.mjs', import.meta.url));
    const spawned = spawn(process.execPath, [script, JSON.stringify({ ...urls, ...options })], { stdio: 'inherit' });
    children.push(spawned);
    return spawned;
  };
  const death = (process: ChildProcess) =>
    new Promise<NodeJS.Signals | null>((resolve) => process.once('exit', (_code, signal) => resolve(signal)));
  const fill = async (rounds: number) => {
    for (const round of upTo(rounds)) await Promise.all(upTo(40).map((n) => producer.write(`s-${n}`, `${round}`)));
  };
  const applied = async () => {
    const { rows } = await consumer.pool.query<{ place: string }>(
      `select shard || ':' || pos as place from public.seen`,
    );
    return rows.map(({ place }) => place).sort();
  };
  const everything = async () =>
    (await producer.store.heads()).flatMap((head, shard) => upTo(head).map((pos) => `${shard}:${pos}`)).sort();
  const caughtUp = async () => {
    await until(async () => (await applied()).length >= (await logSize(producer.store)), 60_000);
    expect(await applied()).toEqual(await everything());
  };

  it('F1 F2: a relay killed with -9 before and after publishing loses and doubles nothing', async () => {
    const holes: PipeAlarm[] = [];
    const consuming = await consume((alarm) => alarm.kind === 'hole' && holes.push(alarm));
    for (const point of ['before-publish', 'after-publish', 'after-record', 'after-publish']) {
      await fill(2);
      expect(await death(child({ role: 'relay', point, times: 5 }))).toBe('SIGKILL');
    }
    await fill(1);
    child({ role: 'relay' });
    await caughtUp();
    expect(consuming.lag().reduce((sum, { duplicates }) => sum + duplicates, 0)).toBeGreaterThan(0);
    expect(await consuming.parked()).toEqual([]);
    // Backfilling would hide a relay that records what it has not published.
    expect(holes).toEqual([]);
  });

  it('F3: a consumer killed with -9 in the middle of its batches applies each event once', async () => {
    relay();
    await fill(3);
    expect(await death(child({ role: 'consumer', point: 'in-transaction', times: 70 }))).toBe('SIGKILL');
    await fill(1);
    expect(await death(child({ role: 'consumer', point: 'in-transaction', times: 30 }))).toBe('SIGKILL');
    await consume();
    await caughtUp();
  });

  it('F3 F12: a replay killed with -9 between an effect and its mark applies each parked event once, in order', async () => {
    relay();
    const broken = { ...model, apply: () => Promise.reject(new TypeError('no such thing')) };
    const failing = await consume(undefined, [broken]);
    await producer.write('s-1', ...upTo(6).map(String));
    await until(async () => (await failing.parked()).length === 6, 30_000);
    await failing.close();
    const { source, shard } = (await failing.parked())[0]!;
    const settlement = { consumer: 'model', source, shard, pos: 1, end: 'replayed', by: 'a-1' } as const;
    expect(await death(child({ role: 'consumer', point: 'in-transaction', times: 3, settlement }))).toBe('SIGKILL');
    expect(await applied()).toEqual([1, 2].map((pos) => `${shard}:${pos}`));
    const again = await consume();
    await again.settle(settlement);
    await caughtUp();
    const { rows } = await consumer.pool.query<{ pos: number }>('select pos::int from public.seen order by ctid');
    expect(rows.map(({ pos }) => pos)).toEqual(upTo(6));
    expect(await again.parked()).toEqual([]);
  });

  it('F6: a broker killed with -9 and started again holds everything up and loses nothing', async () => {
    relay();
    const consuming = await consume();
    await fill(2);
    await until(async () => (await applied()).length > 0);
    await kafka.kill();
    await fill(2);
    await kafka.restart();
    await fill(1);
    await caughtUp();
    expect(consuming.lag().every(({ quarantined }) => !quarantined)).toBe(true);
  });

  it('a broker that lost its records is made up for from the log of the producer', async () => {
    relay();
    await fill(2);
    const published = async () => relays[0]!.lag().reduce((sum, shard) => sum + shard.published, 0);
    await until(async () => (await published()) === 80);
    await withoutTopics(kafka.brokers);
    const holes: PipeAlarm[] = [];
    await consume((alarm) => alarm.kind === 'hole' && holes.push(alarm));
    await caughtUp();
    await fill(1);
    await caughtUp();
    expect(holes.length).toBeGreaterThan(0);
  });

  it('two relays share the shards and the second takes over from one that is gone', async () => {
    await consume();
    const first = child({ role: 'relay' });
    await fill(1);
    await until(async () => (await applied()).length > 0, 30_000);
    relay();
    first.kill('SIGKILL');
    await fill(1);
    await caughtUp();
    expect(relays[0]!.lag()).toHaveLength(16);
  });

  it('F15 F16: members that come and go while events flow apply each of them once', async () => {
    relay();
    const writing = fill(12);
    const first = await consume();
    await until(async () => (await applied()).length > 0);
    const second = await consume();
    await until(() => [first, second].every((each) => each.lag().some(({ at }) => at > 0)), 30_000);
    await writing;
    await first.close();
    await fill(2);
    await caughtUp();
    const third = await consume();
    await fill(1);
    await second.close();
    await caughtUp();
    expect(third.lag().every(({ quarantined }) => !quarantined)).toBe(true);
  });
});
