import { jest } from '@jest/globals';
import { shardOf } from '@baogong/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { startConsumers } from './consuming/start-consumers.js';
import type { Consumer, PipeAlarm, Projection, StartedConsumers } from './consumers.js';
import type { EventRecord } from './port.js';
import { openLog, upTo, type Log } from '../test/fixture.js';
import { scriptedPipe, type ScriptedPipe } from '../test/scripted-pipe.js';

jest.setTimeout(60_000);

/** Streams of one shard, so that a test sees one line of positions. */
const [A = '', B = '', C = ''] = upTo(500)
  .map((n) => `s-${n}`)
  .filter((stream) => shardOf(stream) === 3);
const SHARD = 3;

describe('consumers', () => {
  let producer: Log;
  let own: Log;
  let pipe: ScriptedPipe;
  let alarms: PipeAlarm[];
  const started: StartedConsumers[] = [];

  beforeAll(async () => {
    producer = await openLog('producer');
  });
  afterAll(() => producer.close());
  beforeEach(async () => {
    alarms = [];
    own = await openLog('consumer');
    pipe = scriptedPipe(producer.store);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.close()));
    await own.close();
  });

  const start = async (...consumers: Consumer[]) => {
    const options = { service: 'inventory' as const, pool: own.pool, pipe, ownStore: own.store };
    const consuming = await startConsumers({ ...options, consumers, onAlarm: (alarm) => alarms.push(alarm) });
    started.push(consuming);
    return consuming;
  };
  const model = (fault: (record: EventRecord) => void = () => undefined, source = 'orders'): Projection => ({
    name: 'model',
    source: source as 'orders',
    handles: ['Written', 'Kept'],
    apply: async (tx, records) => {
      records.forEach(fault);
      for (const { shard, pos, stream, data } of records) {
        const row = ['model', source, shard, pos, stream, JSON.stringify(data)];
        await tx.query('insert into public.seen values ($1, $2, $3, $4, $5, $6)', row);
      }
    },
  });
  const applied = async () => {
    const { rows } = await own.pool.query<{ pos: number }>('select pos::int from public.seen order by pos');
    return rows.map(({ pos }) => pos);
  };
  const inOrderOfArrival = async () => {
    const { rows } = await own.pool.query<{ pos: number }>('select pos::int from public.seen order by ctid');
    return rows.map(({ pos }) => pos);
  };
  const settled = async () => {
    const sql = `select pos::int, status, settled_by, why from es.parked where settled_at is not null order by pos`;
    return (await own.pool.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row));
  };
  const cursor = async (name = 'model') => {
    const { rows } = await own.pool.query('select pos::int, digest from es.cursor where consumer = $1 and shard = $2', [
      name,
      SHARD,
    ]);
    return rows[0] as { pos: number; digest: string } | undefined;
  };
  /** A fresh stretch of the producer's log in a database of its own. */
  const logOf = async (...notes: [stream: string, text: string][]) => {
    await producer.close();
    producer = await openLog('producer');
    pipe = scriptedPipe(producer.store);
    for (const [stream, text] of notes) await producer.write(stream, text);
    return pipe.log(SHARD);
  };
  const lagOf = (consuming: StartedConsumers) => consuming.lag().find(({ shard }) => shard === SHARD);
  const failing = (code: string) => Object.assign(new Error('away'), { code });

  it('project the own log with its private data, and say when a position is reached', async () => {
    const consuming = await start(model(undefined, 'inventory'));
    await own.write(A, 'hello');
    await own.note(A, 'Kept', { secret: 1 });
    expect(await consuming.waitFor(`inventory:${SHARD}=2`, 3000)).toBe(true);
    expect(await consuming.waitFor(`inventory:${SHARD}=3`, 150)).toBe(false);
    const { rows } = await own.pool.query('select data from public.seen order by pos');
    expect(rows).toEqual([{ data: { text: 'hello', secret: 1 } }, { data: { secret: 1 } }]);
  });

  it('F11 L5: drop and count what comes twice or out of order, and end with the digest of the producer', async () => {
    const log = await logOf(...upTo(40).map((n): [string, string] => [[A, B, C][n % 3]!, `${n}`]));
    const consuming = await start(model());
    await pipe.deliver([...log.slice(0, 10), ...log.slice(5, 10)]);
    await pipe.deliver(log.slice(0, 10));
    await pipe.deliver([...log.slice(10, 30)].reverse());
    await pipe.deliver([...log.slice(20, 40), ...log.slice(0, 5)]);
    expect(await applied()).toEqual(upTo(40));
    expect(lagOf(consuming)).toMatchObject({ at: 40, duplicates: 5 + 10 + 10 + 5, events: 0 });
    expect(await cursor()).toEqual({ pos: 40, digest: log[39]!.chain });
    expect(alarms).toEqual([]);
  });

  it('fetch what is missing from the producer and tell of the hole', async () => {
    const log = await logOf(...upTo(9).map((n): [string, string] => [A, `${n}`]));
    await start(model());
    await pipe.deliver(log.slice(0, 2));
    await pipe.deliver(log.slice(5, 7));
    expect(await applied()).toEqual(upTo(7));
    await pipe.deliver([{ ...log[0]! }], { pos: 9, chain: log[8]!.chain, epoch: 1 });
    expect(await applied()).toEqual(upTo(9));
    expect(alarms.map((alarm) => alarm.kind === 'hole' && [alarm.from, alarm.to])).toEqual([
      [3, 5],
      [8, 9],
    ]);
  });

  it('F12: park a poisoned event and the later ones of its stream only, and apply them after the fix', async () => {
    const log = await logOf([A, '1'], [B, 'poison'], [C, '3'], [B, '4'], [A, '5'], [B, '6']);
    let fixed = false;
    const consuming = await start(
      model(({ data }) => {
        if (!fixed && (data as { text: string }).text === 'poison') throw new TypeError('no such thing');
      }),
    );
    await pipe.deliver(log.slice(0, 5));
    await pipe.deliver(log.slice(5));
    expect(await applied()).toEqual([1, 3, 5]);
    expect((await cursor())?.pos).toBe(6);
    expect((await consuming.parked()).map(({ pos, stream }) => [pos, stream])).toEqual([
      [2, B],
      [4, B],
      [6, B],
    ]);
    expect(alarms).toMatchObject([{ kind: 'parked', pos: 2, stream: B, error: 'no such thing' }]);
    const poison = { consumer: 'model', source: 'orders', shard: SHARD, pos: 2, by: 'a-1' };
    await consuming.settle({ ...poison, end: 'replayed' });
    expect(await applied()).toEqual([1, 3, 5]);
    fixed = true;
    await Promise.all([1, 2].map(() => consuming.settle({ ...poison, end: 'replayed' })));
    expect(await inOrderOfArrival()).toEqual([1, 3, 5, 2, 4, 6]);
    expect(await settled()).toEqual([2, 4, 6].map((pos) => [pos, 'replayed', 'a-1', null]));
    expect(await consuming.parked()).toEqual([]);
  });

  it('F12: leave out a parked event for a reason that stays on record, and apply those behind it', async () => {
    const log = await logOf([B, 'poison'], [B, '2'], [B, 'poison'], [B, '4']);
    const consuming = await start(
      model(({ data }) => {
        if ((data as { text: string }).text === 'poison') throw new TypeError('no such thing');
      }),
    );
    await pipe.deliver(log);
    const skip = (pos: number) =>
      consuming.settle({
        consumer: 'model',
        source: 'orders',
        shard: SHARD,
        pos,
        end: 'skipped',
        by: 'a-1',
        why: 'void',
      });
    await skip(1);
    expect(await applied()).toEqual([2]);
    expect((await consuming.parked()).map(({ pos, reason }) => [pos, reason])).toEqual([
      [3, 'no such thing'],
      [4, 'behind a parked event'],
    ]);
    await skip(3);
    expect(await applied()).toEqual([2, 4]);
    expect(await settled()).toEqual([
      [1, 'skipped', 'a-1', 'void'],
      [2, 'replayed', 'a-1', null],
      [3, 'skipped', 'a-1', 'void'],
      [4, 'replayed', 'a-1', null],
    ]);
  });

  it('F12: replay what the producer tells today, and refuse what is no longer the same event', async () => {
    const log = await logOf([A, '1'], [A, '2']);
    const consuming = await start(
      model(({ data }) => {
        if ((data as { wrong?: true }).wrong) throw new TypeError('wrong');
      }),
    );
    await pipe.deliver(log.map((record) => ({ ...record, data: { text: 'x', wrong: true } })));
    expect((await consuming.parked()).map(({ pos }) => pos)).toEqual([1, 2]);
    const replay = { consumer: 'model', source: 'orders', shard: SHARD, pos: 1, end: 'replayed', by: 'a-1' } as const;
    const { read } = pipe;
    pipe.read = async (request) => (await read(request)).map((record) => ({ ...record, chain: 'another' }));
    await consuming.settle(replay);
    expect((await consuming.parked()).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('no longer holds'),
      'behind a parked event',
    ]);
    pipe.read = read;
    await consuming.settle(replay);
    expect(await applied()).toEqual([1, 2]);
  });

  it('F12: lose and double nothing where events arrive while those before them are replayed by another process', async () => {
    const log = await logOf(...upTo(60).map((n): [string, string] => [[A, B][n % 2]!, n === 1 ? 'poison' : `${n}`]));
    let fixed = false;
    const fault = ({ data }: EventRecord) => {
      if (!fixed && (data as { text: string }).text === 'poison') throw new TypeError('no such thing');
    };
    const first = await start(model(fault));
    await pipe.deliver(log.slice(0, 20));
    const working = pipe;
    pipe = scriptedPipe(producer.store);
    const second = await start(model(fault));
    fixed = true;
    const replay = { consumer: 'model', source: 'orders', shard: SHARD, pos: 1, end: 'replayed', by: 'a-1' } as const;
    const settling = second.settle(replay);
    for (let at = 20; at < 60; at += 4) await working.deliver(log.slice(at, at + 4));
    await settling;
    await second.settle(replay);
    expect(await first.parked()).toEqual([]);
    expect(await applied()).toEqual(upTo(60));
    const arrivals = await inOrderOfArrival();
    for (const rest of [0, 1]) {
      const ofStream = arrivals.filter((pos) => pos % 2 === rest);
      expect(ofStream).toEqual([...ofStream].sort((a, b) => a - b));
    }
  });

  it('F12: commit together, yet leave a consumer what only another one cannot apply', async () => {
    const log = await logOf([A, '1'], [B, 'poison'], [C, '3']);
    const never = () => {
      throw new TypeError('never');
    };
    const broken = { ...model(never), name: 'broken' };
    const consuming = await start(broken, model());
    await pipe.deliver(log);
    expect(await applied()).toEqual([1, 2, 3]);
    expect((await cursor())?.pos).toBe(3);
    expect((await cursor('broken'))?.pos).toBe(3);
    expect((await consuming.parked()).map(({ consumer, pos }) => [consumer, pos])).toEqual([
      ['broken', 1],
      ['broken', 2],
      ['broken', 3],
    ]);
  });

  it('F12: park what breaks its contract', async () => {
    await logOf();
    await producer.note(A, 'OrderCancelled', { orderId: 7 });
    await producer.write(B, 'fine');
    const handled: number[] = [];
    const consuming = await start({
      name: 'process',
      source: 'orders',
      handles: ['OrderCancelled', 'Written'],
      handle: ({ pos }) => Promise.resolve(void handled.push(pos)),
    });
    await pipe.deliver(await pipe.log(SHARD));
    expect(handled).toEqual([2]);
    expect((await consuming.parked()).map(({ pos }) => pos)).toEqual([1]);
  });

  it('F4: wait for a database that is away, skip nothing and apply once', async () => {
    const log = await logOf([A, '1'], [A, '2'], [B, '3']);
    let left = 3;
    const consuming = await start(
      model(() => {
        if (left-- > 0) throw failing('08006');
      }),
    );
    const waits: (number | undefined)[] = [];
    do waits.push(await pipe.deliver(log));
    while (waits.at(-1) !== undefined);
    expect(waits).toHaveLength(4);
    expect(waits[0]).toBeGreaterThan(0);
    expect(await applied()).toEqual([1, 2, 3]);
    expect(await consuming.parked()).toEqual([]);
  });

  it('let a process go on at the event that failed for a while, and park what fails for ever', async () => {
    const log = await logOf([A, '1'], [B, 'poison'], [C, 'later'], [B, '4'], [A, '5']);
    const handled: number[] = [];
    let away = true;
    const consuming = await start({
      name: 'process',
      source: 'orders',
      handles: ['Written'],
      handle: ({ pos, data }) => {
        const { text } = data as { text: string };
        if (text === 'poison') throw new Error('never');
        if (text === 'later' && away) throw failing('ECONNREFUSED');
        return Promise.resolve(void handled.push(pos));
      },
    });
    expect(await pipe.deliver(log)).toBeGreaterThan(0);
    expect((await cursor('process'))?.pos).toBe(2);
    away = false;
    await pipe.deliver(log);
    // Those of other streams need not wait; none comes twice.
    expect(handled.sort()).toEqual([1, 3, 5]);
    expect((await cursor('process'))?.pos).toBe(5);
    expect((await consuming.parked()).map(({ pos }) => pos)).toEqual([2, 4]);
  });

  it('take from the producer what was spoiled on its way', async () => {
    const log = await logOf([A, '1'], [A, '2'], [A, '3']);
    const consuming = await start(model());
    await pipe.deliver([log[0]!, { ...log[1]!, leaf: log[0]!.leaf }, log[2]!]);
    expect(await applied()).toEqual([1, 2, 3]);
    expect(lagOf(consuming)).toMatchObject({ quarantined: false });
  });

  it('F20: quarantine a shard whose log was restored to an earlier point', async () => {
    const log = await logOf([A, '1'], [A, '2'], [A, '3']);
    const consuming = await start(model());
    await pipe.deliver(log);
    const restored = await openLog('restored');
    for (const text of ['1', '2 otherwise', '3 otherwise', '4']) await restored.write(A, text);
    const other = scriptedPipe(restored.store);
    pipe.read = (request) => other.read(request);
    await pipe.deliver((await other.log(SHARD)).slice(3));
    expect(alarms.at(-1)).toMatchObject({ kind: 'quarantined', pos: 3 });
    expect(lagOf(consuming)).toMatchObject({ at: 3, quarantined: true });
    expect(await applied()).toEqual([1, 2, 3]);
    await restored.close();
  });

  it('F20: believe no old sign of life, but the producer', async () => {
    const log = await logOf([A, '1'], [A, '2'], [A, '3']);
    const consuming = await start(model());
    await pipe.deliver(log);
    await pipe.deliver(log.slice(0, 1), { pos: 2, chain: log[1]!.chain, epoch: 1 });
    expect(lagOf(consuming)).toMatchObject({ quarantined: false });
    await sleep(2100);
    pipe.read = () => Promise.resolve([]);
    await pipe.deliver(log.slice(0, 1), { pos: 2, chain: log[1]!.chain, epoch: 1 });
    expect(lagOf(consuming)).toMatchObject({ quarantined: true });
  });

  it('are refused where two share a name, and so a cursor', async () => {
    await expect(start(model(), model())).rejects.toThrow('two consumers');
  });

  it('F16: apply once although two processes, one of them a zombie, work on one shard', async () => {
    const log = await logOf(...upTo(30).map((n): [string, string] => [A, `${n}`]));
    const plain = model();
    let inside = 0;
    // Both are past their writes before either moves the cursor: one of them must lose, with all it wrote.
    const together: Projection = {
      ...plain,
      apply: async (tx, records) => {
        await plain.apply(tx, records);
        inside++;
        const giveUpAt = Date.now() + 1500;
        while (inside < 2 && Date.now() < giveUpAt) await sleep(5);
      },
    };
    await start(together);
    const first = pipe;
    pipe = scriptedPipe(producer.store);
    await start(together);
    await Promise.all([first.deliver(log), pipe.deliver(log), first.deliver(log), pipe.deliver(log.slice(9))]);
    expect(inside).toBeGreaterThanOrEqual(2);
    expect(await applied()).toEqual(upTo(30));
    expect((await cursor())?.pos).toBe(30);
  });
});
