import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalIssuer } from '@baogong/identity';
import { instantOf, uuid7 } from '@baogong/kernel';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { commandOf, isAlive } from '../src/processes.js';
import { addressIn, start } from './program.js';
import type { Program } from './program.js';

const MINUTES = 60_000;
const HEALED_MS = 30_000;
const STOPPED_MS = 15_000;
const COMMUNITY = 'd-pudong/s-weifang/c-y';
const SERVICES = ['orders', 'inventory', 'delivery', 'oversight'] as const;
/** One list of each of oversight's neighbours: who may read there depends on a grant that came over Kafka. */
const LISTS = ['rounds', 'supply-offers', 'parcels'];

const newId = (): string => uuid7(Date.now(), randomBytes(10));

describe('npm run start:kafka', () => {
  let data: string;
  let program: Program;
  let address: string;
  const programs: Program[] = [];

  const begin = async (): Promise<void> => {
    program = start(['kafka', '--data', data, '--port', '0', '--drill']);
    programs.push(program);
    address = addressIn(await program.heard('Stop: Ctrl-C'));
  };
  const headersOf = async (actor: string) => {
    const issuer = await createLocalIssuer(join(data, 'keys/issuer.json'));
    return { authorization: `Bearer ${await issuer.sign(actor)}`, 'content-type': 'application/json' };
  };
  const get = async (path: string, actor: string) =>
    fetch(`${address}/api/v1/${path}`, { headers: await headersOf(actor) });
  const post = async (path: string, actor: string, body: object) =>
    fetch(`${address}/api/v1/${path}`, {
      method: 'POST',
      headers: { ...(await headersOf(actor)), 'idempotency-key': newId() },
      body: JSON.stringify(body),
    });
  const processes = (): Record<string, number> =>
    JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8')) as Record<string, number>;
  const isReady = async () => (await fetch(`${address}/health/ready`)).status === 200;

  const register = async (): Promise<string> => {
    const actorId = `pf-${randomBytes(4).toString('hex')}`;
    const actor = { id: actorId, kind: 'organisation', name: 'Property firm', territory: COMMUNITY };
    expect((await post('actors', 'do-1', actor)).status).toBe(201);
    const grant = { id: newId(), actorId, role: 'property-firm', territory: COMMUNITY };
    expect((await post('grants', 'do-1', grant)).status).toBe(201);
    return actorId;
  };
  const mayRead = async (list: string, actorId: string): Promise<boolean> => (await get(list, actorId)).status === 200;
  /** Registers somebody in oversight and waits until the other three services know what they may do. */
  const enrol = async (): Promise<string> => {
    const actorId = await register();
    for (const list of LISTS) await until(() => mayRead(list, actorId), 15_000, list);
    return actorId;
  };

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'baogong-kafka-start-'));
    await begin();
  }, 4 * MINUTES);
  afterAll(async () => {
    for (const each of programs) each.kill('SIGTERM');
    await Promise.all(programs.map(({ ended }) => ended));
    await rm(data, { recursive: true });
  }, MINUTES);

  it('answers on one address for four processes and tells their interface as one', async () => {
    expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ status: 'ok' });
    const ready = (await (await fetch(`${address}/health/ready`)).json()) as object;
    expect(ready).toEqual({ status: 'ok', probes: Object.fromEntries(SERVICES.map((name) => [name, 'ok'])) });
    expect(Object.keys(processes()).sort()).toEqual([...SERVICES, 'broker'].sort());
    expect(new Set(Object.values(processes())).size).toBe(5);
    const document = (await (await fetch(`${address}/api/docs/openapi.json`)).json()) as { paths: object };
    for (const path of ['orders', 'supply-offers', 'parcels', 'throughput']) {
      expect(Object.keys(document.paths)).toContain(`/api/v1/${path}`);
    }
    for (const page of ['/', '/api/docs', '/api/docs/assets/swagger-ui.css', '/problems/unavailable']) {
      expect([page, (await fetch(address + page)).status]).toEqual([page, 200]);
    }
    expect((await get('households', 're-0001')).status).toBe(200);
  });

  it(
    'carries a command to oversight and its effect to the other services, and a refusal back',
    async () => {
      await enrol();
      const now = Date.now();
      const offer = { id: newId(), territory: COMMUNITY, sku: 'veg', name: '蔬菜', itemClass: 'food', unit: 'box' };
      const window = { arrivesFrom: instantOf(now), arrivesTo: instantOf(now + MINUTES) };
      const amounts = { priceFen: 1000, quantity: 10, weightGrams: 500, origin: 'Chongming' };
      const refused = await post('supply-offers', 're-0001', { ...offer, ...window, ...amounts });
      expect(refused.status).toBe(403);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      const seen = async () => (await get(`refusals?territory=${COMMUNITY}`, 'do-1')).text();
      await until(async () => (await seen()).includes('AnnounceSupply'), 15_000, 'the refusal in oversight');
    },
    MINUTES,
  );

  it('passes live views through as they come', async () => {
    const aborting = new AbortController();
    const view = await fetch(`${address}/api/v1/throughput/live?territory=${COMMUNITY}`, {
      headers: await headersOf('do-1'),
      signal: aborting.signal,
    });
    expect(view.headers.get('content-type')).toContain('text/event-stream');
    const first = await view.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value as Uint8Array)).toContain('retry: 2000');
    aborting.abort();
  });

  it('passes on which methods an address answers', async () => {
    const { authorization } = await headersOf('do-1');
    const answer = await fetch(`${address}/api/v1/rounds`, { method: 'DELETE', headers: { authorization } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('lets nothing through that is not listed, whatever the path looks like', async () => {
    const secret = readFileSync(join(data, 'keys/internal-secret'), 'utf8');
    const log = 'internal/log/0?from=0';
    const paths = [
      '',
      'api/v1/orders/../../../',
      'api/v1/orders/..%2f..%2f..%2f',
      'api/v1/orders/%2e%2e/%2e%2e/%2e%2e/',
    ];
    for (const path of paths) {
      const status = await rawStatus(`${address}/`, `/${path}${log}`, secret);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    expect((await fetch(`${address}/api/v1/kitchens`)).status).toBe(404);
    const large = await post('supply-offers', 'do-1', { name: 'x'.repeat(300_000) });
    expect([large.status, large.headers.get('content-type')]).toEqual([413, expect.stringContaining('problem+json')]);
  });

  it('marks every database as a drill before the first event', async () => {
    for (const service of SERVICES) {
      const connectionString = readFileSync(join(data, `keys/service-${service}-owner-url`), 'utf8');
      const client = new pg.Client({ connectionString });
      await client.connect();
      const { rows } = await client.query(
        'select (select drill from es.installation), bool_and(drill) as all from es.event',
      );
      await client.end();
      expect([service, rows[0]]).toEqual([service, expect.objectContaining({ drill: true })]);
      expect(rows[0].all).not.toBe(false);
    }
  });

  it.each([...SERVICES, 'broker'])(
    'is whole again within 30 s after kill -9 of %s',
    async (victim) => {
      const pid = processes()[victim] ?? 0;
      process.kill(pid, 'SIGKILL');
      const killedAt = Date.now();
      await until(async () => !(await isReady()), 5000, 'not ready without it');
      if (victim !== 'broker') await tellsToComeAgain(await get(listOf(victim), 'do-1'));
      await until(isReady, HEALED_MS - (Date.now() - killedAt), `${victim} ready again`);
      expect(processes()[victim]).not.toBe(pid);
      await enrol();
      expect(Date.now() - killedAt).toBeLessThan(HEALED_MS);
    },
    2 * MINUTES,
  );

  it(
    'leaves no service behind when it is killed itself, and goes on where it was',
    async () => {
      const known = await enrol();
      const mine = Object.values(processes());
      program.kill('SIGKILL');
      await program.ended;
      await begin();
      expect(mine.filter((pid) => isAlive(pid) && commandOf(pid).includes(data))).toEqual([]);
      for (const list of LISTS) expect((await get(list, known)).status).toBe(200);
      await enrol();
    },
    2 * MINUTES,
  );

  it(
    'fetches from its neighbours what a broker has lost before it was read',
    async () => {
      const inventory = processes()['inventory'] ?? 0;
      process.kill(inventory, 'SIGSTOP');
      const missed = await register();
      await until(() => mayRead('rounds', missed), 15_000, 'the others have read it');
      program.kill('SIGKILL');
      await program.ended;
      process.kill(processes()['broker'] ?? 0, 'SIGKILL');
      await rm(join(data, 'kafka'), { recursive: true });
      await begin();
      expect(isAlive(inventory) && commandOf(inventory).includes(data)).toBe(false);
      await until(() => mayRead('supply-offers', missed), HEALED_MS, 'what the broker has lost');
      await enrol();
    },
    2 * MINUTES,
  );

  it(
    'stops everything within 15 s at Ctrl-C',
    async () => {
      const askedAt = Date.now();
      program.kill('SIGINT');
      expect(await program.ended).toBe(0);
      expect(Date.now() - askedAt).toBeLessThan(STOPPED_MS);
      expect(program.said()).toContain('Stopped. Everything is kept.');
      expect(processesThatMention(data)).toEqual([]);
      for (const left of ['processes.json', 'instance.lock']) expect(existsSync(join(data, left))).toBe(false);
    },
    MINUTES,
  );
});

const listOf = (service: string): string =>
  ({ orders: 'rounds', inventory: 'supply-offers', delivery: 'stations' })[service] ?? 'refusals';

async function tellsToComeAgain(answer: Response): Promise<void> {
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ status: 503, retryable: true });
}

async function until(holds: () => Promise<boolean>, patienceMs: number, what: string): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await new Promise((later) => setTimeout(later, 100))) {
    if (await holds()) return;
  }
  throw new Error(`not within ${patienceMs} ms: ${what}`);
}

/** Paths as they are: fetch would tidy them up. */
function rawStatus(base: string, path: string, secret: string): Promise<number> {
  return new Promise((settle, fail) => {
    const asked = request(base, { path, headers: { authorization: `Bearer ${secret}` } }, (answer) => {
      answer.resume();
      settle(answer.statusCode ?? 0);
    });
    asked.once('error', fail).end();
  });
}

function processesThatMention(folder: string): string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return ids.map((id) => commandOf(Number(id))).filter((command) => command.includes(folder));
}
