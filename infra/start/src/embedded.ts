import { addMetrics } from '@baogong/hosting';
import { createLogger, createMetrics, probeAll } from '@baogong/observability';
import type { Log } from '@baogong/observability';
import { loadOf, matrixKeyOf, startService } from '@baogong/commanding';
import type { ServiceDefinition, StartedService } from '@baogong/commanding';
import { markDrill } from '@baogong/event-store';
import { createDirectPipe } from '@baogong/event-pipe';
import { createHttpApp } from '@baogong/http';
import type { HttpApp } from '@baogong/http';
import { createIdentity } from '@baogong/identity';
import type { Identity } from '@baogong/identity';
import { realIssuerIn, setting } from '@baogong/operation';
import type { DynamicModule } from '@nestjs/common';
import { addAsyncApi } from './asyncapi-route.js';
import { lockFolder } from './lock.js';
import { openKeys } from './keys.js';
import type { KeyFolder } from './keys.js';
import { openLogs } from './logs.js';
import type { StartOptions } from './options.js';
import { SAMPLE_PEOPLE } from './people.js';
import { portTrouble, requireFree } from './ports.js';
import { startCluster } from './postgres/cluster.js';
import type { Cluster } from './postgres/cluster.js';
import { ensureDatabases } from './postgres/databases.js';
import type { DatabaseUrls } from './postgres/databases.js';
import { removeAll } from './reset.js';
import { ownerOf } from './owners.js';
import { SERVICE_NAMES, SERVICES } from './services.js';
import { addStartPage } from './start-page.js';
import { noteShortMemory, requireSurroundings, tellOldMemory } from './surroundings.js';
import { Teardown } from './teardown.js';

export type Instance = {
  url: string;
  local: Identity['local'];
  dataFolder: string;
  cluster: Cluster;
  services: ReadonlyMap<string, StartedService>;
  close(): Promise<string[]>;
};
export type Progress = (line: string) => void;

export const VERSION = '0.1.0';
const SERVICE_CLOSE_MS = 3000;

const warn = (line: string): void => void process.stderr.write(`${line}\n`);

