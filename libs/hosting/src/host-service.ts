import {
  loadOf,
  startService,
  type ServiceDefinition,
  type ServiceKeys,
  type StartedService,
} from '@baogong/commanding';
import { createKafkaPipe, type EventPipe } from '@baogong/event-pipe';
import { createHttpApp, type HttpApp, type HttpModule } from '@baogong/http';
import { createIdentity } from '@baogong/identity';
import { createLogger, createMetrics, probeAll, type Log } from '@baogong/observability';
import { explain, trouble, unknownSettings } from '@baogong/operation';
import { anyBrokerAnswers } from './broker-probe.js';
import { addInternalLog, neighbourLogs } from './internal-log.js';
import { addMetrics } from './metrics-route.js';
import { readSettings, type Environment, type Need, type Settings } from './settings.js';
import { requireSurroundings } from './surroundings.js';
import { stopOnSignal } from './stopping.js';

export type Hosted = ServiceDefinition | ((settings: Settings) => ServiceDefinition);

const SERVICE_CLOSE_MS = 6000;
const PIPE_CLOSE_MS = 1500;

/** One service as one process: settings, pipe, service, its routes, and an end in order. */
export async function hostService(
  hosted: Hosted,
  environment: Environment = process.env,
  needs: readonly Need[] = [],
): Promise<void> {
  const read = readSettings(environment, needs);
  if (!read.ok) endWith(trouble('settings', { problems: read.problems }));
  for (const line of unknownSettings(environment)) process.stderr.write(`${line}\n`);
  const definition = typeof hosted === 'function' ? hosted(read.settings) : hosted;
  const log = createLogger({ service: definition.name, level: read.settings.logLevel });
  try {
    await run(definition, read.settings, log);
  } catch (error) {
    log.fatal({ err: error }, 'not started');
    endWith(error);
  }
}

function endWith(error: unknown): never {
  const { text, exitCode } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

async function run(definition: ServiceDefinition, settings: Settings, log: Log): Promise<void> {
  // Listening from the first moment: a stop during the start ends the process at once.
  const stopping = stopOnSignal(log);
  const { internalSecret, neighbours, brokers } = settings;
  const pipe = createKafkaPipe({
    brokers,
    clientId: definition.name,
    fetchLog: neighbourLogs(neighbours, internalSecret),
    onError: (error) => log.warn({ err: error }, 'pipe delayed'),
  });
  await requireSurroundings(settings);
  const { verifier, fingerprint } = await createIdentity(settings.identity);
  const { ownerUrl, appUrl } = settings;
  const keys = keysIn(settings);
  const service = await startService(definition, {
    ...{ ownerUrl, appUrl, pipe, verifier, keys, log },
    issuer: fingerprint,
    acceptedKeys: settings.acceptedKeys,
  });
  const http = await serve({ definition, settings, service, log, isStopping: () => stopping.begun });
  log.info({ url: http.url }, 'answers');
  stopping.with(() => close({ http, service, pipe }));
}

function keysIn(settings: Settings): ServiceKeys {
  const { matrixKeys, matrixSigning, passSigning, vaultMaster, wordsMaster, vaultKeysUrl } = settings;
  return {
    matrixKeys,
    ...(matrixSigning && { matrixSigning }),
    ...(passSigning && { passSigning }),
    ...(vaultMaster && { vaultMaster }),
    ...(wordsMaster && { wordsMaster }),
    ...(vaultKeysUrl && { vaultKeysUrl }),
  };
}

type Serving = {
  definition: ServiceDefinition;
  settings: Settings;
  service: StartedService;
  log: Log;
  isStopping(): boolean;
};

function serve({ definition, settings, service, log, isStopping }: Serving): Promise<HttpApp> {
  const { runtime } = service;
  const { host, port, brokers, internalSecret, metricsSecret, atOnce } = settings;
  const metrics = createMetrics();
  metrics.watch(service.readings);
  const probes = [
    { name: 'running', check: () => Promise.resolve(!isStopping()) },
    { name: 'database', check: async () => (await runtime.pool.query('select 1')).rowCount === 1 },
    { name: 'broker', check: () => anyBrokerAnswers(brokers) },
  ];
  const published = { ...definition.published, DutyRefused: ({ data }: { data: unknown }) => data };
  const app = createHttpApp(definition.module(runtime) as HttpModule, {
    verifier: runtime.verifier,
    logger: log,
    host,
    port,
    openApi: { title: `Baogong ${definition.name}`, version: '1' },
    ready: () => probeAll(probes),
    admission: { atOnce, busy: loadOf(service), onTurnedAway: (_path, cause) => metrics.turnedAway(cause) },
    onAnswer: (request) => metrics.observe(request),
    routes(server) {
      addInternalLog(server, { log: runtime.store, source: definition.name, published, secret: internalSecret });
      if (metricsSecret) addMetrics(server, metrics, metricsSecret);
    },
  });
  return app.catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? trouble('port-taken', { port, other: port + 1 }) : error;
  });
}

/** Whoever asks from outside goes first, then the service, then what carries its events. */
async function close({ http, service, pipe }: { http: HttpApp; service: StartedService; pipe: EventPipe }) {
  await http.close();
  await service.close(SERVICE_CLOSE_MS);
  await pipe.close(PIPE_CLOSE_MS);
}
