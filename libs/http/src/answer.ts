import type { FastifyReply } from 'fastify';
import { Problem } from './problems.js';
import { refusalProblem, type RefusedAnswer } from './refusal-problem.js';
import { setPosition, setVersion } from './positions.js';

/** The same shape as CommandResult of libs/commanding, as far as an answer needs it. */
export type AnswerableResult<E = unknown> =
  | { kind: 'done'; version: number; replayed: boolean; events: readonly E[]; position?: string }
  | { kind: 'rejected'; code: string; params?: Record<string, string | number> }
  | RefusedAnswer
  | { kind: 'not-found' }
  | { kind: 'stale'; version: number }
  | { kind: 'version-required' }
  | { kind: 'key-reused' }
  | { kind: 'too-large'; bytes: number; limitBytes: number }
  | { kind: 'too-many'; events: number; limit: number }
  | { kind: 'stream-full'; limit: number }
  | { kind: 'overloaded'; retryAfterSeconds: number }
  | { kind: 'authority-unknown' };

/** The same shape as SeeResult of libs/commanding. */
export type SeeAnswer<By> =
  | { ok: true; by: By }
  | { ok: false; refusal: Extract<AnswerableResult, { kind: 'refused' | 'not-found' | 'authority-unknown' }> };

type Done<R> = Extract<R, { kind: 'done' }>;
export type AnswerOptions<R> = {
  status: number;
  body: unknown | ((result: Done<R>) => unknown);
  location?: string;
  /** What to tell a resident, by rejection code. */
  rejections?: Partial<Record<string, string>>;
};

/** Sends the answer of a command: take the reply with `@Res()` (no passthrough) and return nothing. */
export function answer<R extends AnswerableResult>(reply: FastifyReply, result: R, options: AnswerOptions<R>): void {
  const done = doneOrProblem(reply, result, options.rejections);
  setVersion(reply, done.version);
  if (done.position) setPosition(reply, done.position);
  if (done.replayed) void reply.header('idempotent-replayed', 'true');
  if (options.location) void reply.header('location', options.location);
  const body = typeof options.body === 'function' ? options.body(done) : options.body;
  void reply.status(options.status).send(body);
}

/** For refused reads (`desk.see`) as for commands: throws the problem a result stands for. */
export function doneOrProblem<R extends AnswerableResult>(
  reply: FastifyReply,
  result: R,
  rejections: AnswerOptions<R>['rejections'] = {},
): Done<R> {
  if (result.kind === 'done') return result as Done<R>;
  if (result.kind === 'stale') setVersion(reply, result.version);
  throw problemOfResult(result, rejections);
}

/** What `desk.see` allowed, or the problem it stands for. */
export function seen<By>(result: SeeAnswer<By>): By {
  if (result.ok) return result.by;
  throw problemOfResult(result.refusal);
}

export function problemOfResult(
  result: Exclude<AnswerableResult, { kind: 'done' }>,
  rejections: Partial<Record<string, string>> = {},
): Problem {
  switch (result.kind) {
    case 'rejected':
      return rejection(result, rejections[result.code]);
    case 'refused':
      return refusalProblem(result);
    case 'overloaded':
      return new Problem('overloaded', { retryAfterSeconds: result.retryAfterSeconds });
    case 'stale':
      return new Problem('stale-version');
    case 'too-large':
      return new Problem('event-too-large', { params: { bytes: result.bytes, limitBytes: result.limitBytes } });
    case 'too-many':
      return new Problem('too-many-events', { params: { events: result.events, limit: result.limit } });
    case 'stream-full':
      return new Problem('stream-full', { params: { limit: result.limit } });
    default:
      return new Problem(result.kind);
  }
}

function rejection(
  { code, params }: Extract<AnswerableResult, { kind: 'rejected' }>,
  detail: string | undefined,
): Problem {
  return new Problem('rejected', {
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(params === undefined ? {} : { params }),
  });
}
