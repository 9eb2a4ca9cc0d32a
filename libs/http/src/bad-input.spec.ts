import { connect } from 'node:net';
import { Body, Controller, Get, Module, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { pino } from 'pino';
import {
  createHttpApp,
  IsDay,
  IsId,
  IsListOf,
  IsMoment,
  IsPart,
  IsTerritory,
  IsText,
  MayBeMissing,
  PageQuery,
  sse,
} from './index.js';
import type { HttpApp } from './index.js';

class Mark {
  @IsText(5) text: string;
}
class Note {
  @MayBeMissing() @IsText(5) text?: string;
  @MayBeMissing() @IsMoment() at?: string;
  @MayBeMissing() @IsDay() day?: string;
  @MayBeMissing() @IsTerritory() territory?: string;
  @MayBeMissing() @IsId() id?: string;
  @MayBeMissing() @IsPart(() => Mark) mark?: Mark;
  @MayBeMissing() @IsListOf(() => Mark, { least: 1, most: 2 }) marks?: Mark[];
}

@Controller('notes')
class NotesController {
  @Post() take(@Body() note: Note): unknown {
    return note;
  }
  @Get() list(@Query() query: PageQuery): unknown {
    return query;
  }
  @Get('live') live(@Res() reply: FastifyReply): void {
    sse(reply, { subscribe: () => () => undefined });
  }
  @Get(':id') one(@Param('id') id: string): unknown {
    return { id };
  }
}
@Module({ controllers: [NotesController] })
class NotesModule {}

const verifier = { verify: async () => ({ ok: true, actor: 're-1' }) as const };
const authorization = 'Bearer good';
let served: HttpApp;
beforeAll(async () => {
  served = await createHttpApp(NotesModule, { verifier, logger: pino({ level: 'silent' }) });
});
afterAll(() => served.close());

const get = (path: string, method = 'GET') => fetch(`${served.url}${path}`, { method, headers: { authorization } });

async function post(body: string | Buffer, type = 'application/json') {
  const headers = { authorization, 'content-type': type };
  const reply = await fetch(`${served.url}/api/v1/notes`, {
    method: 'POST',
    headers,
    body: new Uint8Array(Buffer.from(body)),
  });
  const { errors } = (await reply.json()) as { errors?: { code: string }[] };
  return [reply.status, errors?.[0]?.code];
}

describe('a body', () => {
  it.each([
    ['null', 'not-an-object'],
    ['[{}]', 'not-an-object'],
    ['{"text":', 'not-json'],
    [Buffer.from('{"text":"\xff"}', 'latin1'), 'not-utf-8'],
    ['{"text":"\\u0000"}', 'not-text'],
    ['{"text":"\\ud800"}', 'not-text'],
    ['{"__proto__":{}}', 'unknown-field'],
    ['{"\\u0063onstructor":1}', 'unknown-field'],
    ['{"toString":1}', 'unknown-field'],
    [`{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'too-deep'],
    ['{"text":"123456"}', 'is-text'],
    ['{"text":"\\u001b"}', 'is-text'],
    ['{"text":null}', 'is-text'],
    ['{"at":"2026-02-30T00:00:00Z"}', 'is-moment'],
    ['{"at":"2026-06-30T23:59:60Z"}', 'is-moment'],
    ['{"at":"2026-W01-1"}', 'is-moment'],
    ['{"day":"2026-02-29"}', 'is-day'],
    ['{"territory":"d-a/c-y/s-x"}', 'is-territory'],
    ['{"id":"019B76DA-A800-7384-9351-D97D4E9BC9D2"}', 'is-id'],
    ['{"mark":[]}', 'is-object'],
    ['{"mark":[{"text":"a"}]}', 'is-object'],
    ['{"mark":null}', 'is-object'],
    ['{"marks":[[]]}', 'is-object'],
    ['{"marks":[[{"text":"a"}]]}', 'is-object'],
    ['{"marks":[null]}', 'is-object'],
  ])('is refused for what is wrong with it: %s', async (body, code) => {
    expect(await post(body)).toEqual([400, code]);
  });

  it('is taken as text of code points, with times that exist', async () => {
    const good = { text: '保供👨‍👩', at: '2028-02-29T23:59:59.5+08:00', day: '2028-02-29', territory: 'd-a/s-b/c-y' };
    expect(await post(JSON.stringify(good))).toEqual([201, undefined]);
  });

  it('is JSON in UTF-8 only', async () => {
    expect(await post('{}', 'application/json; charset=gbk')).toEqual([415, undefined]);
  });
});

describe('an address', () => {
  it('whose id nothing can have leads nowhere, and one that cannot be read is malformed', async () => {
    for (const id of ['%00', '%E4%BF%9D', 'x'.repeat(101), '-'])
      expect((await get(`/api/v1/notes/${id}`)).status).toBe(404);
    for (const path of ['/api/v1/%zz', '/api/v1/notes/%ff']) {
      const reply = await get(path);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('asks with whole numbers and with text that can be kept', async () => {
    for (const query of [
      'limit=0x10',
      'limit=1e1',
      'limit=%207',
      'cursor=%00',
      '__proto__=1',
      'cursor=WyJcdTAwMDAiXQ%00',
    ]) {
      expect([query, (await get(`/api/v1/notes?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('of a live view tells its headers to whoever asks for nothing else', async () => {
    const reply = await get('/api/v1/notes/live', 'HEAD');
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });
});

describe('a method that an address does not answer', () => {
  it.each([
    ['/api/v1/notes', 'DELETE', 'GET, HEAD, POST'],
    ['/api/v1/notes?limit=1', 'PATCH', 'GET, HEAD, POST'],
    ['/api/v1/notes/n-1', 'POST', 'GET, HEAD'],
    ['/api/v1/notes/n-1', 'PROPFIND', 'GET, HEAD'],
    ['/health/live', 'PUT', 'GET, HEAD'],
  ])('is told which ones it does: %s %s', async (path, method, allowed) => {
    const reply = await get(path, method);
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, allowed]);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(await reply.json()).toMatchObject({ code: 'method-not-allowed', retryable: false });
  });

  it('is asked for its token first, and an address that nobody knows is still not found', async () => {
    const reply = await fetch(`${served.url}/api/v1/notes`, { method: 'DELETE' });
    expect([reply.status, reply.headers.get('allow')]).toEqual([401, null]);
    expect((await get('/api/v1/nothing', 'DELETE')).status).toBe(404);
  });
});

describe('a body that comes too slowly', () => {
  it('is answered 408, once, and its connection ends', async () => {
    const slow = await createHttpApp(NotesModule, { verifier, logger: pino({ level: 'silent' }), wholeWithinMs: 300 });
    const heard = await new Promise<string>((settle) => {
      const head = `POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n`;
      const socket = connect(slow.port, '127.0.0.1', () => {
        socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"text":`);
      });
      const drip = setInterval(() => socket.write(' '), 50);
      let text = '';
      socket.on('error', () => undefined).on('data', (part) => (text += part.toString()));
      socket.on('close', () => {
        clearInterval(drip);
        settle(text);
      });
    });
    await slow.close();
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 408']);
    expect(heard).toContain('Connection: close');
    expect(JSON.parse(heard.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'too-slow', retryable: true });
  });
});

describe('what is no request', () => {
  const spoken = (text: string): Promise<string> =>
    new Promise((settle) => {
      const socket = connect(served.port, '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.on('data', (part) => (heard += part.toString())).on('close', () => settle(heard));
    });

  it.each([
    ['GARBAGE\r\n\r\n', '400', 'malformed-request'],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '431', 'headers-too-large'],
    [
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
      '400',
      'malformed-request',
    ],
  ])('is answered as a problem all the same', async (text, status, code) => {
    const heard = await spoken(text);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toContain('application/problem+json');
    expect(JSON.parse(heard.split('\r\n\r\n')[1]!)).toMatchObject({ code });
  });
});
