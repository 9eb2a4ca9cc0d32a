import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, newId, Unanswered, type Attempt, type ClientOptions } from './index.js';
import { retryAfterOf } from './answers.js';
import { PATIENCE, pauseBefore } from './patience.js';

interface Scripted {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Cut the connection instead of answering. */
  cut?: boolean;
}

let server: Server;
let script: Scripted[] = [];
let heard: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
const patience = { attemptMs: 500, totalMs: 2000, pauseMs: 1 };
const stale = { type: '/problems/stale-version', title: 'Changed', status: 412, detail: 'd', code: 'stale-version' };

beforeAll(async () => {
  server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      heard.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      const next = script.shift() ?? { status: 200, body: {} };
      if (next.cut) return void request.socket.destroy();
      const body = typeof next.body === 'string' ? next.body : JSON.stringify(next.body ?? {});
      reply.writeHead(next.status, next.headers).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => ([script, heard] = [[], []]));
afterAll(() => void server.close());

function open(options: Partial<ClientOptions> = {}): Client {
  const { port } = server.address() as AddressInfo;
  return new Client({
    address: `http://127.0.0.1:${port}`,
    tokenOf: (actor) => `token-of-${actor}`,
    patience,
    ...options,
  });
}

const order = {
  id: newId(),
  roundId: newId(),
  householdId: newId(),
  lines: [{ offerId: newId(), quantity: 1 }],
  place: { kind: 'door' as const },
};

describe('a client', () => {
  it('sends a command with token, key and role, and reads version and position from the answer', async () => {
    script = [{ status: 201, headers: { etag: '"1"', 'baogong-position': 'orders:3=17' }, body: { id: order.id } }];
    const answer = await open().as('re-1', 'resident').post('/api/v1/orders', { body: order });
    expect(answer).toEqual({
      ok: true,
      status: 201,
      etag: '"1"',
      position: 'orders:3=17',
      replayed: false,
      body: { id: order.id },
    });
    const [request] = heard;
    expect(request).toMatchObject({ method: 'POST', url: '/api/v1/orders', body: JSON.stringify(order) });
    expect(request!.headers).toMatchObject({ authorization: 'Bearer token-of-re-1', 'baogong-role': 'resident' });
    expect(request!.headers['idempotency-key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('repeats with the same key what was cut off, refused for load or unavailable, and tells every attempt', async () => {
    const attempts: Attempt[] = [];
    script = [{ status: 0, cut: true }, { status: 503 }, { status: 429, headers: { 'retry-after': '0' } }];
    script.push({ status: 201, headers: { 'idempotent-replayed': 'true' } });
    const client = open({ onAttempt: (attempt) => attempts.push(attempt) });
    const answer = await client.as('re-1').post('/api/v1/orders', { body: order });
    expect(answer).toMatchObject({ ok: true, replayed: true });
    expect(new Set(heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
    expect(attempts.map(({ number, status }) => [number, status])).toEqual([
      [1, undefined],
      [2, 503],
      [3, 429],
      [4, 201],
    ]);
    expect(new Set(attempts.map(({ key }) => key))).toEqual(new Set([heard[0]!.headers['idempotency-key']]));
  });

  it('waits at least as long as Retry-After says', async () => {
    script = [{ status: 429, headers: { 'retry-after': '1' } }];
    const started = Date.now();
    await open().as('re-1').get('/api/v1/throughput', {});
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  });

  it('hands back the last refusal when its patience ends before Retry-After', async () => {
    script = [{ status: 429, headers: { 'retry-after': '60' } }];
    const answer = await open().as('re-1').get('/api/v1/throughput', {});
    expect(answer).toMatchObject({ ok: false, status: 429, retryAfterSeconds: 60, problem: { retryable: true } });
    expect(heard).toHaveLength(1);
  });

  it('throws only where no answer came at all, and names the key to ask again with', async () => {
    script = Array.from({ length: 500 }, () => ({ status: 0, cut: true }));
    const sent = open({ patience: { ...patience, totalMs: 50 } })
      .as('re-1')
      .post('/api/v1/orders', { body: order, key: 'k-1' });
    const failure = await sent.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unanswered);
    expect(failure).toMatchObject({ key: 'k-1' });
  });

  it('never repeats a refusal, and hands its problem details over', async () => {
    script = [{ status: 412, headers: { etag: '"8"' }, body: stale }];
    const acting = open().as('re-1');
    const body = { lines: order.lines, place: order.place };
    const answer = await acting.put('/api/v1/orders/{id}', { path: { id: order.id }, body, ifMatch: '"7"' });
    expect(answer).toMatchObject({ ok: false, status: 412, etag: '"8"', problem: { code: 'stale-version' } });
    expect(heard[0]!.headers['if-match']).toBe('"7"');
    expect(heard).toHaveLength(1);
  });

  it('makes a problem of an answer that is not ours', async () => {
    script = [{ status: 404, body: '<html>proxy</html>' }];
    const answer = await open()
      .as('re-1')
      .get('/api/v1/orders/{id}', { path: { id: 'a/b' } });
    expect(answer).toMatchObject({ ok: false, problem: { type: 'about:blank', status: 404, retryable: false } });
    expect(heard[0]!.url).toBe('/api/v1/orders/a%2Fb');
  });

  it('asks for what earlier commands have changed', async () => {
    const after = ['orders:3=17', 'delivery:0=4'];
    await open()
      .as('re-1')
      .get('/api/v1/parcels', { query: { status: 'planned', limit: 2 }, after });
    expect(heard[0]).toMatchObject({ url: '/api/v1/parcels?status=planned&limit=2' });
    expect(heard[0]!.headers).toMatchObject({ 'baogong-after': 'orders:3=17, delivery:0=4' });
    expect(heard[0]!.headers['idempotency-key']).toBeUndefined();
  });

  it('walks a list to its end', async () => {
    script = [
      { status: 200, body: { items: [{ id: 1 }, { id: 2 }], next: 'c2' } },
      { status: 200, body: { items: [{ id: 3 }], next: null } },
    ];
    const ids: unknown[] = [];
    for await (const { id } of open()
      .as('do-1')
      .each('/api/v1/actors', { query: { limit: 2 } }))
      ids.push(id);
    expect(ids).toEqual([1, 2, 3]);
    expect(heard.map(({ url }) => url)).toEqual(['/api/v1/actors?limit=2', '/api/v1/actors?limit=2&cursor=c2']);
  });
});

describe('the types of the interface', () => {
  it('refuse an unknown path, a missing field, a wrong word and a missing parameter', () => {
    const acting = open().as('re-1');
    const wrong = () => [
      // @ts-expect-error no such path
      acting.get('/api/v1/nothing', {}),
      // @ts-expect-error a path that answers no PUT
      acting.put('/api/v1/orders', { body: {} }),
      // @ts-expect-error lines and place are missing
      acting.post('/api/v1/orders', { body: { id: '1', roundId: '2', householdId: '3' } }),
      // @ts-expect-error no such status
      acting.get('/api/v1/parcels', { query: { status: 'lost' } }),
      // @ts-expect-error the id is missing
      acting.get('/api/v1/orders/{id}', {}),
    ];
    expect(typeof wrong).toBe('function');
  });

  it('know what an answer and the items of a list hold', () => {
    const acting = open().as('re-1');
    const read = async () => {
      const answer = await acting.get('/api/v1/orders/{id}', { path: { id: '1' } });
      if (!answer.ok) return [];
      const quantities: number[] = answer.body.lines.map(({ quantity }) => quantity);
      // @ts-expect-error no such status of an order
      const eaten = answer.body.status === 'eaten';
      return [quantities, eaten];
    };
    const walk = async () => {
      for await (const station of acting.each('/api/v1/stations', {})) {
        const opensAt: string = station.opensAt;
        // @ts-expect-error no such field of a station
        return [opensAt, station.secret];
      }
      return [];
    };
    expect([typeof read, typeof walk]).toEqual(['function', 'function']);
  });
});

describe('patience', () => {
  it('reads Retry-After as seconds and as a date', () => {
    const now = Date.parse('2026-04-01T00:00:00Z');
    expect(retryAfterOf('3')).toBe(3);
    expect(retryAfterOf('Wed, 01 Apr 2026 00:00:05 GMT', now)).toBe(5);
    expect(retryAfterOf('soon')).toBeUndefined();
  });

  it('doubles its pauses up to five seconds and spreads them', () => {
    const pauses = [1, 2, 3, 20].map((attempt) => pauseBefore(PATIENCE, { attempt, answer: undefined }, 0));
    expect(pauses).toEqual([50, 100, 200, 2500]);
    expect(pauseBefore(PATIENCE, { attempt: 1, answer: undefined }, 0.5)).toBe(75);
  });
});
