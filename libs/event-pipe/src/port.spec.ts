import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBroker, type TestBroker } from '../../testing/src/broker.js';
import { createDirectPipe } from './direct-pipe.js';
import { createKafkaPipe } from './kafka/kafka-pipe.js';
import type { EventPipe, EventRecord, Partition, ShardBatch, Subscription } from './port.js';
import { logReader } from './records.js';
import { startRelay, type StartedRelay } from './relay.js';
import { byShard, logSize, openLog, published, until, upTo, type Log } from '../test/fixture.js';
import { withoutTopics } from '../test/topics.js';

jest.setTimeout(60_000);

let kafka: TestBroker;
beforeAll(async () => {
  kafka = await startBroker();
}, 120_000);
afterAll(() => kafka.stop());

portSuite('direct', () => createDirectPipe());

describe('with a broker', () => {
  beforeEach(() => withoutTopics(kafka.brokers));
  portSuite('kafka', ({ store }) => {
    const read = logReader(store, { source: 'orders', published });
    const fetchLog = (_source: unknown, shard: number, from: number) => read(shard, from);
    return createKafkaPipe({ brokers: kafka.brokers, clientId: 'spec', fetchLog });
  });
});

/** What every adapter of the port must do, whatever carries the records. */
function portSuite(name: string, makePipe: (log: Log) => EventPipe): void {
  describe(`the pipe over ${name}`, () => {
    let log: Log;
    let pipe: EventPipe;
    let relay: StartedRelay;
    const open: Subscription[] = [];
    const acknowledged = new Map<number, number>();

    beforeEach(async () => {
      log = await openLog(`pipe_${name}`);
      pipe = makePipe(log);
      relay = startRelay({ store: log.store, pool: log.pool, pipe, source: 'orders', published });
      acknowledged.clear();
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map((subscription) => subscription.close(3000)));
      await relay.close();
      await pipe.close(3000);
      await log.close();
    });

    const consume = async (group: string, onBatch: (batch: ShardBatch) => Promise<void> | void) => {
      const subscription = await pipe.consume({
        group,
        sources: ['orders'],
        onAssign: ({ shard }) => Promise.resolve(acknowledged.get(shard) ?? 0),
        onBatch: async (batch) => {
          await onBatch(batch);
          const last = batch.records.at(-1);
          if (last) acknowledged.set(batch.shard, last.pos);
        },
      });
      open.push(subscription);
      return subscription;
    };
    const fill = async (rounds: number, tag = 't') => {
      for (let round = 0; round < rounds; round++) {
        await Promise.all(upTo(20).map((n) => log.write(`s-${n}`, `${tag}-${round}-a`, `${tag}-${round}-b`)));
      }
    };

    it('delivers every position of every shard once and in order, written before and while it is open', async () => {
      const seen: EventRecord[] = [];
      await fill(3);
      await consume('dense', ({ records }) => void seen.push(...records));
      await fill(3, 'u');
      await until(() => seen.length >= 240);
      const heads = await log.store.heads();
      for (const [shard, positions] of byShard(seen)) expect(positions).toEqual(upTo(heads[shard] ?? 0));
      expect(seen).toHaveLength(240);
    });

    it('keeps the place of a private event and nothing of its content, and translates a published one', async () => {
      const seen: EventRecord[] = [];
      await consume('private', ({ records }) => void seen.push(...records));
      await log.write('s-1', 'hello');
      await log.note('s-1', 'Kept', { secret: 'a telephone number' });
      await until(() => seen.length === 2);
      const stored = await log.store.read(seen[0]!.shard, 0, 10);
      const { data: _data, ...header } = stored[1]!;
      const { epoch: _epoch, ...kept } = seen[1]!;
      expect(kept).toEqual({ ...header, source: 'orders' });
      expect('data' in seen[1]!).toBe(false);
      expect(seen[0]!.data).toEqual({ text: 'hello' });
      expect(JSON.stringify(seen)).not.toMatch(/secret|telephone/);
    });

    it('brings again what was not acknowledged, before anything later of the shard', async () => {
      const seen: EventRecord[] = [];
      let refused = 0;
      await consume('refuse', ({ records }) => {
        if (records.length > 0 && refused++ < 3) throw new Error('not now');
        seen.push(...records);
      });
      await fill(2);
      await until(() => seen.length >= 80);
      for (const positions of byShard(seen).values()) expect(positions).toEqual(upTo(positions.length));
      expect(refused).toBeGreaterThan(3);
    });

    it('brings to the next member what the one before took and did not acknowledge', async () => {
      const taken: EventRecord[] = [];
      const first = await consume('crash', ({ records }) => {
        taken.push(...records);
        throw new Error('gone before the acknowledgement');
      });
      await fill(1);
      await until(() => taken.length > 0);
      await first.close(3000);
      const seen: EventRecord[] = [];
      await consume('crash', ({ records }) => void seen.push(...records));
      await until(async () => seen.length === (await logSize(log.store)));
      for (const positions of byShard(seen).values()) expect(positions).toEqual(upTo(positions.length));
    });

    it('goes on after what was acknowledged', async () => {
      const seen: EventRecord[] = [];
      const first = await consume('resume', ({ records }) => void seen.push(...records));
      await fill(2);
      await until(() => seen.length === 80);
      await first.close(3000);
      await fill(1, 'later');
      await consume('resume', ({ records }) => void seen.push(...records));
      await until(() => seen.length >= 120);
      for (const positions of byShard(seen).values()) expect(positions).toEqual(upTo(positions.length));
    });

    it('holds back one shard while it is paused, and only that one', async () => {
      const seen: EventRecord[] = [];
      const subscription = await consume('pause', ({ records }) => void seen.push(...records));
      await log.write('s-1', 'first');
      await until(() => seen.length === 1);
      const paused: Partition = { source: 'orders', shard: seen[0]!.shard };
      subscription.pause(paused);
      await sleep(400);
      await fill(1);
      const heads = await log.store.heads();
      const others = heads.reduce((sum, head, shard) => (shard === paused.shard ? sum : sum + head), 0);
      await until(() => seen.length === 1 + others);
      await sleep(300);
      expect(seen).toHaveLength(1 + others);
      subscription.resume(paused);
      await until(() => seen.length === 41);
      expect(byShard(seen).get(paused.shard)).toEqual(upTo(heads[paused.shard] ?? 0));
    });

    it('reads the log by position for those who miss something', async () => {
      await fill(1);
      const heads = await log.store.heads();
      const shard = heads.findIndex((head) => head >= 3);
      const records = await pipe.read({ source: 'orders', shard, from: 1, limit: 2 });
      expect(records.map(({ pos }) => pos)).toEqual([2, 3]);
    });
  });
}
