import type { FastifyInstance } from 'fastify';

export interface AnsweredRequest {
  method: string;
  /** As declared, like /api/v1/orders/:id; `none` where no route fits. */
  route: string;
  status: number;
  seconds: number;
}

/** Only what stands in the code becomes a name: an address as it was asked for may hold anything, and there is no end of them. */
export function tellAnswers(server: FastifyInstance, tell: (request: AnsweredRequest) => void): void {
  server.addHook('onResponse', async (request, reply) => {
    if (String(reply.getHeader('content-type') ?? '').startsWith('text/event-stream')) return;
    const declared = request.routeOptions.url;
    const known = declared !== undefined && METHODS.has(request.method);
    tell({
      method: known ? request.method : 'OTHER',
      route: known ? declared : 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
  });
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
