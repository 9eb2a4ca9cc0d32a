import { accept, type Decider } from '@baogong/decider';
import { createEventStore, eventStoreMigrations, migrate, type Envelope, type EventStore } from '@baogong/event-store';
import { instantOf } from '@baogong/kernel';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { contend, type Contender, type Place } from '../contender.js';
import { orderData } from '../goods.js';
import { closedLoop } from '../load.js';

type Recorded = { type: 'OrderRecorded'; at: string; data: unknown };
type Command = { at: string; data: unknown[] };

const recording: Decider<number, Command, Recorded, never> = {
  initial: 0,
  decide: ({ at, data }) => accept(...data.map((one) => ({ type: 'OrderRecorded' as const, at, data: one }))),
  evolve: (count) => count + 1,
};
const envelope: Envelope = {
  actor: 're-1',
  role: 'resident',
  rule: 'orders/place-order/resident',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'bench',
  causation: 'bench',
  drill: false,
};
const TERRITORY = 'd-pudong/s-weifang/c-y/b-07';

contend(async (place) => {
  const { pool, store } = await openStore(place);
  return appending(store, pool);
});

async function openStore({ ownerUrl, appUrl, appRole }: Place) {
  await migrate({ ownerUrl, appRole, migrations: eventStoreMigrations });
  const pool = new pg.Pool({ connectionString: appUrl, max: 8 });
  const clock = { now: () => instantOf(Date.now()) };
  const store = await createEventStore({ pool, owner: 'orders', clock, eventTypes: { OrderRecorded: 1 } });
  return { pool, store };
}

/** The whole of `execute`: mailbox, decision, key, request hash, digests; the stream is new or cached, as in a service. */
function appending(store: EventStore, pool: pg.Pool): Contender {
  return {
    run(order) {
      const streams = Array.from({ length: order.callers }, () => `order-${randomUUID()}`);
      return closedLoop(order, async (caller) => {
        const data = Array.from({ length: order.events }, orderData);
        const requestHash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
        const outcome = await store.execute({
          stream: { id: streams[caller]!, kind: 'order', territory: TERRITORY },
          decider: recording,
          key: randomUUID(),
          requestHash,
          actor: envelope.actor,
          admit: () => ({ ok: true, envelope }),
          command: { at: instantOf(Date.now()), data },
        });
        if (outcome.kind !== 'appended') throw new Error(`answered ${outcome.kind}`);
      });
    },
    async stored() {
      const count = 'select count(*)::int as n from es.idempotency';
      return (await pool.query<{ n: number }>(count)).rows[0]!.n;
    },
    async close() {
      await store.close(5000);
      await pool.end();
    },
  };
}
