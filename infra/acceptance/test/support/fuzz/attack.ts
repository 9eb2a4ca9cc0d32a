import { Agent, request } from 'node:http';

/** One request, wrong on purpose or nearly right. */
export interface Attack {
  /** Path of the OpenAPI document that it aims at. */
  route: string;
  method: string;
  /** As it goes over the wire, without the query. */
  path: string;
  query?: [string, string][];
  headers: Record<string, string>;
  body?: Buffer;
  /** Address, token, key and headers are in order: only body or query are in question. */
  ordinary: boolean;
}

export interface Reply {
  status: number;
  type: string;
  text: string;
}

const LIMIT_MS = 20_000;
const CONNECTIONS = 16;
export const KEPT = 100_000;

export const targetOf = ({ path, query = [] }: Attack): string =>
  query.length === 0 ? path : `${path}?${query.map((pair) => pair.map(encoded).join('=')).join('&')}`;

// encodeURIComponent throws on half a character; as bytes that are no UTF-8 it can still be sent.
const encoded = (text: string): string => (/\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text));

/** Sends them with a few connections, just as they are written; each reply is handed on with its attack. */
export async function fire(address: string, attacks: Attack[], seen: (attack: Attack, reply: Reply) => void) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = [...attacks];
  const worker = async () => {
    for (let attack = waiting.shift(); attack; attack = waiting.shift())
      seen(attack, await sent(address, attack, agent));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
}

function sent(address: string, attack: Attack, agent: Agent): Promise<Reply> {
  const { method, headers, body } = attack;
  return new Promise((settle, fail) => {
    const length: Record<string, string> = body ? { 'content-length': String(body.length) } : {};
    const options = { method, agent, headers: { ...length, ...headers }, path: targetOf(attack), timeout: LIMIT_MS };
    const asked = request(address, options, (answer) => {
      const type = answer.headers['content-type'] ?? '';
      const done = (text: string) => settle({ status: answer.statusCode ?? 0, type, text });
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text = (text + part).slice(0, KEPT);
        // A live view never ends by itself.
        if (!type.startsWith('text/event-stream')) return;
        done(text);
        asked.destroy();
      });
      answer.on('end', () => done(text));
      const cut = () =>
        fail(new Error(`the answer to ${method} ${targetOf(attack)} broke off after ${text.length} characters`));
      answer.on('error', cut);
      answer.on('close', cut);
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${method} ${targetOf(attack)}`)));
    asked.on('error', fail);
    asked.end(body);
  });
}
