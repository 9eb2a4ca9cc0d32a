import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import type { Answer } from './answer.js';
import type { History } from './history.js';

export interface Sending {
  as: string;
  /** POST unless said otherwise. */
  method?: 'PUT';
  key?: string;
  role?: string;
  ifMatch?: string;
  /** Recorded in the history under this name. */
  action?: string;
}

interface Wire {
  method: string;
  path: string;
  body?: unknown;
  sending: Sending & { after?: string };
}

/** Actor's name to bearer token. */
export type TokenOf = (actor: string) => Promise<string>;

const TRIES = 60;
const PAUSE_MS = 500;
const LIMIT_MS = 10_000;

export function newId(): string {
  return uuid7(Date.now(), randomBytes(10));
}

/** The public API as a person or a program outside would call it; resends with the same key until it is answered. */
export class Client {
  constructor(
    readonly address: string,
    private readonly tokenOf: TokenOf,
    private readonly history: History,
  ) {}

  async command(path: string, body: unknown, sending: Sending): Promise<Answer> {
    const method = sending.method ?? 'POST';
    const key = sending.key ?? newId();
    const started = performance.now();
    const answer = await this.untilAnswered({ method, path, body, sending: { ...sending, key } });
    this.history.record({ ...sending, key, method, path, answer, milliseconds: performance.now() - started });
    return answer;
  }

  get(path: string, as: string, after?: string): Promise<Answer> {
    return this.untilAnswered({ method: 'GET', path, sending: { as, ...(after ? { after } : {}) } });
  }

  /** A command that the test expects to go well; its refusal is a fault of the test or of the system. */
  async must(path: string, body: unknown, sending: Sending): Promise<Answer> {
    const answer = await this.command(path, body, sending);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  private async untilAnswered(wire: Wire): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(wire).catch((failure: Error) => failure);
      const passing =
        answer instanceof Error || answer.status === 429 || answer.status === 502 || answer.status === 503;
      if (!passing) return answer;
      if (attempt === TRIES) throw answer instanceof Error ? answer : new Error(`${wire.path}: still ${answer.status}`);
      this.history.retried += 1;
      await new Promise((later) => setTimeout(later, PAUSE_MS));
    }
  }

  private async once({ method, path, body, sending }: Wire): Promise<Answer> {
    const { as, key, role, ifMatch, after } = sending;
    const headers: Record<string, string> = { authorization: `Bearer ${await this.tokenOf(as)}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (key) headers['idempotency-key'] = key;
    if (role) headers['baogong-role'] = role;
    if (ifMatch) headers['if-match'] = ifMatch;
    if (after) headers['baogong-after'] = after;
    const response = await fetch(`${this.address}/api/v1/${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(LIMIT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      replayed: response.headers.get('idempotent-replayed') === 'true',
      ...present('etag', response.headers.get('etag')),
      ...present('position', response.headers.get('baogong-position')),
    };
  }
}

function present<K extends string>(name: K, value: string | null): { [P in K]?: string } {
  return (value === null ? {} : { [name]: value }) as { [P in K]?: string };
}
