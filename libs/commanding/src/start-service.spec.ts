import { accept, type Decider, type Process } from '@baogong/decider';
import { community, cupboard, eventTypes, granted, matrix } from './spec/cupboard.js';
import { createDirectPipe, type EventPipe, type Projection } from '@baogong/event-pipe';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { scheduleTimer, shardOf } from '@baogong/event-store';
import type { ServiceDefinition, ServiceRuntime, StartedService } from './types.js';
import type { AnyDecider } from './desk-types.js';
import { createLogger } from '@baogong/observability';
import { processRunner } from './process-runner.js';
import { matrixKeyOf, sealMatrix } from './matrix-seal.js';
import { startService, stopService } from './start-service.js';

/** Oversight as far as neighbours notice it: it appends what it is told to. */
type Told = { type: string; at: string; data: unknown };
const oversightTypes = { RoleGranted: 1, RoleWithdrawn: 1, DutyMatrixActivated: 1, PostureSwitched: 1 };
const teller: Decider<null, { data: Told[] }, Told, never> = {
  initial: null,
  decide: ({ data }) => accept(...data),
  evolve: () => null,
};
const seed = Buffer.alloc(32, 7);
const keys = { matrixKeys: [matrixKeyOf(seed)] };
const silent = createLogger({ service: 'spec', level: 'silent' });
const verifier = { verify: () => Promise.resolve({ ok: true as const, actor: 'nobody' }) };

const oversight: ServiceDefinition = {
  name: 'oversight',
  eventTypes: oversightTypes,
  published: Object.fromEntries(Object.keys(oversightTypes).map((type) => [type, ({ data }) => data])),
  migrations: [],
  consumers: () => [],
  issued: () => ({}),
  prepare: (runtime) => tell(runtime, 'start', [activates(sealMatrix(matrix, seed)), granted('pf-y', 'property-firm')]),
  module: () => ({}),
};

const activates = (data: unknown) => ({ type: 'DutyMatrixActivated', data });

async function tell(runtime: ServiceRuntime, key: string, events: { type: string; data?: unknown }[]): Promise<void> {
  const data = events.map(({ type, data: told }) => ({ type, at: runtime.clock.now(), data: told }));
  const stream = { id: `told-${key}`, kind: 'told', territory: community };
  // Of the system, and there before the first matrix: what the teller says is not the matter of any action.
  const command = { action: 'AdjustStock', stream, data };
  const origin = { key, correlation: key, causation: key, installation: true };
  const result = await runtime.desk.issue({ command, decider: teller as unknown as AnyDecider, ...origin });
  if (result.kind !== 'done') throw new Error(result.kind);
}

/** Each opened cupboard is filled twice, by its own process. */
interface Fill {
  cupboard: string;
  change: number;
}
const filling: Process<number, { id: string; shelves: number }, Fill> = {
  initial: 0,
  streamOf: ({ id }) => id,
  react: ({ id, shelves }, decided) => [{ cupboard: id, change: shelves + decided * 100 }],
  evolve: (decided) => decided + 1,
  commandsOf: ({ cupboard: id, change }) =>
    [change, 1].map((more) => ({
      action: 'AdjustStock',
      stream: { id, kind: 'cupboard', territory: community },
      data: { change: more },
    })),
};
const opened: Projection = {
  name: 'opened-timers',
  source: 'delivery',
  handles: ['CupboardOpened'],
  async apply(tx, records) {
    for (const { stream, at } of records) {
      const target = { id: stream, kind: 'cupboard', territory: community };
      const command = { action: 'AdjustStock', stream: target, data: { change: 1000 } };
      await scheduleTimer(tx, { id: `fill-${stream}`, dueAt: at, command });
    }
  },
};
const runner = processRunner({
  name: 'filling',
  process: filling,
  sources: [{ source: 'delivery', handles: ['CupboardOpened'] }],
  translate: ({ stream, data }) => ({ id: stream, shelves: (data as { shelves: number }).shelves }),
});
const delivery: ServiceDefinition = {
  name: 'delivery',
  eventTypes,
  published: {},
  migrations: [],
  consumers: () => [opened],
  processes: () => [runner],
  issued: () => ({ AdjustStock: { decider: cupboard, data: ({ data }) => Promise.resolve(data) } }),
  module: () => ({}),
};

