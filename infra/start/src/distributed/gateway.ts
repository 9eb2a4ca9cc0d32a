import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import {
  admitWithinLimits,
  Problem,
  PROBLEMS,
  problemType,
  sendProblem,
  tellMethods,
  traceIdOf,
  wireOptions,
} from '@baogong/http';
import type { ProblemName } from '@baogong/http';
import { probeAll } from '@baogong/observability';
import type { HealthReport, Log } from '@baogong/observability';
import Fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { portTrouble } from '../ports.js';
import { RESOURCES } from '../owners.js';
import { addStartPage } from '../start-page.js';
import type { StartPageOptions } from '../start-page.js';
import { BODY_LIMIT_BYTES, takeBodiesWhole } from './bodies.js';
import { addDocuments } from './documents.js';
import { forward } from './forwarding.js';
import { answersReady, followReplicas, Replicas } from './replicas.js';
import type { ServiceReplicas } from './replicas.js';

export type GatewayOptions = {
  port: number;
  host: string;
  log: Log;
  services: readonly ServiceReplicas[];
  startPage: Omit<StartPageOptions, 'running'>;
  title: { title: string; version: string };
  /** How long a request may take to arrive; as long as at a service unless told. */
  wholeWithinMs?: number;
};
export type Gateway = { url: string; close(): Promise<void> };

/** Each reader of a live view keeps a connection: these have a pool of their own, or they would starve the answers. */
const LIVE: Readonly<Record<string, readonly string[]>> = { oversight: ['throughput/live'] };

const PARAMETER_MAX_LENGTH = 300;
// As many commands and reads as are let in: nothing waits for a connection.
const ANSWERS_AT_ONCE = 512;
const READERS_AT_ONCE = 4096;
const SCRAPES_AT_ONCE = 2;

export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { port, host } = options;
  const server = await prepareGateway(options);
  try {
    await server.listen({ port, host });
  } catch (error) {
    await server.close();
    throw portTrouble(error, port, host) ?? error;
  }
  const bound = (server.server.address() as AddressInfo).port;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close: () => server.close() };
}

/** Without a port, for tests that inject. */
export async function prepareGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { log, services, startPage, title, wholeWithinMs } = options;
  const server = Fastify({
    ...wireOptions(wholeWithinMs),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: ({ headers }) => traceIdOf(headers['traceparent']) ?? randomBytes(16).toString('hex'),
    routerOptions: { maxParamLength: PARAMETER_MAX_LENGTH },
  }) as unknown as FastifyInstance;
  admitWithinLimits(server);
  tellMethods(server);
  takeBodiesWhole(server);
  answerInProblems(server);
  const all = services.map((service) => new Replicas(service));
  const endFollowing = followReplicas(all);
  server.addHook('onClose', async () => endFollowing());
  const running = () => reportOf(all);
  addHealth(server, running);
  addStartPage(server, { ...startPage, running });
  await addDocuments(server, { services: all, title });
  for (const service of all) {
    // The service itself asks for the secret.
    await forward(server, {
      prefix: `/metrics/${service.name}`,
      to: '/metrics',
      service,
      connections: SCRAPES_AT_ONCE,
    });
    for (const resource of RESOURCES[service.name] ?? [])
      await forward(server, { prefix: `/api/v1/${resource}`, service, connections: ANSWERS_AT_ONCE });
    for (const view of LIVE[service.name] ?? [])
      await forward(server, { prefix: `/api/v1/${view}`, service, connections: READERS_AT_ONCE });
  }
  return server;
}

/** A service is ready while one of its replicas is. */
function reportOf(services: readonly Replicas[]): Promise<HealthReport> {
  return probeAll(services.map((service) => ({ name: service.name, check: () => anyIsReady(service) })));
}

function addHealth(server: FastifyInstance, running: () => Promise<HealthReport>): void {
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const report = await running();
    return reply.status(report.status === 'ok' ? 200 : 503).send(report);
  });
}

async function anyIsReady(service: Replicas): Promise<boolean> {
  const all = await Promise.all(service.all().map(answersReady));
  return all.includes(true);
}

const PROBLEM_OF: Partial<Record<number, ProblemName>> = { 413: 'body-too-large', 415: 'unsupported-media-type' };

/** Everything the gateway says by itself has the form that the services use. */
function answerInProblems(server: FastifyInstance): void {
  for (const name of Object.keys(PROBLEMS) as ProblemName[]) {
    server.get(problemType(name), () => ({ type: problemType(name), ...PROBLEMS[name] }));
  }
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem('not-found')));
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof Problem) return sendProblem(reply, error);
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error });
    sendProblem(reply, new Problem(PROBLEM_OF[status] ?? (status < 500 ? 'malformed-request' : 'internal')));
  });
}
