import { startService } from '@baogong/commanding';
import type { StartedService } from '@baogong/commanding';
import type { Action, DutyRule, Role } from '@baogong/duties';
import { createDirectPipe } from '@baogong/event-pipe';
import { prepareHttpApp } from '@baogong/http';
import { createLogger } from '@baogong/observability';
import { freshDatabase } from '@baogong/testing';
import pg from 'pg';
import { inventoryService } from '../src/index.js';
import { Neighbour } from './neighbour.js';

export const COMMUNITY = 'd-pudong/s-weifang/c-y';
type Injected = { method: 'GET' | 'POST'; url: string; actor: string; body?: object; headers?: Record<string, string> };

/** The service whole, on a database of its own; tokens are `Bearer <actor>`. */
export async function playInventory() {
  const database = await freshDatabase('inventory');
  const [orders, delivery, oversight] = (['orders', 'delivery', 'oversight'] as const).map((at) => new Neighbour(at));
  const pipe = createDirectPipe({ stores: { orders: orders!, delivery: delivery!, oversight: oversight! } });
  for (const [source, log] of Object.entries({ orders, delivery, oversight })) {
    pipe.attach?.(source as 'orders', log!, log!.published);
  }
  const verifier = { verify: (token: string) => Promise.resolve({ ok: true as const, actor: token }) };
  const log = createLogger({ service: 'inventory', level: process.env['BAOGONG_TEST_LOG'] ?? 'silent' });
  const service = await startService(inventoryService, { ...database, pipe, verifier, log });
  const app = await prepareHttpApp(inventoryService.module(service.runtime) as never, { verifier, logger: log });
  let asked = 0;

  const ask = async ({ method, url, actor, body, headers = {} }: Injected) => {
    const key = `key-${(asked += 1)}`;
    const reply = await app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${actor}`, 'idempotency-key': key, ...headers },
      ...(body ? { payload: body } : {}),
    });
    return { status: reply.statusCode, body: reply.json() as Record<string, unknown>, headers: reply.headers };
  };
  const close = async () => {
    await app.close();
    await service.close();
    await pipe.close(1000);
    await database.drop();
  };
  grantAll(oversight!);
  await eventually(() => service.runtime.authority.matrix() !== undefined && knows(service, 're-0001'));
  const asOwner = (sql: string) => queryOf(database.ownerUrl, sql);
  return { orders: orders!, delivery: delivery!, service, app, ask, asOwner, ownerUrl: database.ownerUrl, close };
}

/** As whoever may change tables: the application may not. */
async function queryOf(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const knows = ({ runtime }: StartedService, actor: string) => runtime.authority.grantsOf(actor).length > 0;

const SYSTEM_ACTIONS: Action[] = [
  'StockLot',
  'ReserveStock',
  'ReleaseReservation',
  'PinReservation',
  'DispenseReservation',
  'ExpireReservation',
];

function grantAll(oversight: Neighbour): void {
  const rule = (role: Role, action: Action, scope: DutyRule['scope'] = 'territory'): DutyRule => ({
    id: `${role}-${action}`,
    role,
    action,
    modality: 'allowed',
    postures: ['normal', 'alert', 'lockdown', 'recovery'],
    scope,
    legalBasis: 'played law',
    appeal: 'played appeal',
    seedRef: 'S50',
    validFrom: '2020-01-01T00:00:00.000Z',
  });
  const rules = [
    ...(['AnnounceSupply', 'WithdrawSupply', 'DispatchConsignment'] as const).map((action) => rule('platform', action)),
    rule('platform', 'SeeStock', 'own-organisation'),
    rule('property-firm', 'ReceiveGoods'),
    rule('property-firm', 'AdjustStock', 'own-organisation'),
    rule('property-firm', 'SeeStock'),
    ...(['SeeParkedEvents', 'ReplayParkedEvent', 'SkipParkedEvent'] as const).map((action) =>
      rule('district-office', action),
    ),
    ...SYSTEM_ACTIONS.map((action) => rule('system', action, 'city')),
  ];
  oversight.says('duty-matrix', 'DutyMatrixActivated', { version: 1, rules });
  const grant = (actorId: string, role: Role, territory = COMMUNITY) =>
    oversight.says(`actor-${actorId}`, 'RoleGranted', { grantId: `g-${actorId}`, actorId, role, territory });
  grant('do-1', 'district-office', 'd-pudong');
  grant('gp-1', 'platform');
  grant('gp-2', 'platform');
  grant('pf-y', 'property-firm');
  grant('pf-z', 'property-firm', 'd-pudong/s-weifang/c-z');
  grant('re-0001', 'resident', `${COMMUNITY}/b-07/h-0302`);
}
