import type { WireAnswer } from './answers.js';

export interface WireRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** One request and its answer, without retry; rejects where no answer came. */
export type Exchange = (request: WireRequest) => Promise<WireAnswer>;

/** By the platform's own fetch. Give another where its cost per request matters, as under load. */
export const fetchExchange: Exchange = async ({ url, ...request }) => {
  const response = await fetch(url, request);
  const text = await response.text();
  return { status: response.status, text, header: (name) => response.headers.get(name) ?? undefined };
};
