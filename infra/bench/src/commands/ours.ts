import { createDirectPipe, startConsumers, startRelay, type EventRecord, type Projection } from '@baogong/event-pipe';
import { instantOf } from '@baogong/kernel';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { contend } from '../contender.js';
import { closedLoop } from '../load.js';
import { createReadModel, envelope, openLog, TERRITORY, type OpenLog } from '../log.js';
import { basket, COMMANDS_EACH, READ_MODEL } from './basket.js';

const VIEW: Projection = {
  name: 'basket-view',
  source: 'orders',
  handles: ['BasketPlaced', 'BasketAmended'],
  async apply(tx, records) {
    const last = new Map(records.map((record) => [record.stream, record]));
    const of = <T>(pick: (record: EventRecord) => T): T[] => [...last.values()].map(pick);
    await tx.query(
      `insert into basket_view as v (id, quantity, changes, changed_at)
       select * from unnest($1::text[], $2::int[], $3::int[], $4::timestamptz[])
       on conflict (id) do update set quantity = excluded.quantity, changes = excluded.changes,
         changed_at = excluded.changed_at`,
      [
        of(({ stream }) => stream),
        of(({ data }) => (data as { quantity: number }).quantity),
        of(({ version }) => version),
        of(({ at }) => at),
      ],
    );
  },
};

/** As a service runs: the answer does not wait for the read model, the clock of this run does. */
contend(async (place) => {
  const log = await openLog(place, { BasketPlaced: 1, BasketAmended: 1 });
  await createReadModel(place, 'basket_view', READ_MODEL);
  const { pool, store } = log;
  const pipe = createDirectPipe();
  const relay = startRelay({ store, pool, pipe, source: 'orders', published: {} });
  const consumers = await startConsumers({ service: 'orders', pool, pipe, ownStore: store, consumers: [VIEW] });
  return {
    async run(order) {
      const began = performance.now();
      const turns = Array.from({ length: order.callers }, () => ({ stream: '', count: 0 }));
      const run = await closedLoop(order, (caller) => command(log, turns[caller]!));
      const behind = async () => (await store.heads()).reduce((sum, head) => sum + head) > applied();
      while (await behind()) await sleep(5);
      return { ...run, seconds: (performance.now() - began) / 1000 };
    },
    async stored() {
      const { rows } = await pool.query<{ n: number }>('select sum(changes)::int as n from basket_view');
      return rows[0]!.n;
    },
    async close() {
      await consumers.close();
      await relay.close();
      await log.close();
    },
  };

  function applied(): number {
    return consumers.lag().reduce((sum, { at }) => sum + at, 0);
  }
});

async function command({ store }: OpenLog, turn: { stream: string; count: number }): Promise<void> {
  if (turn.count % COMMANDS_EACH === 0) turn.stream = `basket-${randomUUID()}`;
  const quantity = (turn.count += 1);
  const outcome = await store.execute({
    stream: { id: turn.stream, kind: 'basket', territory: TERRITORY },
    decider: basket,
    key: randomUUID(),
    requestHash: createHash('sha256').update(`${turn.stream} ${quantity}`).digest('hex'),
    actor: envelope.actor,
    admit: () => ({ ok: true, envelope }),
    command: { at: instantOf(Date.now()), quantity },
  });
  if (outcome.kind !== 'appended') throw new Error(`answered ${outcome.kind}`);
}
