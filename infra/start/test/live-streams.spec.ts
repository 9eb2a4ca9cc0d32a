import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sse, type EventStream } from '@baogong/http';
import { createLogger } from '@baogong/observability';
import Fastify, { type FastifyInstance } from 'fastify';
import { prepareGateway } from '../src/distributed/gateway.js';

const PATH = '/api/v1/throughput/live';
const CONNECTS = 1000;
const AT_ONCE = 100;
const log = createLogger({ service: 'gateway-spec', level: 'silent' });

/** A service with one live view, and the gateway before it. */
class Two {
  readonly streams = new Set<EventStream>();
  subscribed = 0;
  readonly upstream = Fastify({ forceCloseConnections: true });
  gateway!: FastifyInstance;

  async open(): Promise<this> {
    this.upstream.get(PATH, (_request, reply) => {
      sse(reply, {
        heartbeatMs: 60_000,
        subscribe: (stream) => {
          this.subscribed += 1;
          this.streams.add(stream);
          stream.send({ id: '1', event: 'throughput', data: { after: stream.lastEventId ?? null } });
          return () => this.streams.delete(stream);
        },
      });
    });
    const url = await this.upstream.listen({ port: 0 });
    const services = [{ name: 'oversight' as const, urls: [url] }];
    const title = { title: 'live', version: '1' };
    this.gateway = await prepareGateway({
      port: 0,
      host: '127.0.0.1',
      log,
      services,
      startPage: { people: [] },
      title,
    });
    await this.gateway.listen({ port: 0 });
    return this;
  }

  async close(): Promise<void> {
    for (const stream of this.streams) stream.close();
    await this.gateway.close();
    await this.upstream.close();
  }
}

describe('live views, directly and behind the gateway', () => {
  const two = new Two();
  beforeAll(() => two.open());
  afterAll(() => two.close());

  it('hands on what a reader saw last', async () => {
    const view = await connect(two.gateway, { 'last-event-id': 'orders:0=7~abc' });
    expect(await textOf(view)).toContain('data: {"after":"orders:0=7~abc"}');
    view.destroy();
    await until(() => two.streams.size === 0);
  });

  it.each([
    ['directly', () => two.upstream],
    ['behind the gateway', () => two.gateway],
  ])(
    'leaves nothing behind after 1,000 connects and aborts, %s',
    async (_, serverOf) => {
      const server = serverOf() as unknown as FastifyInstance;
      await connectAndAbort(server, AT_ONCE);
      await until(() => two.streams.size === 0);
      const before = await held(two);
      const subscribedBefore = two.subscribed;
      for (let done = 0; done < CONNECTS; done += AT_ONCE) await connectAndAbort(server, AT_ONCE);
      await until(() => two.streams.size === 0);
      expect(two.subscribed - subscribedBefore).toBe(CONNECTS);
      await untilHeld(two, before);
    },
    120_000,
  );

  it('stand on the start page that the gateway serves, with what answers behind it', async () => {
    const { port } = two.gateway.server.address() as AddressInfo;
    const page = await fetch(`http://127.0.0.1:${port}/?lang=en`);
    // The service played here has no health to tell.
    expect(await page.text()).toContain('Oversight</span> <strong>✖ no answer</strong>');
    const script = await fetch(`http://127.0.0.1:${port}/start/live-view.js`);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  it('cuts off a reader who does not read, and keeps its buffer bounded until then', async () => {
    const view = await connect(two.upstream as unknown as FastifyInstance, {});
    view.pause();
    const [stream] = [...two.streams];
    const data = 'x'.repeat(16_384);
    let sent = 0;
    // What lies between us and a reader holds a few megabytes; beyond that it must be we who stop.
    while (stream!.send({ data }) && sent < 10_000) {
      sent += 1;
      if (sent % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sent).toBeLessThan(10_000);
    await until(() => two.streams.size === 0);
    view.destroy();
  }, 30_000);
});

async function connectAndAbort(server: FastifyInstance, count: number): Promise<void> {
  const views = await Promise.all(Array.from({ length: count }, () => connect(server, {})));
  await Promise.all(views.map(textOf));
  for (const view of views) view.destroy();
}

async function connect(server: FastifyInstance, headers: Record<string, string>): Promise<IncomingMessage> {
  const { port } = server.server.address() as AddressInfo;
  const asking = get({ port, host: '127.0.0.1', path: PATH, headers, agent: false });
  const [view] = (await once(asking, 'response')) as [IncomingMessage];
  view.on('error', () => undefined);
  return view;
}

function textOf(view: IncomingMessage): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    view.once('error', reject);
    view.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('data: ')) resolve(text);
    });
  });
}

/** What a process holds open: sockets, timers and other handles, connections of both servers, listeners. */
async function held({ upstream, gateway }: Two): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  for (const [name, { server }] of Object.entries({ upstream, gateway })) {
    const connections = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    counts[`${name} connections`] = connections;
    counts[`${name} listeners`] = server.eventNames().reduce((sum, event) => sum + server.listenerCount(event), 0);
  }
  return counts;
}

async function untilHeld(two: Two, before: Record<string, number>): Promise<void> {
  const more = async (): Promise<[string, number][]> =>
    Object.entries(await held(two)).filter(([kind, count]) => count > (before[kind] ?? 0));
  await until(async () => (await more()).length === 0).catch(() => undefined);
  expect(await more()).toEqual([]);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 15_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come to hold within 15 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
