import fc from 'fast-check';
import { newId } from '@baogong/drill';
import type { Attack } from './attack.js';
import { jsonText, junk, junkName, junkText, rawBodies, type Json } from './junk.js';

/** A request as it ought to be, with ids of things that are there. */
export interface Sound {
  route: string;
  method: string;
  path: string;
  actor: string;
  ifMatch?: string;
  body?: Json;
  /** Names of what may be asked, for reads. */
  questions: string[];
}
export type TokenFor = (actor: string) => string;

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'POST', 'PROPFIND', 'SEARCH', 'LOCK'];
const TYPES = [
  'text/plain',
  'text/html',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json; charset="gbk"',
  'application/json;;;',
  'application/jsonp',
  'application/vnd.api+json',
  '*/*',
  '',
  'x',
];
const HEADERS: [string, string[]][] = [
  ['idempotency-key', ['', ' ', 'x'.repeat(255), 'x'.repeat(256), '1:2:3', 'timer:1', '\u00e9', "' or 1=1", '\t']],
  ['if-match', ['*', 'W/"1"', '""', '"-1"', '"999999999999999"', '9'.repeat(30), '1, 2', '"1', 'null', '"1e3"']],
  ['baogong-role', ['system', 'RESIDENT', '__proto__', 'a'.repeat(500), 'residents-committee, platform', '%00', '-']],
  ['baogong-after', ['x', ',', 'orders:9999=999999999999999', 'orders:3=', 'orders:0=0,'.repeat(99), 'nowhere:1=1']],
  [
    'authorization',
    ['', 'Bearer', 'Bearer x', 'Basic eDp4', `Bearer ${'a.'.repeat(3_000)}`, 'bearer a.b.c', 'Bearer ..'],
  ],
  ['traceparent', ['', 'x', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`, `ff-${'a'.repeat(32)}-${'b'.repeat(16)}-01`]],
  ['accept', ['text/html', 'image/png', '*', ';;', 'application/json;q=0']],
  ['accept-encoding', ['gzip;q=x', 'br', 'x'.repeat(300)]],
  ['expect', ['100-continue']],
  ['content-encoding', ['gzip', 'br', 'x']],
  ['x-http-method-override', ['DELETE', 'GET']],
  ['x-forwarded-for', ['127.0.0.1', "'", '::1, x']],
  ['x-forwarded-host', ['evil.example', 'a b']],
  ['host', ['evil.example', '[::1', 'a:b:c', '']],
  ['range', ['bytes=0-', 'bytes=9-1', 'x']],
  ['if-none-match', ['*', '"1"']],
  ['cookie', ['a=b', '='.repeat(2_000), '__proto__=1']],
  ['origin', ['null', 'https://evil.example']],
  ['upgrade', ['h2c', 'websocket']],
];
const SEGMENTS = [
  '%00',
  '%2e%2e',
  '..%2f..',
  '%2F',
  '%5c',
  '%ff',
  '%c0%af',
  '%u0041',
  '%',
  '%zz',
  '%252e',
  ';a=b',
  '*',
  '{id}',
  '~',
  '%0d%0aX:1',
  '%F0%9F%92%A5',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '-1',
  '0',
  `${'x'.repeat(101)}`,
  `${'x'.repeat(301)}`,
  `${'%41'.repeat(400)}`,
  'x'.repeat(9_000),
  '%ED%A0%80',
  "'--",
  '%20',
  '.',
  '019b76da-a800-7384-9351-d97d4e9bc9d2',
];
// prettier-ignore
const CURSORS = ['', 'x', 'e30', 'W10', 'WyIiXQ', 'WyJcdTAwMDAiXQ', 'WyJcdWQ4MDAiXQ', 'WzFd', 'W251bGxd', 'WyJ4IiwieSJd', 'WyJ4IiwxXQ',
  'WyInIiwiJyJd', 'WzFlNDAwXQ', 'W1tdXQ', 'WyJhIiwiYiIsImMiLCJkIiwiZSJd', 'x'.repeat(512), 'x'.repeat(513), '=', '%00']; // prettier-ignore
const LIMITS = [
  '0',
  '1',
  '100',
  '101',
  '-1',
  '1.5',
  '1e1',
  '0x10',
  ' 7',
  '7 ',
  '',
  'x',
  '9'.repeat(30),
  'NaN',
  '+5',
  '०',
];

/** Every way in which a sound request can be made a bad one. */
export function attacksOn(sound: Sound, tokenFor: TokenFor): fc.Arbitrary<Attack> {
  const plain = attackOf(sound, tokenFor);
  const changes = [inMethod(plain), inHeaders(plain), inPath(plain)];
  if (sound.method === 'GET') return fc.oneof({ weight: 4, arbitrary: inQuery(plain, sound.questions) }, ...changes);
  return fc.oneof(
    { weight: 10, arbitrary: inBody(plain, sound.body ?? {}) },
    { weight: 3, arbitrary: rawBodies(jsonText(sound.body ?? {})).map((body) => ({ ...fresh(plain), body })) },
    inType(plain),
    ...changes,
  );
}

function attackOf({ route, method, path, actor, ifMatch, body }: Sound, tokenFor: TokenFor): Attack {
  const command = method !== 'GET';
  return {
    route,
    method,
    path,
    ordinary: true,
    headers: {
      authorization: `Bearer ${tokenFor(actor)}`,
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(command ? { 'content-type': 'application/json' } : {}),
    },
    ...(command ? { body: Buffer.from(jsonText(body ?? {})) } : {}),
  };
}

// A key that stands for another request would be told before anything else is looked at.
function fresh(attack: Attack): Attack {
  if (attack.method === 'GET') return attack;
  return { ...attack, headers: { 'idempotency-key': newId(), ...attack.headers } };
}

const odd = (attack: Attack, change: Partial<Attack>): Attack => ({ ...fresh(attack), ordinary: false, ...change });

function inBody(plain: Attack, body: Json): fc.Arbitrary<Attack> {
  return fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'repeat'), junk, junkName), {
      minLength: 1,
      maxLength: 2,
    })
    .map((changes) => changes.reduce<Json>((now, change) => changed(now, change), structuredClone(body)))
    .map((value) => ({ ...fresh(plain), body: Buffer.from(jsonText(value)) }));
}

type Change = [at: number, how: string, value: Json, name: string];

function changed(body: Json, [at, how, thing, name]: Change): Json {
  // The same junk is drawn many times, and a second change may go into it.
  const value = structuredClone(thing);
  const places = placesIn(body);
  const place = places[at % Math.max(places.length, 1)];
  if (!place || how === 'add') return withField(body, name, value);
  const { holder, key } = place;
  if (how === 'remove') delete holder[key as never];
  else if (how === 'repeat' && Array.isArray(holder)) holder.push(...Array<Json>(at % 300).fill(holder[0] ?? null));
  else holder[key as never] = value as never;
  return body;
}

function withField(body: Json, name: string, value: Json): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  Object.defineProperty(body, name, { value, enumerable: true, configurable: true, writable: true });
  return body;
}

interface Spot {
  holder: Json[] | Record<string, Json>;
  key: string;
}

function placesIn(value: Json): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    { holder: value, key },
    ...placesIn((value as Record<string, Json>)[key]!),
  ]);
}

function inQuery(plain: Attack, questions: string[]): fc.Arbitrary<Attack> {
  const names = fc.oneof(
    fc.constantFrom(...questions, 'cursor', 'limit'),
    fc.constantFrom('stray', 'territory[]', 'limit[$gt]', '__proto__', 'limit '),
  );
  const pair = names.chain((name) => {
    const values = name === 'limit' ? fc.constantFrom(...LIMITS) : fc.oneof(junkText, fc.constantFrom(...CURSORS));
    return values.map((text): [string, string] => [name, text.slice(0, 2_000)]);
  });
  return fc.array(pair, { minLength: 1, maxLength: 3 }).map((query) => ({ ...plain, query }));
}

const inType = (plain: Attack): fc.Arbitrary<Attack> =>
  fc.constantFrom(...TYPES).map((type) => odd(plain, { headers: { ...fresh(plain).headers, 'content-type': type } }));

const inMethod = (plain: Attack): fc.Arbitrary<Attack> =>
  fc.constantFrom(...METHODS).map((method) => odd(plain, { method }));

const inHeaders = (plain: Attack): fc.Arbitrary<Attack> =>
  fc
    .constantFrom(...HEADERS)
    .chain(([name, values]) => fc.constantFrom(...values).map((value) => [name, value] as const))
    .map(([name, value]) => odd(plain, { headers: { ...fresh(plain).headers, [name]: value } }));

const inPath = (plain: Attack): fc.Arbitrary<Attack> =>
  fc.tuple(fc.nat(), fc.constantFrom(...SEGMENTS), fc.boolean()).map(([at, segment, beside]) => {
    const segments = plain.path.split('/');
    const place = 3 + (at % Math.max(segments.length - 3, 1));
    segments.splice(place, beside ? 0 : 1, segment);
    return odd(plain, { path: segments.join('/') });
  });
