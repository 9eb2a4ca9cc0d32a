import {
  createClock,
  createEventStore,
  eventStoreMigrations,
  migrate,
  requireSound,
  type Pool,
} from '@baogong/event-store';
import { millisOf, uuid7 } from '@baogong/kernel';
import { DataSource } from 'typeorm';
import type { OpenOptions, Parking, ProcessRunner, ServiceDefinition, ServiceRuntime } from './types.js';
import type { StartedConsumers } from '@baogong/event-pipe';
import { authorityMigrations } from './authority-tables.js';
import { createAuthority } from './authority.js';
import { createCommandDesk } from './desk.js';
import { createLogger } from '@baogong/observability';
import { fingerprintsOf } from './fingerprints.js';
import { CommandDelayed, issuerOf } from './issue.js';
import { randomBytes } from 'node:crypto';

const CONNECTIONS_MAX = 8;

export interface OpenedService {
  runtime: ServiceRuntime;
  processes: ProcessRunner[];
  /** From here on `runtime.waitFor` works. */
  listening(consumers: StartedConsumers): void;
  close(): Promise<void>;
}

/** All that make the schema of a service, in no particular order: each carries its own. */
export const migrationsOf = (definition: ServiceDefinition) => [
  ...eventStoreMigrations,
  ...authorityMigrations,
  ...definition.migrations,
];

/** Database, clock, store, authority and desk of a service; nothing runs yet. */
export async function openService(definition: ServiceDefinition, options: OpenOptions): Promise<OpenedService> {
  await migrate({
    ownerUrl: options.ownerUrl,
    appRole: decodeURIComponent(new URL(options.appUrl).username),
    migrations: migrationsOf(definition),
  });
  await requireSound(options.ownerUrl, { fingerprints: fingerprintsOf(options), accepted: options.acceptedKeys ?? [] });
  const log = options.log ?? createLogger({ service: definition.name });
  const dataSource = await openDatabase(definition, options.appUrl);
  const pool = poolOf(dataSource);
  const clock = createClock(pool);
  try {
    await clock.ready;
    const authority = createAuthority({
      pool,
      clock,
      onFailure: (error) => log.warn({ err: error }, 'authority unread'),
    });
    await authority.refresh();
    const base = { service: definition.name, pool, dataSource, clock, authority, log };
    const opened = await withDesk(definition, options, base);
    const close = async () => {
      clock.close();
      await authority.close();
      await dataSource.destroy();
    };
    return { ...opened, close };
  } catch (error) {
    clock.close();
    await dataSource.destroy();
    throw error;
  }
}

type Base = Pick<ServiceRuntime, 'service' | 'pool' | 'dataSource' | 'clock' | 'authority' | 'log'>;

async function withDesk(
  definition: ServiceDefinition,
  options: OpenOptions,
  base: Base,
): Promise<Omit<OpenedService, 'close'>> {
  const { service, pool, clock } = base;
  const newId = () => uuid7(millisOf(clock.now()), randomBytes(10));
  let consumers: StartedConsumers | undefined;
  const early = {
    ...base,
    newId,
    verifier: options.verifier,
    keys: options.keys ?? {},
    random: (count: number) => new Uint8Array(randomBytes(count)),
    waitFor: async (vector: string, milliseconds: number) => consumers?.waitFor(vector, milliseconds) ?? false,
    parking: parkingOf(() => consumers),
  };
  // The store must know the types of the processes' decisions, and a process keeps its runtime until it has one.
  const runtime = early as unknown as ServiceRuntime;
  const processes = definition.processes?.(runtime) ?? [];
  runtime.store = await createEventStore({
    pool,
    owner: service,
    clock,
    eventTypes: { ...definition.eventTypes, ...ownTypes(processes) },
    ...(definition.upcasters ? { upcasters: definition.upcasters } : {}),
  });
  runtime.desk = createCommandDesk({ ...base, store: runtime.store, ids: { newId } });
  runtime.issue = issuerOf(runtime.desk, definition.issued(runtime), base.log);
  return { runtime, processes, listening: (started) => void (consumers = started) };
}

function parkingOf(started: () => StartedConsumers | undefined): Parking {
  return {
    has: ({ consumer, source, shard }) =>
      (started()?.lag() ?? []).some(
        (each) => each.consumer === consumer && each.source === source && each.shard === shard,
      ),
    async settle(settlement) {
      const consumers = started();
      if (!consumers) throw new CommandDelayed('the consumers are not started yet');
      await consumers.settle(settlement);
    },
  };
}

function ownTypes(processes: ProcessRunner[]): Record<string, number> {
  return Object.fromEntries([['DutyRefused', 1], ...processes.map(({ decidedType }) => [decidedType, 1])]);
}

function openDatabase({ name, entities = [] }: ServiceDefinition, appUrl: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: appUrl,
    entities,
    applicationName: `baogong-${name}`,
    poolSize: CONNECTIONS_MAX,
    synchronize: false,
  }).initialize();
}

/** TypeORM and the hot path share one pool, or a service would hold twice its connections. */
function poolOf({ driver }: DataSource): Pool {
  return (driver as unknown as { master: Pool }).master;
}
