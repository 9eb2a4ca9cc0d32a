import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { checkAddresses } from './addresses.js';
import { admitWithinLimits } from './admission.js';
import type { AdmissionOptions } from './admission.js';
import { tellAnswers } from './answered.js';
import type { AnsweredRequest } from './answered.js';
import { closeApi } from './authentication.js';
import type { Verifier } from './authentication.js';
import { addHealthRoutes } from './health.js';
import type { ReadinessCheck } from './health.js';
import { acceptJsonOnly } from './json-body.js';
import { nestLogger } from './logging.js';
import { tellMethods } from './methods.js';
import { serveOpenApi } from './openapi.js';
import { addProblemPages } from './problem-pages.js';
import { ProblemFilter } from './problem-filter.js';
import { endStreamsOnClose } from './sse.js';
import { createValidationPipe } from './validation.js';
import { wireOptions } from './wire.js';

export type HttpAppOptions = {
  verifier: Verifier;
  logger: FastifyBaseLogger;
  /** 0, the default: any free port. */
  port?: number;
  host?: string;
  bodyLimitBytes?: number;
  /** How long a request may take to arrive; then it is answered 408, and its connection ends. */
  wholeWithinMs?: number;
  ready?: ReadinessCheck;
  /** Serve the interface at /api/docs. */
  openApi?: { title: string; version: string };
  /** Told of each request as it ends, by its route as declared; those of live streams are left out. */
  onAnswer?: (request: AnsweredRequest) => void;
  /** Routes beside Nest's, added before it listens. */
  routes?: (server: FastifyInstance) => void;
  admission?: AdmissionOptions;
};

export type HttpApp = { app: NestFastifyApplication; url: string; port: number; close(): Promise<void> };
export type HttpModule = Type<unknown> | DynamicModule;

const BODY_LIMIT_BYTES = 262_144;
const PARAMETER_MAX_LENGTH = 300;

/** Routes of the controllers answer under /api/v1. */
export async function createHttpApp(module: HttpModule, options: HttpAppOptions): Promise<HttpApp> {
  const app = await prepareHttpApp(module, options);
  const host = options.host ?? '127.0.0.1';
  try {
    await app.listen(options.port ?? 0, host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, close: () => app.close() };
}

/** The application without a port: for the OpenAPI document, and for tests that inject. */
export async function prepareHttpApp(module: HttpModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...wireOptions(options.wholeWithinMs),
    // Not a line per request: addresses of requests would fill the log with who asked for what.
    loggerInstance: options.logger.child({}, { level: 'warn' }),
    bodyLimit: options.bodyLimitBytes ?? BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    genReqId: ({ headers }: IncomingMessage) => traceIdOf(headers['traceparent']) ?? randomBytes(16).toString('hex'),
    routerOptions: { maxParamLength: PARAMETER_MAX_LENGTH },
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  acceptJsonOnly(server);
  admitWithinLimits(server, options.admission);
  closeApi(server, options.verifier);
  tellMethods(server);
  checkAddresses(server);
  endStreamsOnClose(server);
  if (options.onAnswer) tellAnswers(server, options.onAnswer);
  addHealthRoutes(server, options.ready ?? (async () => ({ status: 'ok', probes: {} })));
  addProblemPages(server);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: nestLogger(options.logger),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(options.logger));
  options.routes?.(server);
  if (options.openApi) serveOpenApi(app, options.openApi);
  await app.init();
  await server.ready();
  return app;
}

export function traceIdOf(traceparent: string | string[] | undefined): string | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const id = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent)?.[1];
  return id === undefined || /^0+$/.test(id) ? undefined : id;
}
