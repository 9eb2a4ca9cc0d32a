import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, PROBLEMS, problemDocument } from './problems.js';
import type { ProblemName } from './problems.js';
import { languageOf } from './refusal-problem.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

const BY_STATUS = new Map<number, ProblemName>([
  [400, 'malformed-request'],
  [401, 'not-authenticated'],
  [404, 'not-found'],
  [405, 'method-not-allowed'],
  [413, 'body-too-large'],
  [414, 'malformed-request'],
  [415, 'unsupported-media-type'],
  [429, 'overloaded'],
  [503, 'unavailable'],
]);

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: FastifyBaseLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (PROBLEMS[problem.problem].status >= 500 && !(error instanceof Problem)) {
      this.log.error({ err: error, traceId: request.id, method: request.method, route: request.routeOptions?.url });
    }
    sendProblem(reply, problem);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
  const language = languageOf(reply.request.headers['accept-language']);
  const document = problemDocument(problem, String(reply.request.id), language);
  if (problem.zh)
    void reply.header('content-language', language === 'zh' ? 'zh-CN' : 'en').header('vary', 'accept-language');
  const seconds = problem.extras.retryAfterSeconds;
  if (seconds !== undefined) void reply.header('retry-after', String(Math.ceil(seconds)));
  if (document.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.status(document.status).header('content-type', PROBLEM_JSON).send(JSON.stringify(document));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const name = BY_STATUS.get(statusOf(error));
  if (name === undefined) return new Problem('internal');
  // What a parser says about a body is about the caller's own text, yet may quote it: we say it in our words.
  return new Problem(name);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error) return Number(error.statusCode);
  return 500;
}
