import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from '@baogong/contracts';
import { logReader, type EventLog, type EventRecord, type PublishedMap } from '@baogong/event-pipe';
import { SHARDS } from '@baogong/event-store';
import type { HttpAppOptions } from '@baogong/http';

type Server = Parameters<NonNullable<HttpAppOptions['routes']>>[0];

export interface InternalLog {
  log: EventLog;
  source: Context;
  published: PublishedMap;
  secret: string;
}

const LIMIT_MAX = 500;
const ASK_MS = 5000;

/**
 * A neighbour that misses records asks for them here. Outside /api/v1, where people have no business: it opens to the
 * secret that the services of an installation share, and to nothing else.
 */
export function addInternalLog(server: Server, { log, source, published, secret }: InternalLog): void {
  const expected = digest(`Bearer ${secret}`);
  server.get('/internal/log/:shard', async (request, reply) => {
    // To whoever lacks the secret there is nothing here. Digests have one length, whatever was sent.
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return reply.callNotFound();
    const asked = askedFor(request.params as Record<string, string>, request.query as Record<string, string>);
    if (!asked) return reply.status(400).send({ error: 'shard, from and limit are whole numbers within their range' });
    const read = logReader(log, { source, published, limit: asked.limit });
    return reply.header('cache-control', 'no-store').send({ records: await read(asked.shard, asked.from) });
  });
}

type Asked = { shard: number; from: number; limit: number };

function askedFor(parameters: Record<string, string>, query: Record<string, string>): Asked | undefined {
  const shard = wholeNumber(parameters['shard']);
  const from = wholeNumber(query['from'] ?? '0');
  const limit = wholeNumber(query['limit'] ?? String(LIMIT_MAX));
  const inRange = shard < SHARDS && from >= 0 && limit >= 1 && limit <= LIMIT_MAX;
  return inRange ? { shard, from, limit } : undefined;
}

const wholeNumber = (text: string | undefined): number => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : NaN);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A neighbour that does not answer now will later: no event is ever parked for it. */
export class NeighbourAway extends Error {
  readonly transient = true;
}

/** @param neighbours where each answers; the first of its replicas that does is enough */
export function neighbourLogs(neighbours: ReadonlyMap<Context, readonly string[]>, secret: string) {
  return async (source: Context, shard: number, from: number): Promise<EventRecord[]> => {
    const urls = neighbours.get(source) ?? [];
    if (urls.length === 0) throw new NeighbourAway(`BAOGONG_NEIGHBOURS does not name ${source}`);
    let cause: unknown;
    for (const url of urls) {
      try {
        return await logFrom(`${url}/internal/log/${shard}?from=${from}&limit=${LIMIT_MAX}`, secret);
      } catch (error) {
        cause = error;
      }
    }
    throw new NeighbourAway(`the log of ${source} cannot be read just now`, { cause });
  };
}

async function logFrom(address: string, secret: string): Promise<EventRecord[]> {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${secret}` },
    redirect: 'error',
    signal: AbortSignal.timeout(ASK_MS),
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return ((await answer.json()) as { records: EventRecord[] }).records;
}
