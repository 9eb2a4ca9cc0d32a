import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LocalIssuer } from '@baogong/identity';
import type { HealthReport } from '@baogong/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BOOTSTRAP_ACTOR, type SamplePerson } from './people.js';
import { renderStartPage, renderTokenPage } from './start-page-html.js';
import { STYLE } from './start-page-style.js';
import { WORDS, type Language } from './start-page-words.js';

export type StartPageOptions = {
  people: readonly SamplePerson[];
  issuer?: LocalIssuer;
  running(): Promise<HealthReport>;
};

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-language',
  'content-security-policy': [
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:",
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
const FILE_HEADERS = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
/** The page's script is compiled with everything else and served as it is. */
const SCRIPT = resolve(import.meta.dirname, '../dist/live-view.js');
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export function addStartPage(server: FastifyInstance, { people, issuer, running }: StartPageOptions): void {
  const watcher = people.find(({ actor }) => actor === BOOTSTRAP_ACTOR)?.actor;
  server.get('/', async (request, reply) => {
    const tokens = issuer !== undefined && isLoopback(request);
    const language = languageOf(request);
    const watched = watcher === undefined ? {} : { watcher };
    return page(reply, language, renderStartPage({ people, tokens, language, running: await running(), ...watched }));
  });
  server.get('/start/page.css', (_request, reply) =>
    reply.headers(FILE_HEADERS).type('text/css; charset=utf-8').send(STYLE),
  );
  server.get('/start/live-view.js', (_request, reply) =>
    reply.headers(FILE_HEADERS).type('text/javascript; charset=utf-8').send(readFileSync(SCRIPT, 'utf8')),
  );
  if (issuer) addTokens(server, { people, issuer });
}

function addTokens(server: FastifyInstance, { people, issuer }: Required<Omit<StartPageOptions, 'running'>>): void {
  server.get('/start/token/:actor', async (request, reply) => {
    const { actor } = request.params as { actor: string };
    const person = people.find((candidate) => candidate.actor === actor);
    // Whoever is not sitting at this machine gets the answer of an address that is not there.
    if (!isLoopback(request) || !person) return reply.callNotFound();
    const token = await issuer.sign(actor);
    if (request.headers.accept === 'application/json') return reply.headers(FILE_HEADERS).send({ token });
    const origin = `http://${request.headers.host}`;
    const language = languageOf(request);
    return page(reply, language, renderTokenPage({ person, token, origin, language }));
  });
}

function page(reply: FastifyReply, language: Language, html: string): FastifyReply {
  return reply.headers({ ...HEADERS, 'content-language': WORDS[language].html }).send(html);
}

/**
 * The connection comes from this machine, was not handed on by a proxy, and the browser believes to be talking to this
 * machine: a stranger's name that was made to point here does not count.
 */
export function isLoopback(request: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  const { headers, socket } = request;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const local = address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);
  const forwarded = 'x-forwarded-for' in headers || 'forwarded' in headers || 'via' in headers;
  const name = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  return local && !forwarded && !foreign && LOOPBACK_NAMES.has(name);
}

/** `?lang=` wins; else the first language of the browser's list, by weight, that we have; else Chinese. */
export function languageOf({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { lang } = query as { lang?: unknown };
  const asked = typeof lang === 'string' ? languageIn(lang) : undefined;
  if (asked) return asked;
  const wishes = (headers['accept-language'] ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { language: languageIn(tag), weight: Number(weight) || 0 };
  });
  const known = wishes.filter(({ language, weight }) => language !== undefined && weight > 0);
  return known.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'zh';
}

function languageIn(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split('-');
  return primary === 'en' || primary === 'zh' ? primary : undefined;
}
