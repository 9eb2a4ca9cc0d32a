import pg from 'pg';
import { accept } from '@baogong/decider';
import { createEventStore, eventStoreMigrations, migrate } from '@baogong/event-store';
import type { EventStore } from '@baogong/event-store';
import { freshDatabase } from '@baogong/testing';
import { SERVICES } from '../src/index.js';
import type { History, Service } from '../src/index.js';

type Told = { type: string; at: string; data: object };
type Pool = InstanceType<typeof pg.Pool>;

const at = '2026-04-15T06:00:00.000Z';
export const DUE_AT = '2026-04-15T08:00:00.000Z';
const COMMUNITY = 'd-pudong/s-weifang/c-y';
const TYPES: Record<Service, string[]> = {
  orders: [
    'RoundOpened',
    'OrderPlaced',
    'GoodsGranted',
    'OrderConfirmed',
    'OrderFulfilled',
    'OrderCancelled',
    'OrderLapsed',
  ],
  inventory: ['LotStocked', 'StockReserved', 'ReservationReleased', 'StockDispensed', 'StockAdjusted'],
  delivery: ['ParcelPacked', 'ParcelOffered', 'ParcelAccepted', 'ParcelHandedOver'],
  oversight: [
    'DutyMatrixActivated',
    'RoleGranted',
    'PolicyIssued',
    'OverdueDecided',
    'PostureSwitched',
    'DutyStarted',
    'DutyFulfilled',
    'DutyEscalated',
    'ApprovalRequested',
    'ApprovalForwarded',
    'CaseOpened',
    'CaseReopened',
    'CaseEscalated',
    'CaseClosed',
  ],
};
const SAVED = [
  'es.event',
  'es.shard',
  'es.stream',
  'es.cursor',
  'es.idempotency',
  'es.timer',
  'es.parked',
  'read.stock',
];
const STOCK = 'stock-0a1b2c3d-veg';

/** Four databases in which one order went its whole way, written by the real event store. */
export class Story {
  readonly databases = {} as Record<Service, string>;
  readonly history: Required<History> = { acknowledged: [], refused: [], unknown: [] };
  private readonly stores = {} as Record<Service, EventStore>;
  private readonly pools: Pool[] = [];
  private readonly drops: (() => Promise<void>)[] = [];
  private keys = 0;

  static async told(): Promise<Story> {
    const story = new Story();
    for (const service of SERVICES) await story.open(service);
    await story.tell();
    await story.project();
    await story.eachDatabase('create schema saved', (table) => `create table saved.${nameOf(table)} as table ${table}`);
    return story;
  }

