import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { takeMisfits } from './support/answers-seen.js';
import { foundCommunity, type Community } from './support/community.js';
import { CALLS } from './support/commands.js';
import { announce, openRound, orderBody } from './support/goods.js';
import { underTest } from './support/place.js';
import { newId, OFFICE, openWorld, type World } from './support/world.js';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: unknown;
}
type Paths = Record<string, Record<string, Operation>>;

const COMMITTED = resolve(import.meta.dirname, '../../../docs/openapi.json');
const TOO_LARGE = 400_000;

let world: World;
let community: Community;
let offerId: string;
let roundId: string;
let paths: Paths;

beforeAll(async () => {
  world = await openWorld();
  community = await foundCommunity(world, 'http', ['b-01', 'b-02', 'b-03']);
  offerId = await announce(world, community, { sku: 'egg', priceFen: 1500, weightGrams: 900 });
  roundId = await openRound(world, community, [{ offerId, capPerHousehold: 2 }]);
  paths = (await world.raw({ path: '/api/docs/openapi.json' })).body['paths'] as Paths;
}, 120_000);

const commands = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'get')
      .map(([method, operation]) => ({
        path: path.replace(/\{\w+\}/g, newId()),
        method: method.toUpperCase(),
        operation,
      })),
  );
const wish = (home: number) =>
  orderBody({ roundId, home: community.households[home]!, lines: [{ offerId, quantity: 1 }], place: { kind: 'door' } });
const key = () => ({ 'idempotency-key': newId() });

describe('every command', () => {
  it('is in the document: one route for each command a person may give', () => {
    expect(commands().length).toBe(CALLS.length);
    for (const { operation } of commands()) {
      expect(operation.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', required: true }));
    }
  });

  it('S78: refuses a field it does not know, and points to it', async () => {
    for (const { path, method, operation } of commands()) {
      if (!operation.requestBody) continue;
      const request = { path, method, as: OFFICE, headers: { ...key(), 'if-match': '"1"' }, body: { stray: 1 } };
      const { status, body } = await world.raw(request);
      expect([method, path, status]).toEqual([method, path, 400]);
      expect(body['errors']).toContainEqual(expect.objectContaining({ pointer: '/stray' }));
    }
  });

  it('refuses what is too large, of another type or no JSON, as a problem with a trace id', async () => {
    const large = { reason: 'x'.repeat(TOO_LARGE) };
    for (const { path, method } of commands()) {
      const ask = (headers: Record<string, string>, body: unknown) =>
        world.raw({ path, method, as: OFFICE, headers: { ...key(), ...headers }, body });
      const answers = [await ask({}, large), await ask({ 'content-type': 'text/plain' }, 'x'), await ask({}, '{"a":')];
      expect([path, answers.map(({ status }) => status)]).toEqual([path, [413, 415, 400]]);
      for (const { headers, body } of answers) {
        expect(headers.get('content-type')).toContain('application/problem+json');
        expect(body).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string, retryable: false });
      }
    }
  });
});

describe('every address', () => {
  it('tells which methods it answers to whoever asks with another', async () => {
    const told: [string, number, string | null][] = [];
    const expected: typeof told = [];
    for (const [path, methods] of Object.entries(paths)) {
      const { status, headers } = await world.raw({
        path: path.replace(/\{\w+\}/g, newId()),
        method: 'DELETE',
        as: OFFICE,
      });
      const names = Object.keys(methods).flatMap((method) =>
        method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
      );
      told.push([path, status, headers.get('allow')]);
      expected.push([path, 405, names.sort().join(', ')]);
    }
    expect(told).toEqual(expected);
  });
});

