import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpAppOptions } from '@baogong/http';
import type { Metrics } from '@baogong/observability';

type Server = Parameters<NonNullable<HttpAppOptions['routes']>>[0];

/** Opens to whoever shows the secret as a bearer token, as Prometheus can; to everyone else there is nothing here. */
export function addMetrics(server: Server, metrics: Metrics, secret: string): void {
  const expected = digest(`Bearer ${secret}`);
  server.get('/metrics', async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}

// Digests have one length, whatever was sent.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
