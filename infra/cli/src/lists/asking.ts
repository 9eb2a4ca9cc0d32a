import type { Acting, Answer, AnswerOf, Asking, ItemOf, PathOf, Refused } from '@baogong/client';
import { trouble, type Trouble } from '@baogong/operation';

/** Every item of a list, page by page. @throws Trouble with rule, basis and appeal where it is refused */
export async function allOf<P extends PathOf<'get'>>(
  acting: Acting,
  path: P,
  query: Record<string, unknown> = {},
): Promise<ItemOf<P>[]> {
  const items: ItemOf<P>[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await acting.get(path, {
      query: { limit: 100, ...query, ...(cursor ? { cursor } : {}) },
    } as unknown as Asking<P>);
    const body = bodyOf(page, path) as unknown as { items: ItemOf<P>[]; next: string | null };
    items.push(...body.items);
    if (body.next === null) return items;
    cursor = body.next;
  }
}

/** One thing and its version. */
export async function oneOf<P extends PathOf<'get'>>(
  acting: Acting,
  path: P,
  id: string,
): Promise<{ body: AnswerOf<P, 'get'>; etag: string }> {
  const answer = await acting.get(path, { path: { id } } as unknown as Asking<P>);
  return { body: bodyOf(answer, path), etag: answer.etag ?? '' };
}

/** One page as it was published. */
export async function bulletinOf(acting: Acting, { territory, day }: { territory: string; day: string }) {
  const path = { place: territory.replaceAll('/', '.'), day };
  const asking = { path } as unknown as Asking<'/api/v1/bulletins/{place}/{day}'>;
  return bodyOf(await acting.get('/api/v1/bulletins/{place}/{day}', asking), '/api/v1/bulletins');
}

function bodyOf<B>(answer: Answer<B>, path: string): B {
  if (answer.ok) return answer.body;
  throw refusalOf(answer, path.split('/').find((part) => part !== '' && part !== 'api' && part !== 'v1') ?? path);
}

export function refusalOf(answer: Refused, what: string): Trouble {
  return trouble('list-refused', { what, words: wordsOf(answer), appeal: answer.problem.appeal ?? '' });
}

/** What the installation says of a refusal, with the places in the request and the rule behind it. */
export function wordsOf({ problem }: Refused): string {
  const places = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`);
  const rule = problem.rule ? `(rule ${problem.rule}; basis: ${problem.basis ?? 'none'})` : '';
  return [problem.detail, ...places, rule].filter((part) => part !== '').join(' ');
}

/** Works on several items at once, on each once. */
export async function sideBySide<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const AT_ONCE = 8;