describe('repeating a command', () => {
  it('I20: the first answer comes again; with another body it is 422', async () => {
    const as = community.households[0]!.resident;
    const body = wish(0);
    const headers = key();
    const send = (sent: unknown) => world.raw({ method: 'POST', path: 'orders', as, headers, body: sent });
    const first = await send(body);
    const again = await send(body);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect([first, again].map(({ headers: told }) => told.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(again.headers.get('baogong-position')).toBe(first.headers.get('baogong-position'));
    const other = await send({ ...body, lines: [{ offerId, quantity: 2 }] });
    expect([other.status, other.body['code']]).toEqual([422, 'key-reused']);
  });

  it("I20: one key is one person's: another who uses it has not replayed anything", async () => {
    const headers = key();
    const body = { id: newId(), kind: 'person', territory: community.territory };
    const sent = { ...body, id: `vo-${body.id.slice(-8)}` };
    const first = await world.raw({ method: 'POST', path: 'actors', as: OFFICE, headers, body: sent });
    const other = await world.raw({ method: 'POST', path: 'actors', as: community.committee, headers, body: sent });
    expect(first.status).toBe(201);
    expect([other.status, other.headers.get('idempotent-replayed')]).not.toEqual([201, 'true']);
  });

  it('I20: fifty at once have one effect and fifty equal answers', async () => {
    const as = community.households[1]!.resident;
    const body = wish(1);
    const headers = key();
    const send = () => world.raw({ method: 'POST', path: 'orders', as, headers, body });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers: told }) => told.get('idempotent-replayed') === null)).toHaveLength(1);
    const events = await world.sql('orders', `select pos from es.event where data ->> 'orderId' = $1`, [body.id]);
    expect(events).toHaveLength(1);
  });

  it('I4: fifty at once with keys of their own are still one order', async () => {
    const as = community.households[2]!.resident;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        world.raw({ method: 'POST', path: 'orders', as, headers: key(), body: wish(2) }),
      ),
    );
    const counts = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([counts(201), counts(409)]).toEqual([1, 49]);
  });
});

describe('reading', () => {
  it('shows what was written to whoever names its position, in every list of the service', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const id = newId();
      const { territory } = community;
      const members = [{ actorId: `re-${id.slice(-12)}`, name: '某' }];
      const body = { id, territory: `${territory}/b-${10 + turn}/h-${id}`, people: 1, members };
      const { position } = await world.client.must('households', body, { as: community.committee });
      const page = await world.client.get(
        `households?territory=${territory}/b-${10 + turn}`,
        community.committee,
        position,
      );
      expect((page.body['items'] as { id: string }[]).map((row) => row.id)).toEqual([id]);
    }
  });

  it('shows one service what another has done, once it names the position', async () => {
    const body = { id: newId(), territory: community.territory, name: 'north', opensAt: '08:00', closesAt: '20:00' };
    const keeper = community.stations[0]!.keeper;
    const { position } = await world.client.must('stations', body, { as: keeper });
    const list = await world.client.get('rounds', community.committee, position);
    expect(list.status).toBe(200);
  });

  it('answers 503 for a position that does not come, and 400 for one that is none', async () => {
    const ask = (after: string, path = 'rounds') =>
      world.raw({ path, as: community.committee, headers: { 'baogong-after': after } });
    const never = await ask('orders:3=99999999');
    expect([never.status, never.body['code'], never.body['retryable']]).toEqual([503, 'position-not-reached', true]);
    expect((await ask('nonsense')).status).toBe(400);
    expect((await ask('')).status).toBe(400);
    expect((await ask('nonsense', 'duty-matrix')).status).toBe(400);
  });

  it('answers 400 for a role that is none, where every role may read', async () => {
    const headers = { 'baogong-role': '' };
    const answer = await world.raw({ path: 'duty-matrix', as: community.committee, headers });
    expect([answer.status, answer.body['errors']]).toMatchObject([400, [{ pointer: '/headers/baogong-role' }]]);
  });

  it('walks a list to its end while rows are added: each row that was there once, none twice', async () => {
    const list = (cursor?: string) =>
      world.client.get(
        `actors?territory=${community.territory}&limit=3${cursor ? `&cursor=${cursor}` : ''}`,
        community.committee,
      );
    const add = () => {
      const actor = { id: `vo-${newId().slice(-12)}`, kind: 'person', territory: community.territory };
      return world.client.must('actors', actor, { as: community.committee });
    };
    for (let index = 0; index < 10; index += 1) await add();
    const before = await walk(list);
    const during = await walk(async (cursor) => {
      await add();
      return list(cursor);
    });
    expect(new Set(during).size).toBe(during.length);
    expect(before.filter((id) => !during.includes(id))).toEqual([]);
  });

  it('refuses a page of more than a hundred and a cursor that is none', async () => {
    for (const path of [
      'rounds',
      'stock',
      'stations',
      'actors',
      'parcels',
      'orders',
      'households',
      'grants',
      'refusals',
    ]) {
      for (const query of ['limit=101', 'limit=0', 'limit=x', 'cursor=%00', 'cursor=e30', 'stray=1']) {
        const { status } = await world.raw({ path: `${path}?${query}`, as: OFFICE });
        // Who may not read a list at all is told that, whatever they ask for.
        expect([path, query, [400, 403].includes(status)]).toEqual([path, query, true]);
      }
    }
  });
});

