import { Agent, createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createLogger } from '@baogong/observability';
import type { FastifyInstance } from 'fastify';
import { prepareGateway } from './gateway.js';

type Upstream = { server: Server; url: string; asked: string[] };

/** Is ready, and answers with its name or cuts the connection once it has taken the whole request. */
async function upstream(name: string, cuts = false): Promise<Upstream> {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    if (request.url === '/health/ready') return void answer.end('ok');
    let body = '';
    request.on('data', (text) => (body += String(text)));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`);
      if (cuts) request.socket.destroy();
      else answer.end(name);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const AWAY = 'http://127.0.0.1:1';
const servers: Upstream[] = [];
const gateways: FastifyInstance[] = [];

async function before(urls: string[], wholeWithinMs?: number): Promise<FastifyInstance> {
  const gateway = await prepareGateway({
    port: 0,
    host: '127.0.0.1',
    log: createLogger({ service: 'spec', level: 'silent' }),
    services: [{ name: 'orders', urls }],
    startPage: { people: [] },
    title: { title: 'spec', version: '1' },
    ...(wholeWithinMs !== undefined && { wholeWithinMs }),
  });
  gateways.push(gateway);
  return gateway;
}
const started = async (name: string, cuts = false): Promise<Upstream> => {
  const one = await upstream(name, cuts);
  servers.push(one);
  return one;
};
const post = (headers: Record<string, string>) =>
  ({ method: 'POST', url: '/api/v1/orders?x=1', payload: { id: 1 }, headers }) as const;

const bodied = (address: string, { agent, payload }: { agent: Agent; payload: string }): Promise<string> =>
  new Promise((settle, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': String(payload.length) };
    const asked = request(address, { method: 'GET', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += String(part)));
      answer.on('end', () => settle(text)).on('error', fail);
    });
    asked.on('error', fail).end(payload);
  });

afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
  for (const { server } of servers.splice(0)) server.close();
});

describe('the gateway before several replicas', () => {
  it('asks them by turns', async () => {
    const [a, b] = [await started('a'), await started('b')];
    const gateway = await before([a.url, b.url]);
    for (let time = 0; time < 6; time += 1) await gateway.inject('/api/v1/orders');
    expect([a.asked.length, b.asked.length]).toEqual([3, 3]);
  });

  it('asks another in the place of one that is away, with the same body', async () => {
    const b = await started('b');
    const gateway = await before([AWAY, b.url]);
    for (let time = 0; time < 4; time += 1) {
      const answer = await gateway.inject(post({}));
      expect([answer.statusCode, answer.body]).toEqual([200, 'b']);
    }
    expect(new Set(b.asked)).toEqual(new Set(['POST /api/v1/orders?x=1 {"id":1}']));
  });

  it('repeats what a dying replica may have done already only if it counts once', async () => {
    const [dying, b] = [await started('dying', true), await started('b')];
    const keyed = { 'idempotency-key': 'k-1' };
    for (const [headers, status] of [
      [keyed, 200],
      [{}, 503],
    ] as const) {
      const gateway = await before([dying.url, b.url]);
      dying.asked.length = 0;
      let answer = await gateway.inject(post(headers));
      if (dying.asked.length === 0) answer = await gateway.inject(post(headers));
      expect([dying.asked.length, answer.statusCode]).toEqual([1, status]);
    }
  });

  it('hands on no body of a media type that cannot be read', async () => {
    const b = await started('b');
    const gateway = await before([b.url]);
    const answer = await gateway.inject(post({ 'content-type': 'application/json;;;' }));
    expect([answer.statusCode, answer.json().code, b.asked]).toEqual([415, 'unsupported-media-type', []]);
  });

  it('answers a GET whole whatever body came with it', async () => {
    const long = 'b'.repeat(400_000);
    const gateway = await before([(await started(long)).url]);
    const address = await gateway.listen({ port: 0, host: '127.0.0.1' });
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const payload = 'x'.repeat(200_000);
    const asked = Array.from({ length: 200 }, () => bodied(`${address}/api/v1/orders`, { agent, payload }));
    const whole = (await Promise.allSettled(asked)).filter((one) => one.status === 'fulfilled' && one.value === long);
    agent.destroy();
    expect(whole).toHaveLength(200);
  });

  it('tells which methods its own addresses answer', async () => {
    const gateway = await before([AWAY]);
    const answer = await gateway.inject({ method: 'DELETE', url: '/health/ready' });
    expect([answer.statusCode, answer.headers['allow'], answer.json().code]).toEqual([
      405, 'GET, HEAD', 'method-not-allowed',
    ]); // prettier-ignore
    expect((await gateway.inject({ method: 'DELETE', url: '/nothing' })).statusCode).toBe(404);
  });

  it('answers 408 to a body that comes too slowly, ends its connection and asks nobody', async () => {
    const b = await started('b');
    const gateway = await before([b.url], 300);
    const { port } = new URL(await gateway.listen({ port: 0, host: '127.0.0.1' }));
    const head =
      'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    const heard = await new Promise<string>((settle) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(head));
      let text = '';
      socket.on('data', (part) => (text += part.toString())).on('close', () => settle(text));
    });
    expect(heard.match(/HTTP\/1\.1 \d+|"code":"[a-z-]+"/g)).toEqual(['HTTP/1.1 408', '"code":"too-slow"']);
    expect(b.asked).toEqual([]);
  });

  it('says that a service is away once none of its replicas is left', async () => {
    const gateway = await before([AWAY, 'http://127.0.0.1:2']);
    const answer = await gateway.inject('/api/v1/orders');
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([503, '1', 'unavailable']);
  });
});
