import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problem-filter.js';
import { Problem } from './problems.js';

export type AdmissionOptions = {
  /** Commands under way in this process at once; as many reads again. */
  atOnce?: number;
  /** Seconds to stay away from the owner of a path because its queues or consumers are behind; undefined: come in. */
  busy?(path: string): number | undefined;
  /** Told of each request that was turned away. */
  onTurnedAway?(path: string, cause: TurnedAway): void;
};
export type TurnedAway = 'under-way' | 'behind';

const PREFIX = '/api/v1/';
const COMMANDS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** At two or three hundred commands a second the last in line waits about a second: never near a client's patience. */
const AT_ONCE = 256;
/** Spread, so that those who were turned away do not come back all at once. */
const RETRY_SECONDS = [1, 2, 3];

/**
 * Turns away what would have to wait too long, before a token is checked or a body read: 429 with Retry-After, and
 * nothing is kept of it. What is let in is answered within its line, so that overload never looks like a broken server.
 */
export function admitWithinLimits(server: FastifyInstance, options: AdmissionOptions = {}): void {
  const { atOnce = AT_ONCE, busy, onTurnedAway } = options;
  const underWay = { commands: 0, reads: 0 };
  let turn = 0;
  const secondsAway = (path: string, kind: keyof typeof underWay): [TurnedAway, number] | undefined => {
    const behind = kind === 'commands' ? busy?.(path) : undefined;
    if (behind !== undefined) return ['behind', behind];
    if (underWay[kind] < atOnce) return undefined;
    return ['under-way', RETRY_SECONDS[(turn += 1) % RETRY_SECONDS.length]!];
  };
  server.addHook('onRequest', (request, reply, done) => {
    const path = request.url;
    if (!path.startsWith(PREFIX) || isLive(request)) return done();
    const kind = COMMANDS.has(request.method) ? 'commands' : 'reads';
    const away = secondsAway(path, kind);
    if (!away) {
      underWay[kind] += 1;
      reply.raw.once('close', () => (underWay[kind] -= 1));
      return done();
    }
    const [cause, retryAfterSeconds] = away;
    onTurnedAway?.(path, cause);
    sendProblem(reply, new Problem('overloaded', { retryAfterSeconds }));
  });
}

/** A live view stays open for hours, and takes nobody's place. */
function isLive({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && /\/live(\?|$)/.test(url);
}
