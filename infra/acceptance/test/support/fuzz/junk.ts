import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Stands in JSON text for what no JavaScript value can say, and is put in afterwards. */
const RAW = { '@@huge@@': '1e400', '@@digits@@': '9'.repeat(400), '@@point@@': '1.0000000000000000001' };

const numbers = [0, -0, -1, 1.5, 1e21, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e300, 5e-324, 99_999_999];
const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202egnp',
  '\u001b[31m',
  '\r\nSet-Cookie: a=b',
  '💥'.repeat(150),
  '👨‍👩‍👧‍👦️'.repeat(40),
  'é'.repeat(301),
  'x'.repeat(64),
  'x'.repeat(5_000),
  "'; drop table es.event; --",
  '${7*7}{{7*7}}%s%n',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=1+1',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  'true',
  '1',
  '１２',
];
const moments = [
  '2026-02-30T00:00:00Z',
  '2026-06-30T23:59:60Z',
  '2026-01-01',
  '2026-W01-1',
  '2026-001T00:00:00Z',
  '2026-01-01T00:00:00',
  '2026-01-01T24:00:00Z',
  '2026-01-01t00:00:00z',
  '2026-01-01 00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '2000-01-01T00:00:00+14:00',
  '2999-12-31T23:59:59.999999999-12:00',
  'now',
  'infinity',
  'tomorrow',
  '20260101',
];
const places = [
  'd-',
  'd-pudong//c-y',
  'd-pudong/',
  '/d-pudong',
  'd-pudong/c-y/s-x',
  'd-pudong/s-weifang/c-y/c-z',
  'd-pudong/s-weifang/c-../b-1',
  `d-${'x'.repeat(290)}`,
  `d-a/s-${'b/s-'.repeat(70)}`,
  'D-PUDONG',
  'd-浦东',
];
const ids = [
  '00000000-0000-0000-0000-000000000000',
  '019B76DA-A800-7384-9351-D97D4E9BC9D2',
  '019b76da-a800-4384-9351-d97d4e9bc9d2',
  '{019b76da-a800-7384-9351-d97d4e9bc9d2}',
  '019b76daa80073849351d97d4e9bc9d2',
  '019b76da-a800-7384-9351-d97d4e9bc9d2\n',
];

export const junkText = fc.oneof(
  fc.constantFrom(...texts, ...moments, ...places, ...ids),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 320 }),
);

const shapes: Json[] = [null, true, false, [], {}, [[]], [null], [{}], { $gt: '' }, { length: 5 }, ['a'.repeat(3)]];

export const junk: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: junkText as fc.Arbitrary<Json> },
  { weight: 2, arbitrary: fc.constantFrom<Json>(...numbers, ...Object.keys(RAW)) },
  { weight: 2, arbitrary: fc.constantFrom<Json>(...shapes) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json> },
);

export const junkName = fc.oneof(
  fc.constantFrom('stray', '__proto__', 'constructor', 'prototype', 'toString', 'id ', '', '\u0000', 'a/b~c', '@type'),
  fc.string({ maxLength: 20 }),
);

export const jsonText = (value: Json): string =>
  Object.entries(RAW).reduce((text, [mark, raw]) => text.replaceAll(`"${mark}"`, raw), JSON.stringify(value));

/** Bodies that are no change of a good one: what a broken program, a proxy or an attacker sends. */
export const rawBodies = (good: string): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.nat({ max: Math.max(good.length - 1, 0) }).map((length) => Buffer.from(good.slice(0, length))),
    fc
      .tuple(fc.nat({ max: good.length }), fc.uint8Array({ minLength: 1, maxLength: 3 }))
      .map(([at, bytes]) => Buffer.concat([Buffer.from(good.slice(0, at)), bytes, Buffer.from(good.slice(at))])),
    fc
      .constantFrom('[', '{"a":', '{"reason":')
      .chain((open) => fc.constantFrom(3, 20, 5_000, 40_000).map((times) => Buffer.from(open.repeat(times)))),
    fc.constantFrom(3, 20, 5_000, 100_000).map((depth) => Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
    fc
      .constantFrom(3, 15, 16, 17, 5_000)
      .map((depth) => Buffer.from(`{"reason":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`)),
    fc
      .constantFrom('null', 'true', '0', '""', '[]', `[${good}]`, `${good}${good}`, `\ufeff${good}`, '')
      .map(Buffer.from),
    fc.constant(Buffer.from(good.replace('{', '{"stray":1,"stray":2,'))),
    fc.constant(Buffer.from(good, 'utf16le')),
    fc.constant(Buffer.from(`${good.slice(0, -1)},"reason":"\xff\xfe"}`, 'latin1')),
    fc.constant(Buffer.from(good.replace('{', `{"pad":"${'x'.repeat(300_000)}",`))),
    fc.constant(Buffer.from(`{"lines":[${'{},'.repeat(60_000)}{}]}`)),
    fc.constant(Buffer.from(good.replace('{', '{"__proto__":{"admin":true},'))),
    fc.constant(Buffer.from(good.replace('{', '{"\\u005f_proto__":null,'))),
  );

export type { Json };