describe('the document', () => {
  it('served at /api/docs, it is the one that is committed', async () => {
    const { body } = await world.raw({ path: '/api/docs/openapi.json' });
    expect(body['openapi']).toBe('3.1.0');
    expect(body).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
    expect((await world.raw({ path: '/api/docs' })).status).toBe(200);
  });

  it('lists every route of the flow', () => {
    const reads = ['households', 'rounds', 'orders', 'supply-offers', 'consignments', 'stock', 'stations', 'parcels',
      'throughput', 'refusals', 'actors', 'grants']; // prettier-ignore
    for (const name of reads) expect(paths).toHaveProperty([`/api/v1/${name}`, 'get']);
    for (const path of ['passes/{parcelId}', 'rounds/{id}/demand', 'throughput/live']) {
      expect(paths).toHaveProperty([`/api/v1/${path}`, 'get']);
    }
  });
});

describe('good answers', () => {
  it('fit the document, also of amendments and of lists that no other test fills', async () => {
    const { committee, firm, stations, territory } = community;
    const amend = async (action: string, as: string) => {
      const { path, body } = CALLS.find((call) => call.action === action)!.request({}, community);
      const { etag } = await world.client.get(path, as);
      await world.client.must(path, body, { as, method: 'PUT', ifMatch: etag! });
    };
    await amend('AmendHousehold', committee);
    await amend('AmendStation', stations[0]!.keeper);
    const listed = async (list: string, as: string, body: object) => {
      const { position } = await world.client.must(list, { id: newId(), territory, ...body }, { as });
      const { status, body: page } = await world.client.get(`${list}?territory=${territory}`, as, position);
      expect([status, (page['items'] as unknown[]).length > 0]).toEqual([200, true]);
    };
    await listed('alert-thresholds', OFFICE, { measure: 'open-cases', atLeast: 1_000 });
    const dueAt = new Date((await world.now()) + 86_400_000).toISOString();
    await listed('decisions', committee, { title: 'a second gate', owner: firm, dueAt });
  });

  const page = { items: [], next: null };
  const planted: [what: string, status: number, body: unknown, complaint: RegExp][] = [
    ['without a field', 200, { items: [] }, /GET \/api\/v1\/rounds 200: .*must have required property 'next'/],
    ['with a field too many', 200, { ...page, secret: 1 }, /must NOT have additional properties .*secret/],
    ['with another status', 202, page, /GET \/api\/v1\/rounds 202: the status is not documented/],
  ];
  it.each(planted)('%s are found, whoever asked', async (_what, status, body, complaint) => {
    const server = createServer((_request, reply) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const { address, port } = server.address() as AddressInfo;
    const elsewhere = await openWorld({ ...underTest(), address: `http://${address}:${port}` });
    await elsewhere.as(OFFICE).get('/api/v1/rounds', {});
    expect(takeMisfits()).toEqual([expect.stringMatching(complaint)]);
    await elsewhere.raw({ path: 'rounds' });
    expect(takeMisfits()).toEqual([expect.stringMatching(complaint)]);
    server.closeAllConnections();
    server.close();
  });
});

type Answered = { body: Record<string, unknown> };

async function walk(page: (cursor?: string) => Promise<Answered>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await page(cursor);
    ids.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
    if (body['next'] === null) return ids;
    cursor = String(body['next']);
  }
}
