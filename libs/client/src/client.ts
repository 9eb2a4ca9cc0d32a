import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { answerOf, type Answer, type WireAnswer } from './answers.js';
import { fetchExchange, type Exchange } from './exchange.js';
import { isPassing, PATIENCE, pauseBefore, type Patience } from './patience.js';
import { fill, type AnswerOf, type Asking, type Commanding, type ItemOf, type PathOf } from './typing.js';

/** One try of a request, told to `onAttempt` as soon as its outcome is known. */
export interface Attempt {
  as: string;
  method: string;
  path: string;
  /** Of commands; the same in every attempt at one command. */
  key?: string;
  /** 1 for the first. */
  number: number;
  /** Undefined where no answer came: whether the command was done is unknown. */
  status?: number;
  failure?: Error;
  milliseconds: number;
}

export interface ClientOptions {
  /** Like https://example.org, without the path. */
  address: string;
  /** @returns the bearer token of this actor; a text where it is at hand, which spares a turn of the event loop */
  tokenOf(actor: string): string | Promise<string>;
  patience?: Partial<Patience>;
  onAttempt?(attempt: Attempt): void;
  /** How one request is sent; the platform's fetch unless told. */
  exchange?: Exchange;
}

/** A request by its path as text, for callers who make up paths at run time. */
export interface Sending {
  method: string;
  /** From the root on, like /api/v1/orders. */
  path: string;
  body?: unknown;
  key?: string;
  role?: string;
  ifMatch?: string;
  after?: string;
}

/** No attempt was answered in the time given: whether a command was done is unknown, and its key asks again. */
export class Unanswered extends Error {
  constructor(
    readonly path: string,
    readonly key: string | undefined,
    cause: unknown,
  ) {
    super(`${path} was not answered: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** @returns a UUID version 7 made here and now: the id of a new thing, or an Idempotency-Key */
export function newId(): string {
  return uuid7(Date.now(), randomBytes(10));
}

/** The public interface of Baogong for any number of actors. */
export class Client {
  private readonly patience: Patience;
  private readonly exchange: Exchange;

  constructor(private readonly options: ClientOptions) {
    this.patience = { ...PATIENCE, ...options.patience };
    this.exchange = options.exchange ?? fetchExchange;
  }

  /**
   * @param actor whose token goes with every request
   * @param role to act in, where the actor holds several
   */
  as(actor: string, role?: string): Acting {
    return new Acting(this, actor, role);
  }

  /**
   * Asks again with the same key while the answer is passing (429, 502, 503, 504) or does not come.
   * @returns the last answer
   * @throws Unanswered where none came at all
   */
  async send<B = Record<string, unknown>>(as: string, sending: Sending): Promise<Answer<B>> {
    const started = performance.now();
    const request = { as, ...keyed(sending) };
    const body = sending.body === undefined ? undefined : JSON.stringify(sending.body);
    for (let number = 1; ; number += 1) {
      const outcome = await this.attempt(request, body, number);
      const answer = outcome instanceof Error ? undefined : outcome;
      if (answer && !isPassing(answer.status)) return answerOf<B>(answer);
      const pauseMs = pauseBefore(this.patience, { attempt: number, answer }, Math.random());
      if (performance.now() - started + pauseMs > this.patience.totalMs) {
        if (answer) return answerOf<B>(answer);
        throw new Unanswered(sending.path, request.key, outcome);
      }
      await new Promise((later) => setTimeout(later, pauseMs));
    }
  }

  private async attempt(
    request: Sending & { as: string },
    body: string | undefined,
    number: number,
  ): Promise<WireAnswer | Error> {
    const { as, method, path, key } = request;
    const token = this.options.tokenOf(as);
    const headers = headersOf(request, typeof token === 'string' ? token : await token);
    const started = performance.now();
    const outcome = await this.exchange({
      method,
      url: this.options.address + path,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(this.patience.attemptMs),
    }).catch((failure: unknown) => (failure instanceof Error ? failure : new Error(String(failure))));
    this.options.onAttempt?.({
      as,
      method,
      path,
      ...(key === undefined ? {} : { key }),
      number,
      ...(outcome instanceof Error ? { failure: outcome } : { status: outcome.status }),
      milliseconds: performance.now() - started,
    });
    return outcome;
  }
}

/** One actor's use of the interface: paths, bodies and answers are those of docs/openapi.json. */
export class Acting {
  constructor(
    private readonly client: Client,
    readonly actor: string,
    readonly role?: string,
  ) {}

  /** @param asking path and query parameters, and `after`: the positions the answer must have seen */
  get<P extends PathOf<'get'>>(path: P, asking: Asking<NoInfer<P>>): Promise<Answer<AnswerOf<P, 'get'>>> {
    const { path: parameters, query, after } = asking as Asking<string>;
    const positions = [after ?? []].flat().join(', ');
    const seen = positions === '' ? {} : { after: positions };
    return this.send({ method: 'GET', path: fill(path, parameters, query), ...seen });
  }

  /** @param command its body, and `key` where an earlier command is to be repeated; a new key unless told */
  post<P extends PathOf<'post'>>(
    path: P,
    command: Commanding<NoInfer<P>, 'post'>,
  ): Promise<Answer<AnswerOf<P, 'post'>>> {
    return this.command('POST', path, command as Commanding<string, 'post'>);
  }

  /** @param command its body and `ifMatch`, the `etag` of what was read */
  put<P extends PathOf<'put'>>(path: P, command: Commanding<NoInfer<P>, 'put'>): Promise<Answer<AnswerOf<P, 'put'>>> {
    return this.command('PUT', path, command as Commanding<string, 'put'>);
  }

  /** @returns every item of a list, page by page; throws where a page is refused */
  async *each<P extends PathOf<'get'>>(path: P, asking: Asking<NoInfer<P>>): AsyncGenerator<ItemOf<P>> {
    let cursor: string | undefined;
    do {
      const { query, ...rest } = asking as Asking<string>;
      const page = await this.get(path, { ...rest, query: { ...query, ...(cursor ? { cursor } : {}) } } as Asking<P>);
      if (!page.ok) throw new Error(`${path}: ${page.status} ${page.problem.code} ${page.problem.detail}`);
      const { items, next } = page.body as unknown as { items: ItemOf<P>[]; next: string | null };
      yield* items;
      cursor = next ?? undefined;
    } while (cursor);
  }

  private command<B>(method: string, path: string, command: Commanding<string, 'post'>): Promise<Answer<B>> {
    const { path: parameters, body, key, ifMatch } = command;
    return this.send({
      method,
      path: fill(path, parameters),
      body: body ?? {},
      ...(key === undefined ? {} : { key }),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
  }

  private send<B>(sending: Sending): Promise<Answer<B>> {
    return this.client.send<B>(this.actor, { ...sending, ...(this.role === undefined ? {} : { role: this.role }) });
  }
}

function keyed(sending: Sending): Sending {
  return sending.method === 'GET' ? sending : { ...sending, key: sending.key ?? newId() };
}

function headersOf({ body, key, role, ifMatch, after }: Sending, token: string): Record<string, string> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key !== undefined) headers['idempotency-key'] = key;
  if (role !== undefined) headers['baogong-role'] = role;
  if (ifMatch !== undefined) headers['if-match'] = ifMatch;
  if (after !== undefined) headers['baogong-after'] = after;
  return headers;
}
