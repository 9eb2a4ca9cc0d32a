import type { lookup as systemLookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPoster, type PosterOptions } from './post.js';

let connections = 0;
const server: Server = createServer((_, response) => void response.end()).on('connection', () => (connections += 1));
const never = new AbortController().signal;

/** Each name's answers in turn, the last for ever. */
function resolver(...answers: string[][]): { lookup: typeof systemLookup; asked: () => number } {
  let asked = 0;
  const lookup = (_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
    const addresses = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { lookup: lookup as unknown as typeof systemLookup, asked: () => asked };
}

async function post(url: string, options: Partial<PosterOptions> = {}) {
  const poster = createPoster({ loopback: false, timeoutMs: 2000, ...options });
  try {
    return await poster.post({ url, headers: {}, body: '{}' }, never);
  } finally {
    await poster.close();
  }
}

describe('calling a receiver', () => {
  let port: number;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => (connections = 0));

  it.each([
    ['loopback', ['127.0.0.1']],
    ['loopback', ['::1']],
    ['private', ['10.0.0.1']],
    ['metadata', ['169.254.169.254']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['one bad address among good ones', ['93.184.216.34', '127.0.0.1']],
    ['no address', []],
  ])('never connects to a name that means %s', async (_, addresses) => {
    const { lookup } = resolver(addresses);
    const outcome = await post(`https://supplier.example:${port}/`, { lookup });
    expect([outcome, connections]).toEqual([{ ok: false, error: 'address-refused' }, 0]);
  });

  it('connects to the addresses it looked at: a name is asked once per connection, and never again', async () => {
    const { lookup, asked } = resolver(['127.0.0.1'], ['10.0.0.1']);
    const outcome = await post(`http://rebinding.localhost:${port}/`, { lookup, loopback: true });
    expect([outcome, connections, asked()]).toEqual([{ ok: true, status: 200 }, 1, 1]);
  });

  it('looks again for the next connection', async () => {
    const { lookup } = resolver(['127.0.0.1'], ['10.0.0.1']);
    const poster = createPoster({ loopback: true, timeoutMs: 2000, lookup });
    const message = { url: `http://rebinding.localhost:${port}/`, headers: {}, body: '{}' };
    expect(await poster.post(message, never)).toEqual({ ok: true, status: 200 });
    server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await poster.post(message, never)).toEqual({ ok: false, error: 'address-refused' });
    await poster.close();
  });

  it('calls no literal address without the check, and nothing by http', async () => {
    for (const url of [`https://127.0.0.1:${port}/`, `https://[::ffff:7f00:1]:${port}/`, `http://127.0.0.1:${port}/`]) {
      expect([url, await post(url), connections]).toEqual([url, { ok: false, error: 'address-refused' }, 0]);
    }
  });

  it('tells a closed port and an unknown name apart', async () => {
    expect(await post('http://127.0.0.1:9/', { loopback: true })).toEqual({ ok: false, error: 'connection-refused' });
  });
});
