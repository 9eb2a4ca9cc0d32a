import { createHash, randomBytes } from 'node:crypto';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { malformed, Problem } from './problems.js';
import { actorOf } from './authentication.js';

/** The same shape as Caller of libs/commanding; declared here because platform libraries do not see the application. */
export type Caller = {
  actor: string;
  askedRole?: string;
  key: string;
  requestHash: string;
  ifMatch?: number | 'missing';
  needsIfMatch?: boolean;
  correlation: string;
  traceparent?: string;
};
export type CallerOptions = { needsIfMatch?: boolean };

const KEY_MAX_LENGTH = 255;
export const ROLE_FORM = /^[a-z][a-z-]{1,40}$/;
export const IF_MATCH_FORM = /^"?\d{1,15}"?$/;
const COMMAND_METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** `@CallerOf() caller: Caller`; commands need an Idempotency-Key, reads do not. Amendments say needsIfMatch. */
export const CallerOf = createParamDecorator((options: CallerOptions | undefined, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>(), options ?? {}),
);

export function callerOf(request: FastifyRequest, options: CallerOptions = {}): Caller {
  const command = COMMAND_METHODS.has(request.method);
  const correlation = String(request.id);
  return {
    actor: actorOf(request),
    askedRole: roleOf(request),
    key: command ? keyOf(request) : '',
    requestHash: command ? requestHash(request) : '',
    ifMatch: ifMatchOf(request, options),
    needsIfMatch: options.needsIfMatch ?? false,
    correlation,
    traceparent: single(request, 'traceparent') ?? `00-${correlation}-${randomBytes(8).toString('hex')}-01`,
  };
}

function roleOf(request: FastifyRequest): string | undefined {
  const role = single(request, 'baogong-role');
  if (role !== undefined && !ROLE_FORM.test(role))
    throw malformed('/headers/baogong-role', 'must be the name of a role, such as residents-committee');
  return role;
}

function keyOf(request: FastifyRequest): string {
  const key = single(request, 'idempotency-key')?.trim();
  if (!key) throw new Problem('idempotency-key-missing');
  if (key.length > KEY_MAX_LENGTH) {
    throw malformed('/headers/idempotency-key', `must not be longer than ${KEY_MAX_LENGTH} characters`, 'max-length');
  }
  // Keys become part of what is stored and chained, where control characters are separators.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(key))
    throw malformed('/headers/idempotency-key', 'must not hold control characters');
  return key;
}

function ifMatchOf(request: FastifyRequest, { needsIfMatch }: CallerOptions): number | 'missing' | undefined {
  const header = single(request, 'if-match');
  if (header === undefined) return needsIfMatch ? 'missing' : undefined;
  if (!IF_MATCH_FORM.test(header))
    throw malformed('/headers/if-match', 'must be a version as ETag gave it, such as "7"');
  return Number(header.replaceAll('"', ''));
}

export function requestHash(request: Pick<FastifyRequest, 'method' | 'url' | 'body'>): string {
  const text = `${request.method}\n${request.url}\n${canonical(request.body)}`;
  return createHash('sha256').update(text).digest('hex');
}

// A client that repeats a request may write the fields of its JSON in another order: still the same request.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

function single(request: FastifyRequest, header: string): string | undefined {
  const value = request.headers[header];
  if (Array.isArray(value)) throw malformed(`/headers/${header}`, 'is given more than once');
  return value;
}
