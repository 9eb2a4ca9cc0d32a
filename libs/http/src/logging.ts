import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Nest's own words go where ours go. */
export function nestLogger(log: FastifyBaseLogger): LoggerService {
  const text = (message: unknown): string => (typeof message === 'string' ? message : JSON.stringify(message));
  return {
    log: (message: unknown, context?: unknown) => log.debug({ context }, text(message)),
    warn: (message: unknown, context?: unknown) => log.warn({ context }, text(message)),
    error: (message: unknown, ...rest: unknown[]) => log.error({ rest }, text(message)),
    debug: (message: unknown, context?: unknown) => log.trace({ context }, text(message)),
    verbose: (message: unknown, context?: unknown) => log.trace({ context }, text(message)),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal({ rest }, text(message)),
  };
}