/** One process: a database, four services, one address. Whatever was started is stopped again if a part fails. */
export async function startEmbedded(options: StartOptions, say: Progress = () => undefined): Promise<Instance> {
  const teardown = new Teardown();
  try {
    return await start(options, say, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(options: StartOptions, say: Progress, teardown: Teardown): Promise<Instance> {
  const lock = await lockFolder(options.data);
  teardown.add('lock', () => lock.release());
  requireSurroundings(options.data);
  tellOldMemory(options.data, say);
  teardown.add('memory watch', noteShortMemory(options.data, warn));
  await requireFree(options.port, options.host);
  if (options.reset) await removeAll(options.data);
  const logs = openLogs(options.data);
  const keys = openKeys(options.data);
  say('Starting the database ...');
  const cluster = await startCluster({ data: options.data, logFolder: logs.folder, passwords: keys.databasePasswords });
  teardown.add('database', () => cluster.stop(), 5000);
  if (cluster.repaired) say('An earlier instance was killed; its database was stopped and taken over.');
  const databases = await ensureDatabases(cluster, keys.databasePasswords, [...SERVICE_NAMES, 'keys']);
  say('Starting the services ...');
  const identity = await identityOf(keys);
  const parts = { databases, keys, identity, destination: logs.destination, drill: options.drill };
  const services = await startServices(parts, teardown);
  const { metricsSecret } = keys;
  const http = await serve({ options, services, identity, metricsSecret, log: logs.logger('http') });
  teardown.add('http', () => http.close(), 3000);
  lock.announce(http.url);
  const close = (): Promise<string[]> => teardown.run();
  return { url: http.url, local: identity.local, dataFolder: options.data, cluster, services, close };
}

function identityOf(keys: KeyFolder): Promise<Identity> {
  const real = realIssuerIn(process.env);
  return createIdentity(real ? { real } : { localKeyFile: keys.issuerFile });
}

type ServiceParts = {
  databases: Map<string, DatabaseUrls>;
  keys: KeyFolder;
  identity: Identity;
  destination: LogDestination;
  drill: boolean;
};
type LogDestination = NonNullable<Parameters<typeof createLogger>[0]['destination']>;

async function startServices(parts: ServiceParts, teardown: Teardown): Promise<Map<string, StartedService>> {
  const pipe = createDirectPipe();
  teardown.add('pipe', () => pipe.close(1000));
  const { passSigning, vaultMaster, wordsMaster, matrixSigning } = parts.keys;
  const vaultKeysUrl = urlsOf(parts, 'keys').ownerUrl;
  const matrixKeys = [matrixKeyOf(matrixSigning)];
  const keys = { passSigning, vaultMaster, wordsMaster, vaultKeysUrl, matrixSigning, matrixKeys };
  const started = new Map<string, StartedService>();
  teardown.add('services', () => closeAll(started), SERVICE_CLOSE_MS + 500);
  for (const definition of SERVICES) {
    const urls = urlsOf(parts, definition.name);
    const log = createLogger({ service: definition.name, destination: parts.destination });
    const service = await startService(parts.drill ? asDrill(definition) : definition, {
      ...urls,
      pipe,
      verifier: parts.identity.verifier,
      keys,
      issuer: parts.identity.fingerprint,
      acceptedKeys: setting(process.env, 'BAOGONG_ACCEPT_KEYS'),
      log,
    });
    started.set(definition.name, service);
  }
  return started;
}

// Before the first event: a database with real ones never becomes a drill.
function asDrill(definition: ServiceDefinition): ServiceDefinition {
  return {
    ...definition,
    async prepare(runtime) {
      await markDrill(runtime.pool);
      await definition.prepare?.(runtime);
    },
  };
}

function urlsOf({ databases }: ServiceParts, name: string): DatabaseUrls {
  const urls = databases.get(name);
  if (!urls) throw new Error(`no database for ${name}`);
  return urls;
}

async function closeAll(services: ReadonlyMap<string, StartedService>): Promise<void> {
  await Promise.allSettled([...services.values()].map((service) => service.close(SERVICE_CLOSE_MS)));
}

type Serving = {
  options: StartOptions;
  services: ReadonlyMap<string, StartedService>;
  identity: Identity;
  metricsSecret: string;
  log: Log;
};

class EmbeddedModule {}

async function serve({ options, services, identity, metricsSecret, log }: Serving): Promise<HttpApp> {
  const metrics = createMetrics();
  for (const { readings } of services.values()) metrics.watch(readings);
  const imports = [...services.values()].map(({ definition, runtime }) => definition.module(runtime) as DynamicModule);
  const people = options.empty ? [] : SAMPLE_PEOPLE;
  const running = () =>
    probeAll([...services].map(([name, { runtime }]) => ({ name, check: () => answers(runtime.pool) })));
  try {
    return await createHttpApp(
      { module: EmbeddedModule, imports },
      {
        port: options.port,
        host: options.host,
        verifier: identity.verifier,
        logger: log,
        openApi: { title: '保供 Baogong', version: VERSION },
        ready: running,
        admission: {
          atOnce: setting(process.env, 'BAOGONG_AT_ONCE'),
          busy: busyOwner(services),
          onTurnedAway: (_path, cause) => metrics.turnedAway(cause),
        },
        onAnswer: (request) => metrics.observe(request),
        routes(server) {
          addMetrics(server, metrics, metricsSecret);
          addStartPage(server, { people, running, ...(identity.local ? { issuer: identity.local } : {}) });
          addAsyncApi(server, VERSION);
        },
      },
    );
  } catch (error) {
    throw portTrouble(error, options.port, options.host) ?? error;
  }
}

/** A service that is behind turns away what it owns; its neighbours in the same process go on. */
function busyOwner(services: ReadonlyMap<string, StartedService>): (path: string) => number | undefined {
  const loads = new Map([...services].map(([name, service]) => [name, loadOf(service)]));
  return (path) => loads.get(ownerOf(path) ?? '')?.();
}

async function answers(pool: { query(sql: string): Promise<unknown> }): Promise<boolean> {
  await pool.query('select 1');
  return true;
}
