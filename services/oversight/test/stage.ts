import { randomBytes, randomUUID } from 'node:crypto';
import {
  matrixKeyOf,
  startService,
  type ServiceDefinition,
  type StartedService,
  type StreamRef,
} from '@baogong/commanding';
import { CONTRACTS, type Context } from '@baogong/contracts';
import { accept, type Decider } from '@baogong/decider';
import { createDirectPipe, type PublishedMap } from '@baogong/event-pipe';
import { createHttpApp, type HttpApp } from '@baogong/http';
import { uuid7 } from '@baogong/kernel';
import { createLogger } from '@baogong/observability';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import type { DynamicModule } from '@nestjs/common';
import { oversightServiceFor } from '../src/index.js';

export const INSTALLATION = { district: 'd-pudong', office: 'do-1', officeName: 'Pudong District Office' };
/** Of the key of the district. */
export const SEED = Buffer.alloc(32, 7);
export const COMMUNITY = 'd-pudong/s-weifang/c-y';

interface Told {
  type: string;
  at: string;
  data: unknown;
}

/** Whoever says the actor's name is that actor: tokens are proven elsewhere. */
const verifier = { verify: (token: string) => Promise.resolve({ ok: true as const, actor: token }) };
const log = createLogger({ service: 'oversight-spec', level: process.env['BAOGONG_TEST_LOG'] ?? 'silent' });
const teller: Decider<null, Told, Told, never> = { initial: null, decide: (told) => accept(told), evolve: () => null };

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown> & { items: Record<string, unknown>[] };
}

interface Sending {
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

/** Oversight whole on real PostgreSQL; its neighbours are logs that tell what a spec has them tell. */
export class Stage {
  http!: HttpApp;
  oversight!: StartedService;
  protected database!: FreshDatabase;
  private pipe = createDirectPipe();
  private readonly wordsMaster = new Uint8Array(randomBytes(32));
  private readonly neighbours = new Map<Context, StartedService>();
  private readonly databases: FreshDatabase[] = [];

  async open(...names: Context[]): Promise<this> {
    this.database = await freshDatabase('oversight');
    this.databases.push(this.database);
    await this.prepare();
    await this.start();
    // Until the matrix it has just published has come back to it, a service decides nothing.
    await eventually(
      () => this.get('do-1', 'actors'),
      ({ status }) => status === 200,
    );
    for (const name of names) await this.addNeighbour(name);
    return this;
  }

  /** What has to be done to the empty database. */
  protected prepare(): Promise<void> {
    return Promise.resolve();
  }

  async start(): Promise<void> {
    const { ownerUrl, appUrl } = this.database;
    const { pipe, wordsMaster } = this;
    const keys = { wordsMaster, matrixSigning: SEED, matrixKeys: [matrixKeyOf(SEED)] };
    const options = { ownerUrl, appUrl, pipe, verifier, log, keys };
    this.oversight = await startService(oversightServiceFor(INSTALLATION), options);
    const { definition, runtime } = this.oversight;
    this.http = await createHttpApp(definition.module(runtime) as DynamicModule, { verifier, logger: log });
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.oversight.close(5000);
  }

  async close(): Promise<void> {
    // Whoever reads a log ends before the service whose log it is.
    await Promise.all([...this.neighbours.values()].map((neighbour) => neighbour.close(5000)));
    await this.stop();
    await this.pipe.close(1000);
    for (const database of this.databases) await database.drop();
  }

  /** A neighbour's event, on a stream of that neighbour. */
  async tell(source: Context, stream: string, told: Told & { territory?: string }): Promise<void> {
    const { type, at, data, territory = COMMUNITY } = told;
    await tellOn(this.neighbours.get(source)!, { id: stream, kind: 'told', territory }, { type, at, data });
  }

  /** An event of oversight's own, as an earlier version of it would have left it. */
  append(stream: StreamRef, { type, data }: { type: string; data: unknown }): Promise<void> {
    return tellOn(this.oversight, stream, { type, at: this.oversight.runtime.clock.now(), data });
  }

