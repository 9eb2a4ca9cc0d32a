import { Client as PublicClient, newId, type Answer as PublicAnswer } from '@baogong/client';
import type { Answer } from './answer.js';
import { leanExchange } from './exchange.js';
import type { History } from './history.js';

export { newId };

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

/** Actor's name to bearer token. */
export type TokenOf = (actor: string) => Promise<string>;

/** Long enough for a whole instance to be killed and to come back. */
const PATIENCE = { attemptMs: 10_000, totalMs: 120_000, pauseMs: 200 };

/** The public client, with a history of what it was told; resends with the same key until it is answered. */
export class Client {
  readonly public: PublicClient;

  constructor(
    readonly address: string,
    tokenOf: TokenOf,
    private readonly history: History,
  ) {
    this.public = new PublicClient({
      address,
      tokenOf,
      patience: PATIENCE,
      exchange: leanExchange,
      onAttempt: ({ status, failure }) => history.attempted({ status, failure }),
    });
  }

  async command(path: string, body: unknown, { as, action, ...sending }: Sending): Promise<Answer> {
    const { method = 'POST', key = newId() } = sending;
    const started = performance.now();
    const told = await this.public.send(as, { ...sending, method, path: `/api/v1/${path}`, body, key });
    const answer = plain(told);
    const milliseconds = performance.now() - started;
    this.history.record({ as, key, method, path, answer, milliseconds, ...(action && { action }) });
    return answer;
  }

  async get(path: string, as: string, after?: string): Promise<Answer> {
    const told = await this.public.send(as, { method: 'GET', path: `/api/v1/${path}`, ...(after && { after }) });
    return plain(told);
  }

  /** A command that the test expects to go well; its refusal is a fault of the test or of the system. */
  async must(path: string, body: unknown, sending: Sending): Promise<Answer> {
    const answer = await this.command(path, body, sending);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }
}

function plain(told: PublicAnswer<Record<string, unknown>>): Answer {
  const { status, replayed, etag, position } = told;
  const body = told.ok ? told.body : (told.problem as Record<string, unknown>);
  return { status, replayed, body, ...(etag && { etag }), ...(position && { position }) };
}
