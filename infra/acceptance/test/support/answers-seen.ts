import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fetchExchange, type Exchange } from '@baogong/client';
import { Documented, type Answered, type Documentation } from './documented.js';

const COMMITTED = resolve(import.meta.dirname, '../../../../docs/openapi.json');
const documented = new Documented(JSON.parse(readFileSync(COMMITTED, 'utf8')) as Documentation);
const misfits = new Set<string>();

/** Notes an answer that is not as docs/openapi.json has it; that the document is the one served, a test of its own sees to. */
export function seeAnswer(answered: Answered): void {
  const misfit = documented.misfit(answered);
  if (misfit !== undefined) misfits.add(misfit);
}

/** @returns what was noted since the last time */
export function takeMisfits(): string[] {
  const taken = [...misfits];
  misfits.clear();
  return taken;
}

/** Throws nothing: the client would take it for an answer that did not come, and ask again. */
export const seeingExchange: Exchange = async (request) => {
  const answer = await fetchExchange(request);
  const { method, url } = request;
  const { pathname, search } = new URL(url);
  const { status, text } = answer;
  seeAnswer({ method, path: pathname + search, status, text, type: answer.header('content-type') ?? '' });
  return answer;
};