  /** Plants a fault as only the owner of the database could. */
  async plant(service: Service, sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.databases[service] });
    await client.connect();
    try {
      const { rowCount } = await client.query(sql);
      if (!rowCount) throw new Error(`the fault hit nothing: ${sql}`);
    } finally {
      await client.end();
    }
  }

  restore(): Promise<void> {
    return this.eachDatabase(
      'select 1',
      (table) => `delete from ${table}; insert into ${table} table saved.${nameOf(table)}`,
    );
  }

  say(service: Service, stream: string, ...events: [string, object][]): Promise<void> {
    return this.sayAs({}, [service, stream], ...events);
  }

  /** @param by what differs in the envelope: who, as what, under which rule */
  async sayAs(by: object, [service, stream]: [Service, string], ...events: [string, object][]): Promise<void> {
    const key = `key-${(this.keys += 1)}`;
    const outcome = await this.stores[service].execute({
      stream: { id: stream, kind: stream.split('-')[0]!, territory: COMMUNITY },
      decider: { initial: null, decide: (told: Told[]) => accept(...told), evolve: () => null },
      key,
      requestHash: key,
      actor: 'rc-y',
      admit: () => ({ ok: true, envelope: { ...envelope, ...by, causation: key } }),
      command: events.map(([type, data]) => ({ type, at, data })),
    });
    if (outcome.kind !== 'appended') throw new Error(`not appended: ${outcome.kind}`);
    const positions = `${service}:${outcome.shard}=${outcome.lastPos}`;
    this.history.acknowledged.push({ service, stream, key, positions });
  }

  async close(): Promise<void> {
    for (const service of SERVICES) await this.stores[service]?.close(1000);
    for (const pool of this.pools) await pool.end();
    for (const drop of this.drops) await drop();
  }

  private async open(service: Service): Promise<void> {
    const database = await freshDatabase(`ledger_${service}`);
    this.drops.push(() => database.drop());
    this.databases[service] = database.ownerUrl;
    await migrate({ ownerUrl: database.ownerUrl, appRole: database.appRole, migrations: eventStoreMigrations });
    const pool = new pg.Pool({ connectionString: database.appUrl, max: 4 });
    this.pools.push(pool);
    const eventTypes = Object.fromEntries(TYPES[service].map((type) => [type, 1]));
    const clock = { now: () => at };
    this.stores[service] = await createEventStore({ pool, owner: service, clock, eventTypes });
  }

  private async tell(): Promise<void> {
    const order = { orderId: 'o1', roundId: 'r1', householdId: 'h1' };
    const lots = [{ lotId: 'a', quantity: 2 }];
    const held = { orderId: 'o1', offerId: 'veg', lots };
    await this.say('orders', 'round-r1', [
      'RoundOpened',
      { roundId: 'r1', items: [{ offerId: 'veg', capPerHousehold: 2 }] },
    ]);
    await this.say('orders', 'order-r1-h1', ['OrderPlaced', { ...order, lines: [{ offerId: 'veg', quantity: 2 }] }]);
    await this.say('inventory', STOCK, [
      'LotStocked',
      { lotId: 'a', offerId: 'veg', quantity: 5, expiresOn: '2026-04-20' },
    ]);
    await this.say('orders', 'order-r1-h1', ['GoodsGranted', { ...order, lines: [{ offerId: 'veg', quantity: 2 }] }]);
    await this.say('inventory', STOCK, ['StockReserved', { ...held, until: at }]);
    await this.say('orders', 'order-r1-h1', ['OrderConfirmed', { ...order }]);
    await this.say('delivery', 'parcel-o1', ['ParcelPacked', { parcelId: 'o1', orderId: 'o1', packedBy: 'pf-y' }]);
    await this.say('delivery', 'parcel-o1', ['ParcelOffered', { parcelId: 'o1', from: 'pf-y', to: 'ps-1' }]);
    await this.say('delivery', 'parcel-o1', ['ParcelAccepted', { parcelId: 'o1', custodian: 'ps-1' }]);
    await this.say('delivery', 'parcel-o1', ['ParcelHandedOver', { parcelId: 'o1', orderId: 'o1', by: 'ps-1' }]);
    await this.say('inventory', STOCK, ['StockDispensed', held]);
    await this.say('inventory', STOCK, ['StockAdjusted', { offerId: 'veg', lotId: 'a', change: -1, reason: 'mouldy' }]);
    await this.say('orders', 'order-r1-h1', ['OrderFulfilled', order]);
    const owed = { owner: 'pf-y', dueAt: DUE_AT, escalateTo: 'residents-committee' };
    await this.law();
    await this.say('oversight', 'obligation-o1', ['DutyStarted', { obligationId: 'o1', ...owed }]);
    await this.say('oversight', 'approval-a1', [
      'ApprovalRequested',
      { approvalId: 'a1', at: { office: 'sd-1', rule: 'grant-approval/subdistrict-office', dueAt: DUE_AT } },
    ]);
    // Bytes as people write them: the leaf is that of the stored text, not of what a parser makes of it.
    await this.say('oversight', 'posture-d', ['PostureSwitched', { posture: 'lockdown', reason: '保供 "é" \\ 1.50' }]);
  }

  private async law(): Promise<void> {
    const system = { actor: 'system', role: 'system', policyVersion: 0 };
    const rule = { role: 'residents-committee', modality: 'allowed' };
    const rules = [
      { ...rule, id: 'RC-any', action: 'PlaceOrder' },
      { ...rule, action: 'OpenRound' },
      { ...rule, id: 'RC-never', action: 'SwitchPosture', modality: 'forbidden' },
      { ...rule, id: 'RC-over', action: 'CloseRound', validTo: '2026-04-01T00:00:00.000Z' },
      { ...rule, action: 'PackParcel' },
      { action: 'RecordRefusals', role: 'system', modality: 'allowed' },
    ];
    const matrix = { version: 1, since: '2026-01-01T00:00:00.000Z', rules };
    await this.sayAs({ ...system, rule: 'installation' }, ['oversight', 'matrix-d'], ['DutyMatrixActivated', matrix]);
    const grant = { actorId: 'rc-y', role: 'residents-committee', territory: COMMUNITY };
    const actions = ['PlaceOrder', 'OpenRound', 'SwitchPosture', 'CloseRound'];
    await this.say('oversight', 'actor-rc-y', ['RoleGranted', { grantId: 'g1', ...grant, actions }]);
    await this.say('oversight', 'policy-d', ['PolicyIssued', { version: 1, territory: 'd-pudong' }]);
    await this.sayAs({ ...system, rule: 'own-record' }, ['oversight', 'overdue-o1'], ['OverdueDecided', {}]);
  }

  private async project(): Promise<void> {
    await this.run('oversight', [
      `insert into es.timer (id, due_at, command)
       select id, '${DUE_AT}', '{}' from unnest(array['duty-o1-${DUE_AT}', 'approval-a1-${DUE_AT}']) as id`,
    ]);
    await this.run('inventory', [
      `create schema read`,
      `create table read.stock (stream text primary key, received int, on_hand int, reserved int, handed_over int, written_off int)`,
      `insert into read.stock values ('${STOCK}', 5, 2, 0, 2, 1)`,
      `insert into es.cursor (consumer, source, shard, pos, digest)
       select 'stock', 'inventory', shard, head, encode(head_digest, 'hex') from es.shard where head > 0`,
    ]);
  }

  private async eachDatabase(first: string, statement: (table: string) => string): Promise<void> {
    for (const service of SERVICES) {
      const tables = SAVED.filter((table) => table !== 'read.stock' || service === 'inventory');
      await this.run(service, [first, ...tables.map(statement)]);
    }
  }

  private async run(service: Service, statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.databases[service] });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

const nameOf = (table: string): string => table.replace('.', '_');
const envelope = {
  actor: 'rc-y',
  role: 'residents-committee',
  rule: 'RC-any@1',
  policyVersion: 1,
  authorityStale: false,
  correlation: 'story',
  drill: false,
};
