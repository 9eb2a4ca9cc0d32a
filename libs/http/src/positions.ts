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
const POSITION = '[a-z]{1,20}:\\d{1,4}=\\d{1,15}';
export const POSITIONS_FORM = new RegExp(`^${POSITION}( *, *${POSITION}){0,${POSITIONS_MAX - 1}}$`);

export const formatPosition = ({ source, shard, pos }: Position): string => `${source}:${shard}=${pos}`;

/** 'orders:3=17, delivery:0=4' */
export function parsePositions(header: string): Position[] {
  if (!POSITIONS_FORM.test(header.trim())) {
    throw malformed('/headers/baogong-after', `must be 1 to ${POSITIONS_MAX} positions like orders:3=17, delivery:0=4`);
  }
  return header.split(',').map((part) => {
    const [source = '', shard, pos] = part.trim().split(/[:=]/);
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
  if (await waitFor(vector.map(formatPosition).join(','), WAIT_MS)) return;
  throw new Problem('position-not-reached', { retryAfterSeconds: 1 });
}
