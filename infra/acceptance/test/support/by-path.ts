import type { Client } from '@baogong/client';

/** Body, or problem details, under one name. */
export interface Reply {
  status: number;
  body: Record<string, unknown>;
  etag?: string;
  position?: string;
  replayed: boolean;
}

export interface Sent {
  as: string;
  /** POST unless said otherwise. */
  method?: 'POST' | 'PUT';
  key?: string;
  role?: string;
  ifMatch?: string;
}

/** For tables of requests whose paths are made at run time; everything else speaks in the types of the interface. */
export class ByPath {
  constructor(private readonly client: Client) {}

  command(path: string, body: unknown, { as, method = 'POST', ...sending }: Sent): Promise<Reply> {
    return this.reply(as, { method, path: `/api/v1/${path}`, body, ...sending });
  }

  get(path: string, as: string, after?: string): Promise<Reply> {
    return this.reply(as, { method: 'GET', path: `/api/v1/${path}`, ...(after ? { after } : {}) });
  }

  /** A command that the test expects to go well; its refusal is a fault of the test or of the system. */
  async must(path: string, body: unknown, sent: Sent): Promise<Reply> {
    const reply = await this.command(path, body, sent);
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply;
  }

  private async reply(as: string, sending: Parameters<Client['send']>[1]): Promise<Reply> {
    const answer = await this.client.send(as, sending);
    const { status, etag, position, replayed } = answer;
    const body = answer.ok ? answer.body : answer.problem;
    return { status, body, replayed, ...(etag ? { etag } : {}), ...(position ? { position } : {}) };
  }
}
