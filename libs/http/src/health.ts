import type { FastifyInstance, FastifyReply } from 'fastify';

/** The same shape as HealthReport of libs/observability. */
export type Readiness = { status: 'ok' | 'unavailable'; probes: Record<string, string> };
export type ReadinessCheck = () => Promise<Readiness>;

/** /health/live: the process runs. /health/ready: it can answer commands. */
export function addHealthRoutes(server: FastifyInstance, ready: ReadinessCheck): void {
  server.get('/health/live', async (_request, reply: FastifyReply) => reply.send({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply: FastifyReply) => {
    const report = await ready();
    return reply.status(report.status === 'ok' ? 200 : 503).send(report);
  });
}
