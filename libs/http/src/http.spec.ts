import { Body, Controller, Get, HttpCode, Module, Param, Post, Put, Query, Res, UseInterceptors } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Min,
  ValidateNested,
} from 'class-validator';
import type { FastifyReply } from 'fastify';
import { pino } from 'pino';
import {
  AfterInterceptor,
  answer,
  buildOpenApi,
  CallerOf,
  createHttpApp,
  PageQuery,
  POSITION_WAITER,
  prepareHttpApp,
  Problem,
  sse,
} from './index.js';
import type { AnswerableResult, Caller, HttpApp } from './index.js';

class Line {
  @IsString() offerId: string;
  @IsInt() @Min(1) quantity: number;
  @IsOptional() @IsIn(['bag', 'box']) unit?: 'bag' | 'box';
}
class OrderBody {
  @IsString() id: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => Line) lines: Line[];
}

const results: Record<string, AnswerableResult> = {
  done: { kind: 'done', version: 7, replayed: true, events: [], position: 'orders:3=17' },
  rejected: { kind: 'rejected', code: 'not-your-household' },
  refused: {
    ...{ kind: 'refused', reason: 'condition', unmet: ['trained'], rule: 'R1', basis: 'law', appeal: 'district' },
    ...{ action: 'PlaceOrder', role: 'resident', zh: { basis: '法律', appeal: '区办公室' } },
  } as AnswerableResult,
  'not-found': { kind: 'not-found' },
  stale: { kind: 'stale', version: 8 },
  'version-required': { kind: 'version-required' },
  'key-reused': { kind: 'key-reused' },
  'too-large': { kind: 'too-large', bytes: 300_000, limitBytes: 262_144 },
  'too-many': { kind: 'too-many', events: 600, limit: 512 },
  'stream-full': { kind: 'stream-full', limit: 1_000_000 },
  overloaded: { kind: 'overloaded', retryAfterSeconds: 2 },
  'authority-unknown': { kind: 'authority-unknown' },
};
const seenCallers: Caller[] = [];
let ended = 0;

@Controller('orders')
class OrdersController {
  @Post() place(@CallerOf() caller: Caller, @Body() body: OrderBody, @Res() reply: FastifyReply): void {
    seenCallers.push(caller);
    const result = results[body.id];
    if (!result) throw new Error('secret 13800000000');
    answer(reply, result, { status: 201, body: () => ({ id: body.id }), location: `/api/v1/orders/${body.id}` });
  }
  @Put(':id') amend(@CallerOf({ needsIfMatch: true }) caller: Caller, @Param('id') id: string): unknown {
    return { id, ifMatch: caller.ifMatch };
  }
  @Get() @UseInterceptors(AfterInterceptor) list(@Query() query: PageQuery): unknown {
    return { limit: query.limit ?? null };
  }
  @Get('live') live(@Res() reply: FastifyReply): void {
    sse(reply, {
      subscribe: (stream) => (stream.send({ event: 'tick', data: 1 }), () => (ended += 1)),
      heartbeatMs: 20,
    });
  }
  @Get('teapot') @HttpCode(200) teapot(): never {
    throw new Problem('overloaded', { retryAfterSeconds: 0.4 });
  }
}
@Module({
  controllers: [OrdersController],
  providers: [{ provide: POSITION_WAITER, useValue: async (vector: string) => vector === 'orders:3=17' }],
})
class OrdersModule {}

const verifier = {
  verify: async (token: string) =>
    token === 'good' ? ({ ok: true, actor: 're-1' } as const) : ({ ok: false, reason: 'expired' } as const),
};
const logger = pino({ level: 'silent' });
const good = { authorization: 'Bearer good', 'idempotency-key': 'k1' };
const order = (id: string): object => ({ id, lines: [{ offerId: 'o', quantity: 1 }] });