describe('a started service', () => {
  const databases: FreshDatabase[] = [];
  let pipe: EventPipe;
  let neighbour: StartedService;
  let service: StartedService;

  beforeAll(async () => {
    databases.push(await freshDatabase('commanding_oversight'), await freshDatabase('commanding_delivery'));
    pipe = createDirectPipe();
    // The neighbour comes second on purpose: nobody may depend on the order of starting.
    service = await startService(delivery, { ...urls(1), pipe, verifier, keys, log: silent });
    neighbour = await startService(oversight, { ...urls(0), pipe, verifier, log: silent });
  }, 120_000);

  afterAll(async () => {
    await stopService(service);
    await neighbour.close();
    await pipe.close(1000);
    for (const database of databases) await database.drop();
  }, 60_000);

  const urls = (index: number) => ({ ownerUrl: databases[index]!.ownerUrl, appUrl: databases[index]!.appUrl });
  const open = (id: string) =>
    service.runtime.desk.handle({
      action: 'OpenStation',
      caller: { actor: 'pf-y', key: `open-${id}`, requestHash: id, correlation: `corr-${id}` },
      stream: { id, kind: 'cupboard', territory: community },
      decider: cupboard,
      data: { shelves: 4 },
    });
  const held = async (id: string) => (await service.runtime.store.load(id, cupboard)).state.held;

  it('learns roles and rules from oversight through the pipe, within 2 s', async () => {
    await until(() => service.runtime.authority.grantsOf('pf-y').length === 1);
    expect(service.runtime.authority.matrix()).toEqual(matrix);
    expect(await open('one')).toMatchObject({ kind: 'done' });
  });

  it('I20: carries out what a process decided and what a timer was set for, each once', async () => {
    await until(async () => (await held('one')) === 4 + 1 + 1000);
    const events = (await service.runtime.store.read(shardOf('one'), 0, 100)).filter(({ stream }) => stream === 'one');
    expect(events.map(({ role, rule }) => [role, rule]).slice(1)).toEqual(
      Array.from({ length: 3 }, () => ['system', 'system-AdjustStock@1']),
    );
    const decided = await decisionsOn('filling-one');
    const byProcess = events.filter(({ causation }) => causation === decided[0]!.id);
    expect(byProcess.map(({ correlation }) => correlation)).toEqual(['corr-one', 'corr-one']);
  });

  it('I20: finds the first decision when an event comes again, and issues its commands once', async () => {
    const { runtime } = service;
    const [recorder, issuer] = runner.consumers(runtime);
    const [event] = (await runtime.store.read(shardOf('one'), 0, 100)).filter(({ type }) => type === 'CupboardOpened');
    const [first] = await decisionsOn('filling-one');
    // By now the state is another, and deciding anew would give another answer.
    await recorder!.handle({ ...event!, source: 'delivery', epoch: 1 });
    await recorder!.handle({ ...event!, source: 'delivery', epoch: 2 });
    expect(await decisionsOn('filling-one')).toEqual([first]);
    await issuer!.handle({ ...first!, source: 'delivery', epoch: 1 });
    expect(await held('one')).toBe(1005);
  });

  it('keeps decisions private to the service and gives them a rule of their own', async () => {
    const [decision] = await decisionsOn('filling-one');
    expect(decision).toMatchObject({
      type: 'FillingDecided',
      rule: 'own-record',
      data: { cupboard: 'one', change: 4 },
    });
    const { shard, pos } = decision!;
    const [seen] = await pipe.read({ source: 'delivery', shard, from: pos - 1, limit: 1 });
    expect(seen).toMatchObject({ type: 'FillingDecided', pos });
    expect(seen!.data).toBeUndefined();
  });

  it('publishes refusals to neighbours', async () => {
    const { runtime } = service;
    const caller = { actor: 'pf-y', key: 'no-duty', requestHash: 'n', correlation: 'n' };
    expect(runtime.desk.see(caller, 'SeePass', community)).toMatchObject({ ok: false, refusal: { rule: 'no-rule' } });
    expect(await runtime.desk.flushRefusals()).toBe(1);
    const shard = shardOf('refusals-pf-y');
    const records = await pipe.read({ source: 'delivery', shard, from: 0, limit: 100 });
    expect(records.find(({ type }) => type === 'DutyRefused')?.data).toMatchObject({ actor: 'pf-y', count: 1 });
  });

  it('N4: takes no matrix in force that the district has not signed, and tells so', async () => {
    const { runtime } = service;
    await tell(neighbour.runtime, 'forged', [activates({ ...sealMatrix(matrix, seed), version: 2 })]);
    await until(() => runtime.desk.refusalCounts().has('matrix-signature'));
    expect(runtime.authority.matrix()).toEqual(matrix);
    await runtime.desk.flushRefusals();
    const records = await pipe.read({ source: 'delivery', shard: shardOf('refusals-system'), from: 0, limit: 100 });
    const told = records.find(({ type }) => type === 'DutyRefused');
    expect(told?.data).toMatchObject({
      action: 'ActivateDutyMatrix',
      rule: 'matrix-signature',
      organisation: 'system',
    });
    await tell(neighbour.runtime, 'next', [activates(sealMatrix({ ...matrix, version: 3 }, seed))]);
    await until(() => runtime.authority.matrix()?.version === 3);
  });

  it('waits for positions that its consumers have to reach', async () => {
    const done = await open('two');
    if (done.kind !== 'done') throw new Error(done.kind);
    expect(await service.runtime.waitFor(done.position, 2000)).toBe(true);
  });

  it('confirms its copy while oversight answers', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(service.runtime.authority.staleSeconds()).toBeLessThan(2.5);
  });

  it('goes on after a stop and a start with what it knew', async () => {
    const began = performance.now();
    await stopService(service);
    expect(performance.now() - began).toBeLessThan(10_000);
    service = await startService(delivery, { ...urls(1), pipe, verifier, keys, log: silent });
    expect(service.runtime.authority.matrix()).toEqual({ ...matrix, version: 3 });
    expect(await open('one')).toMatchObject({ kind: 'done', replayed: true });
    expect(await open('three')).toMatchObject({ kind: 'done' });
    await until(async () => (await held('three')) === 1005);
  }, 30_000);

  async function decisionsOn(stream: string) {
    const events = await service.runtime.store.read(shardOf(stream), 0, 1000);
    return events.filter((event) => event.stream === stream);
  }
});

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 5000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
