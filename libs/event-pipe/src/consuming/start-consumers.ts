import type { Context } from '@baogong/contracts';
import { direct, listParked, SHARDS, type CursorKey } from '@baogong/event-store';
import type { Consumer, ConsumersOptions, StartedConsumers } from '../consumers.js';
import { feedLog } from '../log-feed.js';
import { Redelivery, type Partition, type ReadRequest, type ShardBatch, type Subscription } from '../port.js';
import { ownRecord } from '../records.js';
import { lagOf } from './lag.js';
import type { Place } from './place.js';
import { settle } from './settling.js';
import { SharedCommit } from './shared-commit.js';
import { ShardWorker } from './shard-worker.js';
import { PositionWaiters } from './waiters.js';

const BATCH = 500;

/** Own log from the own store, neighbours' logs from the pipe; one group for the service. */
export async function startConsumers(options: ConsumersOptions): Promise<StartedConsumers> {
  refuseTwins(options.consumers);
  const workers: ShardWorker[] = [];
  const waiters = new PositionWaiters(workers, options.pool);
  workers.push(...placesOf(options).map((place) => new ShardWorker(place, () => waiters.look())));
  const at = ({ source, shard }: Partition) =>
    workers.filter(({ place }) => place.source === source && place.shard === shard);
  const consume = {
    group: options.service,
    onBatch: (batch: ShardBatch) => deliver(at(batch), batch),
    onAssign: async (partition: Partition) => Math.min(...(await Promise.all(at(partition).map((w) => w.start())))),
    onRevoke: (partition: Partition) => at(partition).forEach((worker) => worker.release()),
  };
  const sources = [...new Set(options.consumers.map(({ source }) => source))];
  const subscriptions: Subscription[] = [];
  if (sources.includes(options.service)) subscriptions.push(followOwn(options, consume));
  const others = sources.filter((source) => source !== options.service);
  if (others.length > 0) subscriptions.push(await options.pipe.consume({ ...consume, sources: others }));
  return {
    waitFor: (vector, milliseconds) => waiters.waitFor(vector, milliseconds),
    lag: () => lagOf(workers, subscriptions),
    parked: () => listParked(direct(options.pool)),
    settle: async (settlement) => {
      const worker = workers.find(({ place }) => isOf(place, settlement));
      await settle(options.pool, worker?.place, settlement);
      worker?.settled();
    },
    close: async (deadlineMs = 5000) => {
      waiters.close();
      await Promise.all(subscriptions.map((subscription) => subscription.close(deadlineMs)));
      await Promise.allSettled(workers.map((worker) => worker.save()));
    },
  };
}

function followOwn(
  options: ConsumersOptions,
  consume: Pick<Parameters<typeof feedLog>[1], 'group' | 'onBatch' | 'onAssign' | 'onRevoke'>,
) {
  const { service, ownStore, leads, alone } = options;
  const feed = {
    source: service,
    log: ownStore,
    ...(leads && { leads }),
    ...(alone && { alone }),
    toRecord: (event: Parameters<typeof ownRecord>[0]) => ownRecord(event, service),
  };
  return feedLog(feed, { ...consume, sources: [service] });
}

function placesOf({ service, pool, pipe, ownStore, consumers, onAlarm, batchSize }: ConsumersOptions): Place[] {
  const readOwn = async ({ source, shard, from, limit }: ReadRequest) =>
    (await ownStore.read(shard, from, limit)).map((event) => ownRecord(event, source));
  const commits = new SharedCommit(pool);
  return consumers.flatMap((consumer) => {
    const own = consumer.source === service;
    return Array.from({ length: SHARDS }, (_, shard) => ({
      consumer,
      source: consumer.source satisfies Context,
      shard,
      own,
      pool,
      commits,
      batchSize: batchSize ?? BATCH,
      read: own ? readOwn : (request: ReadRequest) => pipe.read(request),
      alarm: onAlarm ?? (() => undefined),
    }));
  });
}

function isOf({ consumer, source, shard }: Place, key: CursorKey): boolean {
  return consumer.name === key.consumer && source === key.source && shard === key.shard;
}

/** Two of one name would share a cursor, and each would miss what the other has seen. */
function refuseTwins(consumers: Consumer[]): void {
  const names = consumers.map(({ name, source }) => `${name} of ${source}`);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin) throw new Error(`two consumers are called ${twin}`);
}

/** Every consumer gets the batch before it is asked for again; those that had it already drop it then. */
async function deliver(workers: ShardWorker[], batch: ShardBatch): Promise<void> {
  const results = await Promise.allSettled(workers.map((worker) => worker.take(batch)));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  if (failures.length === 0) return;
  const waits = failures.map((failure) => (failure instanceof Redelivery ? failure.afterMs : 1000));
  throw new Redelivery(Math.max(...waits), { cause: failures[0] });
}