  /** Oversight has applied all that the neighbours have told. */
  async settle(): Promise<void> {
    for (const [source, { runtime }] of [...this.neighbours, ['oversight', this.oversight] as const]) {
      const heads = await runtime.store.heads();
      const vector = heads.flatMap((pos, shard) => (pos > 0 ? [`${source}:${shard}=${pos}`] : [])).join(',');
      if (vector && !(await this.oversight.runtime.waitFor(vector, 10_000))) throw new Error(`stuck before ${vector}`);
    }
  }

  get(actor: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call({ method: 'GET', path, headers: { authorization: `Bearer ${actor}`, ...headers } });
  }

  post(actor: string, path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.send(actor, { path, body, headers: { 'idempotency-key': key } });
  }

  /** With headers of one's own choice. */
  send(actor: string, { path, body, headers: more }: Sending): Promise<Answer> {
    const headers = { authorization: `Bearer ${actor}`, 'content-type': 'application/json', ...more };
    return this.call({ method: 'POST', path, headers, body: JSON.stringify(body) });
  }

  /** An organisation that holds a role, once it can read there. @returns the id of its grant */
  async enrol(actorId: string, role: string, territory = COMMUNITY): Promise<string> {
    const id = uuid7(Date.now(), randomBytes(10));
    const actor = { id: actorId, kind: 'organisation', name: `Office ${actorId}`, territory };
    const registered = await this.post('do-1', 'actors', actor);
    const granted = await this.post('do-1', 'grants', { id, actorId, role, territory });
    if (registered.status !== 201 || granted.status !== 201) throw new Error(`${actorId}: ${granted.status}`);
    await eventually(
      () => Promise.resolve(this.oversight.runtime.authority.grantsOf(actorId)),
      (held) => held.length > 0,
    );
    return id;
  }

  private async call(ask: { method: string; path: string; headers: Record<string, string>; body?: string }) {
    const { path, ...init } = ask;
    const response = await fetch(`${this.http.url}/api/v1/${path}`, init);
    // As it came: text() would take the mark of UTF-8 away.
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson(response) && text ? JSON.parse(text) : {}) as Answer['body'],
    };
  }

  private async addNeighbour(name: Context): Promise<void> {
    const database = await freshDatabase(name);
    this.databases.push(database);
    const { ownerUrl, appUrl } = database;
    const options = { ownerUrl, appUrl, pipe: this.pipe, verifier, log };
    this.neighbours.set(name, await startService(neighbourOf(name), options));
  }
}

async function tellOn({ runtime }: StartedService, stream: StreamRef, told: Told): Promise<void> {
  const outcome = await runtime.store.execute({
    ...{ stream, decider: teller, key: randomUUID(), requestHash: 'told', actor: 'system' },
    admit: () => ({ ok: true, envelope: ENVELOPE }),
    command: told,
  });
  if (outcome.kind !== 'appended') throw new Error(`${told.type} was ${JSON.stringify(outcome)}`);
}

const isJson = ({ headers }: Response) => /json/.test(headers.get('content-type') ?? '');

const ENVELOPE = {
  actor: 'system',
  role: 'system',
  rule: 'told-by-spec',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'spec',
  causation: 'spec',
  drill: false,
};

function neighbourOf(name: Context): ServiceDefinition {
  const types = Object.keys(CONTRACTS[name]).filter((type) => type !== 'DutyRefused');
  const published: PublishedMap = Object.fromEntries(types.map((type) => [type, ({ data }) => data]));
  return {
    name,
    eventTypes: Object.fromEntries(types.map((type) => [type, 1])),
    published,
    migrations: [],
    consumers: () => [],
    issued: () => ({}),
    module: () => ({}),
  };
}

/** Asks again until it holds, as a page would; for what needs a projection of another service's copy first. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 5000;
  let answer = await ask();
  while (!holds(answer) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await ask();
  }
  return answer;
}
