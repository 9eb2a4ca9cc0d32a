import httpProxy from '@fastify/http-proxy';
import { Problem, sendProblem } from '@baogong/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BODILESS, withoutBody } from './bodies.js';
import type { Replicas } from './replicas.js';

const RETRY_AFTER_SECONDS = 1;
const ANSWER_MS = 30_000;
const CONNECT_MS = 2000;
// A live view may be silent for longer than an answer takes; its heartbeats end it when the service is gone.
const NO_LIMIT = 0;

type Tried = { urls: Set<string>; last: string };
type Fault = Error & { statusCode?: number; cause?: { code?: string } };

/** Hands a prefix on to the replicas of one service; where one is away, another is asked in its place. */
export async function forward(
  server: FastifyInstance,
  {
    prefix,
    to = prefix,
    service,
    connections,
  }: { prefix: string; to?: string; service: Replicas; connections: number },
): Promise<void> {
  const tried = new WeakMap<object, Tried>();
  const upstreamFor = (request: object): string => {
    const urls = tried.get(request)?.urls ?? new Set<string>();
    const last = service.next(urls) ?? service.all()[0] ?? '';
    tried.set(request, { urls: urls.add(last), last });
    return last;
  };
  const onError = (reply: FastifyReply, { error }: { error: Fault }): void => {
    const { request } = reply;
    const before = tried.get(request);
    if (before && !isTimeout(error)) service.away(before.last);
    if (before && mayRepeat(request, error) && service.next(before.urls) !== undefined) {
      const path = to + (request.url.split('?', 1)[0] ?? '').slice(prefix.length);
      reply.from(path, { getUpstream: () => upstreamFor(request), onError: onError as never });
      return;
    }
    const problem = new Problem('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    sendProblem(reply as unknown as Parameters<typeof sendProblem>[0], problem);
  };
  await server.register(httpProxy, {
    prefix,
    rewritePrefix: to,
    upstream: '',
    proxyPayloads: false,
    destroyAgent: true,
    undici: {
      connections,
      pipelining: 1,
      headersTimeout: ANSWER_MS,
      bodyTimeout: NO_LIMIT,
      connect: { timeout: CONNECT_MS },
    } as never,
    disableRequestLogging: true,
    // What a service says, even that it is busy, is the answer: to repeat is the caller's decision.
    retryMethods: [],
    replyOptions: {
      getUpstream: (request) => upstreamFor(request),
      rewriteRequestHeaders: ({ method }, headers) => (BODILESS.has(method) ? withoutBody(headers) : headers),
      onError: onError as never,
    },
  });
}

const isTimeout = ({ statusCode }: Fault): boolean => statusCode === 504;

/** Never after a time-out: the replica may still be at it. A command is repeated under its key, which counts once. */
function mayRepeat({ method, headers }: FastifyRequest, error: Fault): boolean {
  if (isTimeout(error)) return false;
  return method === 'GET' || method === 'HEAD' || headers['idempotency-key'] !== undefined || wasNeverSent(error);
}

const wasNeverSent = ({ cause }: Fault): boolean => cause?.code === 'ECONNREFUSED';
