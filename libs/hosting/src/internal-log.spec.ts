import { createHttpApp, type HttpApp } from '@baogong/http';
import { createLogger } from '@baogong/observability';
import { isTransient, type EventLog } from '@baogong/event-pipe';
import { addInternalLog, neighbourLogs } from './internal-log.js';

class Nothing {}
const SECRET = 's'.repeat(64);
const AWAY = 'http://127.0.0.1:1';
const event = (pos: number, type: string) => ({ shard: 3, pos, type, stream: 'x', version: pos, data: { told: type } });
const asked: number[][] = [];
const log = {
  read: (shard: number, from: number, limit: number) => {
    asked.push([shard, from, limit]);
    return Promise.resolve([event(from + 1, 'RoundOpened'), event(from + 2, 'PrivateThing')]);
  },
} as unknown as EventLog;

let http: HttpApp;
beforeAll(async () => {
  http = await createHttpApp(
    { module: Nothing },
    {
      verifier: { verify: () => Promise.resolve({ ok: true, actor: 're-0001' }) },
      logger: createLogger({ service: 'spec', level: 'silent' }),
      routes: (server) =>
        addInternalLog(server, {
          log,
          source: 'orders',
          published: { RoundOpened: ({ data }) => data },
          secret: SECRET,
        }),
    },
  );
});
afterAll(() => http.close());
const get = (path: string, authorization?: string) =>
  fetch(`${http.url}${path}`, { headers: authorization ? { authorization } : {} });

describe('the log that neighbours read', () => {
  it('is fetched after a position, as the pipe would have carried it: private events without content', async () => {
    const records = await neighbourLogs(new Map([['orders', [AWAY, http.url]]]), SECRET)('orders', 3, 41);
    expect(records).toMatchObject([
      { source: 'orders', pos: 42, type: 'RoundOpened', data: { told: 'RoundOpened' } },
      { source: 'orders', pos: 43, type: 'PrivateThing' },
    ]);
    expect(records[1]).not.toHaveProperty('data');
    expect(asked.at(-1)).toEqual([3, 41, 500]);
  });

  it.each([undefined, `Bearer ${SECRET}x`, `Bearer ${SECRET.slice(1)}`, SECRET, 'Bearer token-of-a-person'])(
    'is not there for whoever lacks the secret: %s',
    async (authorization) => {
      const before = asked.length;
      expect((await get('/internal/log/3?from=0', authorization)).status).toBe(404);
      expect(asked).toHaveLength(before);
    },
  );

  it.each(['16?from=0', '-1', 'x', '3?from=-1', '3?limit=501', '3?limit=0', '3?from=1e3'])(
    'refuses %s',
    async (path) => {
      expect((await get(`/internal/log/${path}`, `Bearer ${SECRET}`)).status).toBe(400);
    },
  );

  it('parks nothing because a neighbour is away, refuses us or is unknown', async () => {
    const away = [
      neighbourLogs(new Map([['orders', [AWAY]]]), SECRET),
      neighbourLogs(new Map([['orders', [http.url]]]), 'another'),
      neighbourLogs(new Map(), SECRET),
    ];
    for (const fetchLog of away) {
      expect(isTransient(await fetchLog('orders', 0, 0).catch((error: unknown) => error))).toBe(true);
    }
  });
});
