import { excelCsv, type CellOut } from '@baogong/disclosure';
import type { FastifyReply } from 'fastify';
import { languageOf } from './refusal-problem.js';

/** A column of a list that can be asked for as a table: its titles, and what it says of an item. */
export interface Column<T> {
  zh: string;
  en: string;
  cell(item: T): CellOut;
}

const CSV = 'text/csv';

/**
 * The list as it is, or as CSV that Excel opens rightly where `Accept` asks for it; the cursor of the next page then
 * stands in the header `Baogong-Next`.
 * @param reply taken with `passthrough: true`
 */
export function listOrTable<T, P extends { items: readonly T[]; next?: string | null }>(
  reply: FastifyReply,
  page: P,
  columns: readonly Column<T>[],
): P | string {
  void reply.header('vary', 'accept, accept-language');
  if (!asksFor(reply.request.headers.accept, CSV)) return page;
  const language = languageOf(reply.request.headers['accept-language']);
  void reply.header('content-type', `${CSV}; charset=utf-8`);
  void reply.header('content-language', language === 'zh' ? 'zh-CN' : 'en');
  if (page.next) void reply.header('baogong-next', page.next);
  const titles = columns.map((column) => column[language]);
  return excelCsv(
    titles,
    page.items.map((item) => columns.map(({ cell }) => cell(item))),
  );
}

/** Whether `Accept` names the media type; a caller that takes anything is given JSON. */
export function asksFor(accept: string | undefined, type: string): boolean {
  return (accept ?? '').split(',').some((part) => {
    const [asked = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    return asked === type && !parameters.some((text) => /^q=0(\.0*)?$/.test(text));
  });
}
