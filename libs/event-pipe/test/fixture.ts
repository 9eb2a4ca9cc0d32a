import { accept, type Decider } from '@baogong/decider';
import { createEventStore, eventStoreMigrations, migrate, type EventStore, type Pool } from '@baogong/event-store';
import { instantOf } from '@baogong/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freshDatabase } from '../../testing/src/postgres.js';
import type { EventRecord, PublishedMap } from '../src/port.js';

export const HOME = 'd-pudong/s-weifang/c-y/b-07';

type Note = { type: 'Written' | 'Kept' | 'OrderCancelled'; at: string; data: unknown };

const diary: Decider<number, Note[], Note, never> = {
  initial: 0,
  decide: (notes) => accept(...notes),
  evolve: (count) => count + 1,
};

/** Kept is private to the service; OrderCancelled has a contract. */
export const published: PublishedMap = {
  Written: ({ data }) => ({ text: (data as { text: string }).text }),
  OrderCancelled: ({ data }) => data,
};

export interface Log {
  store: EventStore;
  pool: Pool;
  appUrl: string;
  ownerUrl: string;
  write(stream: string, ...texts: string[]): Promise<void>;
  note(stream: string, type: Note['type'], data: unknown): Promise<void>;
  openPool(): Pool;
  close(): Promise<void>;
}

/** A real store in a database of its own. */
export async function openLog(name: string): Promise<Log> {
  const database = await freshDatabase(name);
  await migrate({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations: eventStoreMigrations });
  await makeReadModel(database.ownerUrl);
  const pools: Pool[] = [];
  const openPool = () => {
    const pool = new pg.Pool({ connectionString: database.appUrl, max: 6 });
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };
  const pool = openPool();
  const clock = { now: () => instantOf(Date.now()) };
  const eventTypes = { Written: 1, Kept: 1, OrderCancelled: 1 };
  const store = await createEventStore({ pool, owner: 'orders', clock, eventTypes });
  let keys = 0;
  const append = async (stream: string, notes: Note[]) => {
    const key = `k-${keys++}`;
    const outcome = await store.execute({
      stream: { id: stream, kind: 'diary', territory: HOME },
      decider: diary,
      key,
      requestHash: key,
      actor: 'a-1',
      admit: () => ({ ok: true, envelope }),
      command: notes,
    });
    if (outcome.kind !== 'appended') throw new Error(`not appended but ${outcome.kind}`);
  };
  const at = instantOf(Date.now());
  return {
    store,
    pool,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    openPool,
    write: (stream, ...texts) =>
      append(
        stream,
        texts.map((text) => ({ type: 'Written', at, data: { text, secret: 1 } })),
      ),
    note: (stream, type, data) => append(stream, [{ type, at, data }]),
    close: async () => {
      await store.close(2000);
      await Promise.all(pools.map((each) => each.end()));
      await database.drop();
    },
  };
}

/** Without a key, so that a record applied twice shows. */
async function makeReadModel(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    'create table public.seen (consumer text, source text, shard int, pos bigint, stream text, data json)',
  );
  await owner.query('grant all on public.seen to public');
  await owner.end();
}

const envelope = {
  actor: 'a-1',
  role: 'resident',
  rule: 'r-1',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'c-1',
  causation: 'k-1',
  drill: false,
};

export async function until(what: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const giveUpAt = Date.now() + milliseconds;
  while (!(await what())) {
    if (Date.now() > giveUpAt) throw new Error(`not within ${milliseconds} ms: ${what.toString()}`);
    await sleep(10);
  }
}

export async function logSize(store: EventStore): Promise<number> {
  return (await store.heads()).reduce((sum, head) => sum + head, 0);
}

/** Positions of each shard in order of arrival. */
export function byShard(records: EventRecord[]): Map<number, number[]> {
  const shards = new Map<number, number[]>();
  for (const { shard, pos } of records) shards.set(shard, [...(shards.get(shard) ?? []), pos]);
  return shards;
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
