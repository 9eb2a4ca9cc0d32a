import type { paths } from './interface.generated.js';

type Method = 'get' | 'post' | 'put';
type Operation<P, M extends Method> = P extends keyof paths ? NonNullable<paths[P][M]> : never;
type Parameters<O> = O extends { parameters: infer A } ? A : never;
type Inside<A, K extends string> = A extends { [N in K]?: infer V } ? NonNullable<V> : never;
type Content<R> = R extends { content: { 'application/json': infer B } } ? B : Record<string, unknown>;
type Responses<O> = O extends { responses: infer R } ? R : never;
type Good<R> = Content<R[keyof R & (200 | 201 | 202)]>;
type Sent<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;
type Optional<T> = { [K in keyof T]?: T[K] };
type Filled<P extends string> = P extends `${string}{${string}}${string}` ? true : false;

/** Paths of the interface that answer this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends object ? P : never;
}[keyof paths];

/** What an answer of 200, 201 or 202 holds. */
export type AnswerOf<P, M extends Method> = Good<Responses<Operation<P, M>>>;

/** What a list on this path holds. */
export type ItemOf<P> = AnswerOf<P, 'get'> extends { items: (infer I)[] } ? I : never;

/** What a command on this path must hold. */
export type BodyOf<P, M extends 'post' | 'put'> = Sent<Operation<P, M>>;

type PathParameters<P extends string, M extends Method> =
  Filled<P> extends true ? { path: Inside<Parameters<Operation<P, M>>, 'path'> } : { path?: undefined };

export type Asking<P extends string> = string extends P
  ? { path?: Record<string, string>; query?: Record<string, unknown>; after?: string | string[] }
  : PathParameters<P, 'get'> & {
      query?: Optional<Inside<Parameters<Operation<P, 'get'>>, 'query'>>;
      /** Baogong-Position of the commands whose effects the answer must show. */
      after?: string | string[];
    };

export type Commanding<P extends string, M extends 'post' | 'put'> = string extends P
  ? { path?: Record<string, string>; body?: unknown; key?: string; ifMatch?: string }
  : PathParameters<P, M> & {
      key?: string;
      ifMatch?: string;
    } & (BodyOf<P, M> extends undefined ? { body?: undefined } : { body: BodyOf<P, M> });

/** @returns the path with its parameters put in and its query added, each of them escaped */
export function fill(
  path: string,
  parameters: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${path}: ${name} is missing`);
    return encodeURIComponent(value);
  });
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return filled;
  return `${filled}?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)]))}`;
}
