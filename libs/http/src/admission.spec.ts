import { Controller, Get, Module, Post } from '@nestjs/common';
import { pino } from 'pino';
import { createHttpApp, type HttpApp, type TurnedAway } from './index.js';

let reached = 0;
let release: () => void = () => undefined;
let gate = Promise.resolve();
const close = () => (gate = new Promise((open) => (release = open)));

@Controller('orders')
class SlowController {
  @Post() async place() {
    reached += 1;
    await gate;
    return {};
  }
  @Get() async list() {
    await gate;
    return {};
  }
}
@Module({ controllers: [SlowController] })
class SlowModule {}

const AT_ONCE = 4;
const turnedAway: TurnedAway[] = [];
let behind: number | undefined;
let served: HttpApp;
beforeAll(async () => {
  served = await createHttpApp(SlowModule, {
    verifier: { verify: async () => ({ ok: true, actor: 're-1' }) as const },
    logger: pino({ level: 'silent' }),
    admission: { atOnce: AT_ONCE, busy: () => behind, onTurnedAway: (_path, cause) => turnedAway.push(cause) },
  });
});
beforeEach(() => {
  reached = 0;
  turnedAway.length = 0;
  behind = undefined;
  close();
});
afterEach(() => release());
afterAll(() => served.close());

const headers = { authorization: 'Bearer any', 'idempotency-key': 'k' };
const post = (signal?: AbortSignal) =>
  fetch(`${served.url}/api/v1/orders`, { method: 'POST', headers, ...(signal && { signal }) });
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds() && turn < 200; turn += 1) await new Promise((later) => setTimeout(later, 10));
  expect(holds()).toBe(true);
}

describe('admission', () => {
  it('turns away what is too much at once, with a time to come back, before anything is done', async () => {
    const admitted = Array.from({ length: AT_ONCE }, () => post());
    await until(() => reached === AT_ONCE);
    const refused = await Promise.all(Array.from({ length: 6 }, () => post()));
    for (const answer of refused) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(await answer.json()).toMatchObject({ type: '/problems/overloaded', retryable: true });
    }
    expect(reached).toBe(AT_ONCE);
    expect(turnedAway).toEqual(Array(6).fill('under-way'));
    release();
    expect((await Promise.all(admitted)).map(({ status }) => status)).toEqual(Array(AT_ONCE).fill(201));
    expect((await post()).status).toBe(201);
  });

  it('gives the place of a caller who left to another', async () => {
    const leaving = new AbortController();
    const left = Array.from({ length: AT_ONCE }, () => post(leaving.signal).catch(() => undefined));
    await until(() => reached === AT_ONCE);
    leaving.abort();
    await Promise.all(left);
    // The four it let in still wait for the gate; only their callers are gone.
    const seen: number[] = [];
    const next = setInterval(() => void post().then(({ status }) => seen.push(status)), 20);
    await until(() => reached > AT_ONCE);
    clearInterval(next);
    release();
    await until(() => seen.includes(201));
  });

  it('turns commands away while their service is behind, and still answers reads', async () => {
    behind = 7;
    release();
    const answer = await post();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(reached).toBe(0);
    expect(turnedAway).toEqual(['behind']);
    expect((await fetch(`${served.url}/api/v1/orders`, { headers })).status).toBe(200);
  });
});
