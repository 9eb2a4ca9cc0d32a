import { join } from 'node:path';
import { Client, newId, type Acting, type Answer, type Done } from '@baogong/client';
import { createLocalIssuer } from '@baogong/identity';
import { seeingExchange } from './answers-seen.js';
import { ByPath } from './by-path.js';
import { query, type Rows } from './databases.js';
import { underTest, type Place } from './place.js';
import { send, type Raw, type Request } from './raw.js';

export const DISTRICT = 'd-pudong';
export const OFFICE = 'do-1';

/** A running whole, as its clients and its operator see it. */
export interface World {
  mode: 'embedded' | 'kafka' | 'compose';
  address: string;
  data: string;
  as(actor: string, role?: string): Acting;
  client: ByPath;
  tokenOf(actor: string): Promise<string>;
  /** One request just as it is written, with the actor's token where one is named. */
  raw(request: Request & { as?: string }): Promise<Raw>;
  sql<T extends object = Record<string, unknown>>(service: string, text: string, params?: unknown[]): Rows<T>;
  services(): string[];
  /** Moves the clock of every service forward. */
  pass(ms: number): Promise<void>;
  /** What the services' clocks show. */
  now(): Promise<number>;
}

export async function openWorld(place: Place = underTest()): Promise<World> {
  const { address, data, databases } = place;
  const tokenOf = await tokensOf(data);
  const client = new Client({ address, tokenOf, exchange: seeingExchange });
  const sql: World['sql'] = (service, text, params = []) => query(databases[service]!, text, params);
  const offset = async () => {
    const [row] = await sql<{ ms: string }>('orders', 'select clock_offset_ms as ms from es.installation');
    return Number(row!.ms);
  };
  return {
    mode: (process.env['BAOGONG_ACCEPTANCE'] ?? 'embedded') as World['mode'],
    address,
    data,
    as: (actor, role) => client.as(actor, role),
    client: new ByPath(client),
    tokenOf,
    async raw({ as, headers, ...request }) {
      const token: Record<string, string> = as ? { authorization: `Bearer ${await tokenOf(as)}` } : {};
      return send(address, { ...request, headers: { ...token, ...headers } });
    },
    sql,
    services: () => Object.keys(databases),
    async pass(ms) {
      const moved = (await offset()) + ms;
      for (const service of Object.keys(databases)) await sql(service, 'select es.move_clock($1)', [moved]);
      // Every service looks at its clock five times a second.
      await new Promise((later) => setTimeout(later, 500));
    },
    now: async () => Date.now() + (await offset()),
  };
}

async function tokensOf(data: string): Promise<World['tokenOf']> {
  const issuer = await createLocalIssuer(join(data, 'keys', 'issuer.json'));
  const tokens = new Map<string, Promise<string>>();
  return (actor) => {
    const token = tokens.get(actor) ?? issuer.sign(actor);
    tokens.set(actor, token);
    return token;
  };
}

/** @returns the answer to what the test expects to go well; a refusal is a fault of the test or of the system */
export function must<B>(answer: Answer<B>): Done<B> {
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.problem)}`);
  return answer;
}

export const instant = (ms: number): string => new Date(ms).toISOString();
export { newId };