describe('the edge', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await prepareHttpApp(OrdersModule, { verifier, logger, bodyLimitBytes: 2000 });
  });
  afterAll(() => app.close());
  const post = (payload: object, headers: Record<string, string> = good) =>
    app.inject({ method: 'POST', url: '/api/v1/orders', headers, payload });

  it.each([
    ['done', 201],
    ['rejected', 409],
    ['refused', 403],
    ['not-found', 404],
    ['stale', 412],
    ['version-required', 428],
    ['key-reused', 422],
    ['too-large', 413],
    ['too-many', 413],
    ['stream-full', 409],
    ['overloaded', 429],
    ['authority-unknown', 503],
  ])('answers %s with %i', async (id, status) => {
    expect((await post(order(id))).statusCode).toBe(status);
  });

  it('gives version, position, replay mark and place with the answer of a command', async () => {
    const { headers } = await post(order('done'));
    expect(headers).toMatchObject({
      etag: '"7"',
      'baogong-position': 'orders:3=17',
      'idempotent-replayed': 'true',
      location: '/api/v1/orders/done',
    });
  });

  it('describes a duty refusal with rule, basis and appeal', async () => {
    const reply = await post(order('refused'));
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({
      type: '/problems/outside-duty',
      rule: 'R1',
      basis: 'law',
      appeal: 'district',
    });
  });

  it.each([
    [
      'zh-CN,zh;q=0.9,en;q=0.8',
      'zh-CN',
      '居民不能下单：还缺少必需的条件（须受过培训（授权时点名此项））。依据：法律（规则 R1）。有异议请找：区办公室。',
    ],
    ['fr, en;q=0.5, zh;q=0.9', 'zh-CN', /^居民不能下单/],
    [
      'en-GB',
      'en',
      /^A resident may not place an order\. .*\(only after training, for which the grant names this action\).*law.*R1.*district\.$/,
    ],
    ['fr', 'en', /^A resident may not place an order/],
  ])('S50: says what, why and whom to turn to in the language asked for: %s', async (accept, language, detail) => {
    const reply = await post(order('refused'), { ...good, 'accept-language': accept });
    expect(reply.headers['content-language']).toBe(language);
    const told = reply.json<{ detail: string }>();
    expect(told).toMatchObject({ rule: 'R1', reason: 'condition', basis: language === 'en' ? 'law' : '法律' });
    expect(told.detail).toMatch(detail);
  });

  it('tells nothing but the trace id of an unexpected fault', async () => {
    const trace = 'a'.repeat(32);
    const reply = await post(order('boom'), { ...good, traceparent: `00-${trace}-${'b'.repeat(16)}-01` });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('13800000000');
    expect(reply.json()).toMatchObject({ code: 'internal', traceId: trace });
  });

  it('points at each field that is wrong or unknown', async () => {
    const reply = await post({ id: 'done', lines: [{ offerId: 'o', quantity: 0, colour: 'red' }] });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code])).toEqual(
      expect.arrayContaining([
        ['/lines/0/quantity', 'min'],
        ['/lines/0/colour', 'unknown-field'],
      ]),
    );
  });

  it('asks for a token before anything else, on unknown and disguised addresses too', async () => {
    for (const url of ['/api/v1/orders', '/%61pi/v1/orders', '/api/v1/nothing']) {
      const reply = await app.inject({ method: 'POST', url, payload: 'x', headers: { 'content-type': 'text/html' } });
      expect([url, reply.statusCode]).toEqual([url, 401]);
    }
    expect((await post({}, { authorization: 'Bearer old' })).json().code).toBe('token-expired');
  });

  it('refuses commands without or with an overlong key', async () => {
    expect((await post(order('done'), { authorization: 'Bearer good' })).json().code).toBe('idempotency-key-missing');
    expect((await post(order('done'), { ...good, 'idempotency-key': 'x'.repeat(256) })).statusCode).toBe(400);
    expect((await post(order('done'), { ...good, 'idempotency-key': 'a\tb' })).statusCode).toBe(400);
  });

  it('hashes a request alike whatever the order of its fields', async () => {
    seenCallers.length = 0;
    await post({ id: 'done', lines: [{ offerId: 'o', quantity: 1 }] });
    await post({ lines: [{ quantity: 1, offerId: 'o' }], id: 'done' });
    await post({ lines: [{ quantity: 2, offerId: 'o' }], id: 'done' });
    const [first, second, third] = seenCallers.map(({ requestHash }) => requestHash);
    expect(first).toBe(second);
    expect(first).not.toBe(third);
  });

  it.each([
    [413, { headers: { ...good, 'content-type': 'application/json' }, payload: `"${'x'.repeat(3000)}"` }],
    [415, { headers: { ...good, 'content-type': 'text/plain' }, payload: 'x' }],
    [400, { headers: { ...good, 'content-type': 'application/json' }, payload: '{"id":' }],
    [400, { headers: { ...good, 'content-type': 'application/json' }, payload: '{"__proto__":{"x":1}}' }],
  ])('answers %i to a body that cannot be read', async (status, request) => {
    const reply = await app.inject({ method: 'POST', url: '/api/v1/orders', ...request });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });

  it('answers 404 as a problem', async () => {
    const reply = await app.inject({ method: 'GET', url: '/api/v1/nothing', headers: good });
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'not-found']);
  });

  it('hands the version asked for, or that it is missing, to the desk', async () => {
    const put = async (headers: object) =>
      (await app.inject({ method: 'PUT', url: '/api/v1/orders/1', headers: { ...good, ...headers } })).json();
    expect(await put({ 'if-match': '"4"' })).toEqual({ id: '1', ifMatch: 4 });
    expect(await put({})).toEqual({ id: '1', ifMatch: 'missing' });
    expect(await put({ 'if-match': 'W/x' })).toMatchObject({ status: 400 });
  });

  it('waits for the position a reader has seen elsewhere', async () => {
    const read = (after: string) =>
      app.inject({ method: 'GET', url: '/api/v1/orders', headers: { ...good, 'baogong-after': after } });
    expect((await read('orders:3=17')).statusCode).toBe(200);
    expect((await read('orders:3=18')).json()).toMatchObject({ status: 503, code: 'position-not-reached' });
    expect((await read('nonsense')).statusCode).toBe(400);
  });

  it('keeps lists to a hundred rows', async () => {
    const read = async (limit: string) =>
      (await app.inject({ method: 'GET', url: `/api/v1/orders?limit=${limit}`, headers: good })).statusCode;
    expect([await read('100'), await read('101'), await read('many')]).toEqual([200, 400, 400]);
  });

  it('rounds Retry-After up to whole seconds', async () => {
    const reply = await app.inject({ method: 'GET', url: '/api/v1/orders/teapot', headers: good });
    expect(reply.headers['retry-after']).toBe('1');
  });

  it('writes the interface down from the decorators that check it', () => {
    const document = buildOpenApi(app, { title: 'Baogong', version: '0.1.0' });
    expect(document.openapi).toBe('3.1.0');
    expect(document.components?.schemas?.['OrderBody']).toMatchObject({
      required: ['id', 'lines'],
      properties: { lines: { type: 'array', minItems: 1, maxItems: 20 } },
    });
    expect(document.components?.schemas?.['Line']).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['offerId', 'quantity'],
      properties: {
        offerId: { type: 'string' },
        quantity: { type: 'integer', minimum: 1 },
        unit: { type: 'string', enum: ['bag', 'box'] },
      },
    });
    expect(document.paths['/api/v1/orders/{id}']?.put?.operationId).toBe('putOrdersById');
    const list = document.paths['/api/v1/orders']?.get?.parameters;
    expect(list).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'limit', in: 'query' })]));
  });
});

describe('a live view', () => {
  let served: HttpApp;
  beforeAll(async () => {
    served = await createHttpApp(OrdersModule, { verifier, logger });
  });

  it('sends events and heartbeats, ends when the reader leaves, and does not hold up the end of the server', async () => {
    const leaving = new AbortController();
    const reply = await fetch(`${served.url}/api/v1/orders/live`, { headers: good, signal: leaving.signal });
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('still here')) text += (await reader.read()).value;
    expect(text).toContain('event: tick\ndata: 1\n\n');
    leaving.abort();
    for (let turn = 0; ended === 0 && turn < 100; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ended).toBe(1);

    await fetch(`${served.url}/api/v1/orders/live`, { headers: good });
    const before = Date.now();
    await served.close();
    expect(Date.now() - before).toBeLessThan(2000);
    expect(ended).toBe(2);
  });
});
