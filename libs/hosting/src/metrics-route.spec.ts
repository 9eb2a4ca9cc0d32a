import { Module } from '@nestjs/common';
import { createHttpApp, type HttpApp } from '@baogong/http';
import { createLogger, createMetrics } from '@baogong/observability';
import { addMetrics } from './metrics-route.js';

const SECRET = 's'.repeat(32);

class NoRoutes {}
Module({})(NoRoutes);

describe('/metrics', () => {
  let http: HttpApp;

  beforeAll(async () => {
    const metrics = createMetrics();
    http = await createHttpApp(NoRoutes, {
      verifier: { verify: async () => ({ ok: false, reason: 'invalid' }) },
      logger: createLogger({ service: 'orders', level: 'silent' }),
      onAnswer: (request) => metrics.observe(request),
      routes: (server) => addMetrics(server, metrics, SECRET),
    });
  });
  afterAll(() => http.close());

  const get = (path: string, token?: string) =>
    fetch(`${http.url}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});

  it('is not there for whoever lacks the secret', async () => {
    expect((await get('/metrics')).status).toBe(404);
    expect((await get('/metrics', 'wrong')).status).toBe(404);
  });

  it('names requests by their route as declared, and addresses without one by no name', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/secret-of-re-0001')).status).toBe(404);
    const text = await (await get('/metrics', SECRET)).text();
    expect(text).toContain('baogong_http_requests_total{method="GET",route="/health/live",status="200"} 1');
    expect(text).toContain('route="none",status="404"}');
    expect(text).not.toContain('re-0001');
  });
});
