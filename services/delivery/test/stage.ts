import { createHash, randomBytes } from 'node:crypto';
import { startService } from '@baogong/commanding';
import type { Action, DutyRule, Role } from '@baogong/duties';
import { createDirectPipe } from '@baogong/event-pipe';
import { markDrill, moveClock } from '@baogong/event-store';
import { prepareHttpApp } from '@baogong/http';
import { uuid7 } from '@baogong/kernel';
import { createLogger } from '@baogong/observability';
import { freshDatabase } from '@baogong/testing';
import { deliveryService } from '../src/index.js';
import { Neighbour } from './neighbour.js';

export const COMMUNITY = 'd-pudong/s-weifang/c-y';
export const SEED = createHash('sha256').update('delivery spec').digest();

export interface Home {
  householdId: string;
  resident: string;
  territory: string;
}
type Asked = {
  method?: 'GET' | 'POST' | 'PUT';
  url: string;
  actor: string;
  body?: object;
  headers?: Record<string, string>;
};

export const newId = () => uuid7(Date.now(), randomBytes(10));

/** The service whole, on a database of its own where the clock may be moved; tokens are `Bearer <actor>`. */
export async function playDelivery() {
  const database = await freshDatabase('delivery');
  const orders = new Neighbour('orders');
  const oversight = new Neighbour('oversight');
  const pipe = createDirectPipe({ stores: { orders, oversight } });
  pipe.attach?.('orders', orders, orders.published);
  pipe.attach?.('oversight', oversight, oversight.published);
  const verifier = { verify: (token: string) => Promise.resolve({ ok: true as const, actor: token }) };
  const log = createLogger({ service: 'delivery', level: process.env['BAOGONG_TEST_LOG'] ?? 'silent' });
  const definition = {
    ...deliveryService,
    prepare: async (runtime: Parameters<NonNullable<typeof deliveryService.prepare>>[0]) => {
      await deliveryService.prepare?.(runtime);
      await markDrill(runtime.pool);
    },
  };
  const service = await startService(definition, { ...database, pipe, verifier, keys: { passSigning: SEED }, log });
  const app = await prepareHttpApp(deliveryService.module(service.runtime) as never, { verifier, logger: log });

  const ask = async ({ method = 'GET', url, actor, body, headers = {} }: Asked) => {
    const reply = await app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${actor}`, 'idempotency-key': newId(), ...headers },
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
  const { runtime } = service;
  let homes = 0;
  const settle = async (community = COMMUNITY): Promise<Home> => {
    homes += 1;
    const [householdId, resident] = [newId(), `re-${String(homes).padStart(4, '0')}`];
    const territory = `${community}/b-0${1 + (homes % 3)}/u-1/h-${householdId}`;
    grant(oversight, { actor: resident, role: 'resident', territory });
    await eventually(() => runtime.authority.grantsOf(resident).length > 0);
    return { householdId, resident, territory };
  };
  enact(oversight);
  await eventually(() => runtime.authority.matrix() !== undefined && runtime.authority.grantsOf('vo-001').length > 0);
  const pass = (minutes: number) => moveClock(runtime.pool, minutes * 60_000);
  return { orders, oversight, runtime, ask, settle, pass, ownerUrl: database.ownerUrl, close };
}

export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function enact(oversight: Neighbour): void {
  const carriers: Role[] = ['property-firm', 'pickup-station', 'volunteer'];
  const work: Action[] = ['PackParcel', 'OfferParcel', 'AcceptParcel', 'HandOverParcel', 'SeeWorkList'];
  const rules = [
    ...carriers.flatMap((role) => work.map((action) => rule(role, action))),
    rule('residents-committee', 'OpenStation'),
    rule('pickup-station', 'OpenStation', 'own-organisation'),
    rule('pickup-station', 'AmendStation', 'own-organisation'),
    rule('resident', 'SeePass', 'own-household'),
    ...(['PlanParcel', 'WithdrawParcel', 'ExpirePass'] as const).map((action) => rule('system', action, 'city')),
  ];
  const territory = 'd-pudong';
  oversight.says({ stream: 'duty-matrix', type: 'DutyMatrixActivated', territory, data: { version: 1, rules } });
  grant(oversight, { actor: 'rc-y', role: 'residents-committee', territory: COMMUNITY });
  grant(oversight, { actor: 'pf-y', role: 'property-firm', territory: COMMUNITY });
  grant(oversight, { actor: 'pf-z', role: 'property-firm', territory: 'd-pudong/s-weifang/c-z' });
  grant(oversight, { actor: 'ps-1', role: 'pickup-station', territory: COMMUNITY });
  grant(oversight, { actor: 'ps-2', role: 'pickup-station', territory: COMMUNITY });
  grant(oversight, { actor: 'vo-001', role: 'volunteer', territory: COMMUNITY });
}

function grant(oversight: Neighbour, { actor, role, territory }: { actor: string; role: Role; territory: string }) {
  const data = { grantId: `g-${actor}`, actorId: actor, role, territory };
  oversight.says({ stream: `actor-${actor}`, type: 'RoleGranted', territory, data });
}

function rule(role: Role, action: Action, scope: DutyRule['scope'] = 'territory'): DutyRule {
  return {
    id: `${role}-${action}`,
    role,
    action,
    modality: 'allowed',
    postures: ['normal', 'alert', 'lockdown', 'recovery'],
    scope,
    legalBasis: 'played law',
    appeal: 'played appeal',
    seedRef: 'S62',
    validFrom: '2020-01-01T00:00:00.000Z',
  };
}
