import type { FastifyInstance } from 'fastify';
import { malformed, Problem } from './problems.js';

export const BODY_DEPTH_MAX = 16;
/** Names that every object has already: a list of allowed fields would overlook `toString`, or reach into the program. */
export const FORBIDDEN_NAMES = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

type Place = { value: unknown; pointer: string; depth: number };

/**
 * A body of JSON in UTF-8, or a problem that says what is wrong with it: text that no store can keep, a depth that no
 * request needs and names that would reach into the program are refused before anybody looks at the fields.
 */
export function readJsonBody(bytes: Buffer): object {
  const body = parsed(decoded(bytes));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw malformed('', 'must be a JSON object: {"field": value, ...}', 'not-an-object');
  }
  mustBePlain(body);
  return body;
}

/** Takes the place of the parser that Fastify brings along. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      if (!isUtf8(request.headers['content-type'])) throw new Problem('unsupported-media-type');
      done(null, readJsonBody(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

const isUtf8 = (type = ''): boolean => /^utf-?8$/i.test(/;\s*charset="?([^";\s]*)/i.exec(type)?.[1] ?? 'utf-8');

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('', 'must be encoded in UTF-8', 'not-utf-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('', 'must be JSON: a quote, comma or brace is missing or too many', 'not-json');
  }
}

function mustBePlain(body: object): void {
  const open: Place[] = [{ value: body, pointer: '', depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, pointer, depth } = place;
    if (typeof value === 'string') mustBeText(value, pointer);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= BODY_DEPTH_MAX) throw malformed('', `must not be nested more than ${BODY_DEPTH_MAX} deep`, 'too-deep');
    for (const [name, inner] of Object.entries(value)) {
      mustBeText(name, pointer);
      const below = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (FORBIDDEN_NAMES.has(name)) throw malformed(below, 'is not a field of this request', 'unknown-field');
      open.push({ value: inner, pointer: below, depth: depth + 1 });
    }
  }
}

function mustBeText(text: string, pointer: string): void {
  if (isStorable(text)) return;
  throw malformed(pointer, 'must be text without NUL characters and halves of surrogate pairs', 'not-text');
}

/** PostgreSQL keeps neither NUL nor half a character. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);
