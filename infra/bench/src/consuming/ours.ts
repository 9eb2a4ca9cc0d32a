import { createKafkaPipe, startConsumers, startRelay, type EventRecord, type Projection } from '@baogong/event-pipe';
import { setTimeout as sleep } from 'node:timers/promises';
import { contend, type Run } from '../contender.js';
import { runOf } from '../load.js';
import { createReadModel, openLog } from '../log.js';
import { fill, FILLED_TYPE } from '../relaying/filling.js';
import { HEARD, ORDER_VIEW } from './view.js';

const SOURCE = 'inventory';

const VIEW: Projection = {
  name: 'order-view',
  source: SOURCE,
  handles: [FILLED_TYPE],
  async apply(tx, records) {
    const heard = new Map<string, { record: EventRecord; count: number }>();
    for (const record of records) {
      heard.set(record.stream, { record, count: (heard.get(record.stream)?.count ?? 0) + 1 });
    }
    const rows = [...heard.values()];
    await tx.query(
      `insert into order_view as v (id, household, heard) select * from unnest($1::text[], $2::text[], $3::int[])
       on conflict (id) do update set heard = v.heard + excluded.heard`,
      [
        rows.map(({ record }) => record.stream),
        rows.map(({ record }) => (record.data as { householdId: string }).householdId),
        rows.map(({ count }) => count),
      ],
    );
  },
};

/** The consumer as a service runs it: rows and cursors in one transaction, positions and chains checked on the way. */
contend(async (place) => {
  const producer = await openLog(place.others[0]!, { [FILLED_TYPE]: 1 }, SOURCE);
  const log = await openLog(place, { [FILLED_TYPE]: 1 });
  await createReadModel(place, 'order_view', ORDER_VIEW);
  const pipe = createKafkaPipe({ brokers: place.brokers, clientId: 'bench-consumer' });
  return {
    async run({ amount }) {
      await publish(amount!);
      return consume(amount!);
    },
    stored: heard,
    async close() {
      await pipe.close(3000);
      await Promise.all([log.close(), producer.close()]);
    },
  };

  async function publish(amount: number): Promise<void> {
    await fill(producer, amount);
    const to = (await producer.store.heads()).reduce((sum, head) => sum + head);
    const { store, pool } = producer;
    const published = { [FILLED_TYPE]: ({ data }: { data: unknown }) => data };
    const relay = startRelay({ store, pool, pipe, source: SOURCE, published });
    while (relay.lag().reduce((sum, lag) => sum + lag.published, 0) < to) await sleep(5);
    await relay.close();
  }

  /** From the first batch that is applied: until then the group gathers, which says nothing of a rate. */
  async function consume(amount: number): Promise<Run> {
    const options = { service: 'orders', pool: log.pool, pipe, ownStore: log.store, consumers: [VIEW] } as const;
    const before = await heard();
    const consumers = await startConsumers({ ...options, consumers: [VIEW] });
    let first = before;
    while (first === before) {
      await sleep(5);
      first = await heard();
    }
    const started = performance.now();
    while ((await heard()) < before + amount) await sleep(10);
    const milliseconds = performance.now() - started;
    await consumers.close();
    return runOf(amount, milliseconds * (amount / (before + amount - first)), []);
  }

  async function heard(): Promise<number> {
    return (await log.pool.query<{ n: number }>(HEARD)).rows[0]!.n;
  }
});
