import type { LocalIssuer } from '@baogong/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SamplePerson } from './people.js';
import { renderStartPage, renderTokenPage } from './start-page-html.js';
import type { Language } from './start-page-html.js';

export type StartPageOptions = { people: readonly SamplePerson[]; issuer?: LocalIssuer };

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export function addStartPage(server: FastifyInstance, { people, issuer }: StartPageOptions): void {
  server.get('/', (request, reply) => {
    const tokens = issuer !== undefined && isLoopback(request);
    return page(reply, renderStartPage({ people, tokens, language: languageOf(request) }));
  });
  if (!issuer) return;
  server.get('/start/token/:actor', async (request, reply) => {
    const { actor } = request.params as { actor: string };
    const person = people.find((candidate) => candidate.actor === actor);
    // Whoever is not sitting at this machine gets the answer of an address that is not there.
    if (!isLoopback(request) || !person) return reply.callNotFound();
    const token = await issuer.sign(actor);
    const origin = `http://${request.headers.host}`;
    return page(reply, renderTokenPage({ person, token, origin, language: languageOf(request) }));
  });
}

function page(reply: FastifyReply, html: string): FastifyReply {
  return reply.headers(HEADERS).send(html);
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

function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: string };
  if (lang === 'en' || lang === 'zh') return lang;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}
