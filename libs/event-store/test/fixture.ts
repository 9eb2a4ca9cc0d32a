import { accept, reject, type Decider } from '@baogong/decider';
import { instantOf, type Clock } from '@baogong/kernel';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../testing/src/postgres.js';
import { createEventStore } from '../src/store.js';
import { eventStoreMigrations } from '../src/schema/migrations.js';
import { migrate } from '../src/schema/migrate.js';
import type { Envelope, EventStore, EventStoreOptions, Pool, Unit } from '../src/types.js';

export const AT = '2026-11-24T03:06:00.000Z';
export const HOME = 'd-pudong/s-weifang/c-y/b-07';
export const clock: Clock = { now: () => instantOf(Date.now()) };
export const envelope: Envelope = {
  actor: 'a-1',
  role: 'resident',
  rule: 'r-1',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'c-1',
  causation: 'k',
  drill: false,
};

export interface Stock {
  left: number;
  claims: number;
}
export type StockEvent =
  | { type: 'Stocked'; at: string; data: { quantity: number } }
  | { type: 'Claimed'; at: string; data: { by: string; note?: string } };
export type StockCommand =
  { type: 'Stock'; quantity: number } | { type: 'Claim'; by: string; times?: number; note?: string };

export const stock: Decider<Stock, StockCommand, StockEvent, 'sold-out'> = {
  initial: { left: 0, claims: 0 },
  decide(command, state) {
    if (command.type === 'Stock') {
      return command.quantity === 0
        ? accept()
        : accept({ type: 'Stocked', at: AT, data: { quantity: command.quantity } });
    }
    const times = command.times ?? 1;
    if (state.left < times) return reject('sold-out', { left: state.left });
    const { by, note } = command;
    return accept(
      ...Array.from({ length: times }, () => ({
        type: 'Claimed' as const,
        at: AT,
        data: { by, ...(note === undefined ? {} : { note }) },
      })),
    );
  },
  evolve: (state, event) =>
    event.type === 'Stocked'
      ? { ...state, left: state.left + event.data.quantity }
      : { left: state.left - 1, claims: state.claims + 1 },
};

export type StockUnit = Unit<Stock, StockCommand, StockEvent, 'sold-out'>;

// Specs read best with four parameters; the same limit as in a spec holds here.
// eslint-disable-next-line max-params
export function unit(
  stream: string,
  key: string,
  command: StockUnit['command'],
  more: Partial<StockUnit> = {},
): StockUnit {
  return {
    stream: { id: stream, kind: 'stock', territory: HOME },
    decider: stock,
    key,
    requestHash: `hash of ${key}`,
    actor: 'a-1',
    admit: () => ({ ok: true, envelope }),
    command,
    ...more,
  };
}

export interface Fixture {
  database: FreshDatabase;
  pool: Pool;
  owner: Pool;
  store: EventStore;
  another(options?: Partial<EventStoreOptions>): Promise<EventStore>;
  close(): Promise<void>;
}

export async function fixture(name: string): Promise<Fixture> {
  const database = await freshDatabase(name);
  await migrate({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations: eventStoreMigrations });
  const pools: Pool[] = [];
  const poolOf = (connectionString: string) => {
    const pool = new pg.Pool({ connectionString, max: 8 });
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };
  const stores: EventStore[] = [];
  const another = async (options: Partial<EventStoreOptions> = {}) => {
    const pool = options.pool ?? poolOf(database.appUrl);
    const store = await createEventStore({
      pool,
      owner: 'orders',
      clock,
      eventTypes: { Stocked: 1, Claimed: 1 },
      ...options,
    });
    stores.push(store);
    return store;
  };
  const pool = poolOf(database.appUrl);
  return {
    database,
    pool,
    owner: poolOf(database.ownerUrl),
    store: await another({ pool }),
    another,
    async close() {
      await Promise.all(stores.map((store) => store.close(2_000)));
      await Promise.all(pools.map((each) => each.end()));
      await database.drop();
    },
  };
}
