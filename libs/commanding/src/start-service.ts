import { startConsumers, startRelay, type StartedConsumers, type StartedRelay } from '@baogong/event-pipe';
import { openService, type OpenedService } from './open-service.js';
import { stopInOrder, type StopStep } from './shutdown.js';
import type { ServiceDefinition, StartedService, StartOptions } from './types.js';
import { authorityProjection } from './authority-projection.js';
import { hearing } from './hearing.js';
import { keepConfirmed } from './freshness.js';
import { matrixCheckOf } from './matrix-seal.js';
import { reportMatrix } from './refusing.js';
import type { Readings } from '@baogong/observability';
import { cursorOf, direct, runTimers } from '@baogong/event-store';

const CLOSE_MS = 10_000;

/** Opens, prepares and runs a service; the pipe may be of either kind, a direct one learns of the log by the relay. */
export async function startService(definition: ServiceDefinition, options: StartOptions): Promise<StartedService> {
  const opened = await openService(definition, options);
  try {
    await definition.prepare?.(opened.runtime);
    return await run(definition, options, opened);
  } catch (error) {
    await opened.runtime.store.close(CLOSE_MS);
    await opened.close();
    throw error;
  }
}

export async function stopService(started: StartedService, deadlineMs = CLOSE_MS): Promise<void> {
  await started.close(deadlineMs);
}

interface Running {
  consumers: StartedConsumers;
  relay: StartedRelay;
  timers: { close(): Promise<void> };
  fresh: { close(): Promise<void> };
  background: { close(): Promise<void> }[];
}

async function run(definition: ServiceDefinition, options: StartOptions, opened: OpenedService) {
  const { runtime } = opened;
  const { store, pool, log } = runtime;
  const relay = startRelay({
    store,
    pool,
    pipe: options.pipe,
    source: definition.name,
    published: { ...definition.published, DutyRefused: ({ data }) => data },
    onError: (error) => log.warn({ err: error }, 'relay delayed'),
  });
  const consumers = await startConsumers({
    service: definition.name,
    pool,
    pipe: options.pipe,
    ownStore: store,
    consumers: consumersOf(definition, options, opened),
    leads: (shard) => relay.leads(shard),
    alone: () => relay.alone(),
    onAlarm: (alarm) => log.error(alarm, 'consumer alarm'),
  });
  opened.listening(consumers);
  const timers = startTimers(opened);
  const fresh = keepConfirmed({
    runtime,
    consumers,
    read: ownsAuthority(definition) ? ({ shard, from, limit }) => store.read(shard, from, limit) : options.pipe.read,
    applied: async (shard) => (await cursorOf(direct(pool), { consumer: 'authority', source: 'oversight', shard })).pos,
  });
  const background = definition.background?.(runtime) ?? [];
  let closing: Promise<void> | undefined;
  const close = (deadlineMs = CLOSE_MS): Promise<void> =>
    (closing ??= stopInOrder(stepsOf({ consumers, relay, timers, fresh, background }, opened), deadlineMs, log));
  return { runtime, definition, consumers, readings: readingsOf(opened, consumers, relay), close };
}

const ownsAuthority = ({ name }: ServiceDefinition): boolean => name === 'oversight';

function consumersOf(definition: ServiceDefinition, { keys }: StartOptions, { runtime, processes }: OpenedService) {
  return [
    authorityProjection({
      applied: () => void runtime.authority.refresh().catch(() => undefined),
      ...(keys?.matrixKeys && { isGenuine: matrixCheckOf(keys.matrixKeys) }),
      refused: (record) => reportMatrix(runtime, record),
    }),
    ...[...definition.consumers(runtime), ...processes.flatMap((process) => process.consumers(runtime))].map(
      (consumer) => hearing(consumer, runtime.authority),
    ),
  ];
}

function readingsOf({ runtime }: OpenedService, consumers: StartedConsumers, relay: StartedRelay): Readings {
  const { service, store, desk, pool } = runtime;
  return {
    service,
    consumers: () => consumers.lag(),
    parked: () => consumers.parked(),
    relay: () => relay.lag(),
    queues: () => store.queues(),
    refusals: () => desk.refusalCounts(),
    pool,
  };
}

function startTimers({ runtime }: OpenedService) {
  const { pool, clock, log } = runtime;
  return runTimers({
    pool,
    clock,
    fire: (timerId, command) => {
      const key = `timer:${timerId}`;
      return runtime.issue(command, { key, correlation: key, causation: key });
    },
    onError: (timerId, error) => log.error({ err: error, timerId }, 'timer not fired'),
  });
}

/** Intake first, then what it feeds: lanes drain before the relay lets go, the database goes last. */
function stepsOf({ consumers, relay, timers, fresh, background }: Running, opened: OpenedService): StopStep[] {
  const { desk, store } = opened.runtime;
  return [
    { what: 'background', stop: () => Promise.all(background.map((each) => each.close())) },
    { what: 'timers', stop: () => timers.close() },
    { what: 'freshness', stop: () => fresh.close() },
    { what: 'consumers', stop: () => consumers.close(4000) },
    { what: 'desk', stop: () => desk.close() },
    { what: 'store', stop: () => store.close(3000) },
    { what: 'relay', stop: () => relay.close(1000) },
    { what: 'database', stop: () => opened.close() },
  ];
}
