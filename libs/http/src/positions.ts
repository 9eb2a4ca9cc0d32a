import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { malformed, Problem } from './problems.js';

export type Position = { source: string; shard: number; pos: number };
/** waitFor of a service's runtime: the vector is written as in Baogong-After. */
export type PositionWaiter = (vector: string, waitMs: number) => Promise<boolean>;

export const POSITION_WAITER = Symbol('PositionWaiter');
const WAIT_MS = 2000;
const POSITIONS_MAX = 64;

export const formatPosition = ({ source, shard, pos }: Position): string => `${source}:${shard}=${pos}`;

/** 'orders:3=17, delivery:0=4' */
export function parsePositions(header: string): Position[] {
  const parts = header
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > POSITIONS_MAX)
    throw malformed('/headers/baogong-after', `names more than ${POSITIONS_MAX} positions`);
  return parts.map((part) => {
    const [, source, shard, pos] = /^([a-z]{1,20}):(\d{1,4})=(\d{1,15})$/.exec(part) ?? [];
    if (source === undefined) throw malformed('/headers/baogong-after', 'is not a list of positions like orders:3=17');
    return { source, shard: Number(shard), pos: Number(pos) };
  });
}

export const setVersion = (reply: FastifyReply, version: number): void => void reply.header('etag', `"${version}"`);
export const setPosition = (reply: FastifyReply, position: string): void =>
  void reply.header('baogong-position', position);

/** On read controllers; the service's module provides POSITION_WAITER (its consumers' waitFor). */
@Injectable()
export class AfterInterceptor implements NestInterceptor {
  constructor(@Inject(POSITION_WAITER) private readonly waitFor: PositionWaiter) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    await reachPosition(context.switchToHttp().getRequest<FastifyRequest>(), this.waitFor);
    return next.handle();
  }
}

export async function reachPosition(request: FastifyRequest, waitFor: PositionWaiter): Promise<void> {
  const header = request.headers['baogong-after'];
  if (header === undefined) return;
  const vector = parsePositions(Array.isArray(header) ? header.join(',') : header);
  if (vector.length === 0 || (await waitFor(vector.map(formatPosition).join(','), WAIT_MS))) return;
  throw new Problem('position-not-reached', { retryAfterSeconds: 1 });
}
