import { randomBytes, randomUUID } from 'node:crypto';
import { startService } from '@baogong/commanding';
import type { Action, DutyRule, Role } from '@baogong/duties';
import { createDirectPipe } from '@baogong/event-pipe';
import { prepareHttpApp } from '@baogong/http';
import { uuid7 } from '@baogong/kernel';
import { createLogger } from '@baogong/observability';
import { freshDatabase } from '@baogong/testing';
import { openVault } from '../src/adapters/postgres/open-vault.js';
import type { SenderOptions } from '../src/adapters/webhooks/sender.js';
import { ordersServiceFor } from '../src/index.js';
import { Neighbour } from './neighbour.js';

export const COMMUNITY = 'd-pudong/s-weifang/c-y';
export const newId = () => uuid7(Date.now(), randomBytes(10));
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an answer says is what the spec asserts
type Told = Record<string, any>;
export type Played = Awaited<ReturnType<typeof playOrders>>;
type Asked = {
  as: string;
  body?: object;
  key?: string;
  headers?: Record<string, string>;
  method?: 'GET' | 'POST' | 'PUT';
};

/** The service whole, on databases of its own; its neighbours say what the spec lets them; tokens are the actor. */
export async function playOrders(webhooks?: SenderOptions) {
  const [database, keys] = [await freshDatabase('orders'), await freshDatabase('orders_keys')];
  const [inventory, delivery, oversight] = (['inventory', 'delivery', 'oversight'] as const).map(
    (at) => new Neighbour(at),
  );
  const pipe = createDirectPipe();
  for (const [source, log] of Object.entries({ inventory, delivery, oversight })) {
    pipe.attach?.(source as 'inventory', log!, log!.published);
  }
  const verifier = { verify: (token: string) => Promise.resolve({ ok: true as const, actor: token }) };
  const log = createLogger({ service: 'orders', level: process.env['BAOGONG_TEST_LOG'] ?? 'silent' });
  const definition = ordersServiceFor(() => (webhooks ? { webhooks } : {}));
  const secrets = { vaultMaster: new Uint8Array(randomBytes(32)), vaultKeysUrl: keys.ownerUrl };
  const service = await startService(definition, { ...database, pipe, verifier, log, keys: secrets });
  const app = await prepareHttpApp(definition.module(service.runtime) as never, { verifier, logger: log });

  const ask = async (url: string, { as, body, key, headers, method }: Asked) => {
    const reply = await app.inject({
      method: method ?? (body ? 'POST' : 'GET'),
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${as}`, 'idempotency-key': key ?? randomUUID(), ...headers },
      ...(body ? { payload: body } : {}),
    });
    return { status: reply.statusCode, body: reply.json() as Told, headers: reply.headers };
  };
  const vault = openVault(service.runtime);
  const close = async () => {
    await app.close();
    await service.close();
    await pipe.close(1000);
    await Promise.all([database.drop(), keys.drop()]);
  };
  grantAll(oversight!);
  delivery!.says('station-ps-1', 'StationOpened', {
    ...{ stationId: 'ps-1', territory: COMMUNITY, name: 'North gate', organisation: 'ps-1' },
    ...{ opensAt: '08:00', closesAt: '20:00' },
  });
  await eventually(
    async () => service.runtime.authority.grantsOf('gp-1').length > 0 && !!service.runtime.authority.matrix(),
  );
  const neighbours = { inventory: inventory!, delivery: delivery!, oversight: oversight! };
  return { ...neighbours, service, vault, ask, close, database, vaultMaster: secrets.vaultMaster };
}

export async function eventually<T>(read: () => Promise<T>, there: (found: T) => boolean = Boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await read();
    if (there(found)) return found;
    if (Date.now() > end) throw new Error(`not within 10 s: ${there.toString()}; last seen ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function livesAt(played: Played, actorId: string, territory: string): void {
  played.oversight.says(`actor-${actorId}`, 'RoleGranted', {
    grantId: `g-${actorId}`,
    actorId,
    role: 'resident',
    territory,
  });
}

const SYSTEM: Action[] = [
  'CloseRound',
  'FixRequests',
  'AllocateRound',
  'MissRound',
  'GrantOrder',
  'ConfirmOrder',
  'CompleteCancellation',
  'FulfilOrder',
  'LapseOrder',
  'SuspendWebhook',
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
  const ordering = ['PlaceOrder', 'AmendOrder', 'CancelOrder'] as const;
  const rounds = ['OpenRound', 'CloseRound', 'AllocateRound'] as const;
  const webhooks = ['RegisterWebhook', 'RotateWebhookSecret', 'DisableWebhook', 'EnableWebhook'] as const;
  const rules = [
    ...([...ordering, 'RecordConsent', 'SeeHousehold'] as const).map((action) =>
      rule('resident', action, 'own-household'),
    ),
    ...(
      [
        'RegisterHousehold',
        'AmendHousehold',
        'SeeHousehold',
        'SeeDemand',
        'RecordSettlement',
        ...ordering,
        ...rounds,
      ] as const
    ).map((action) => rule('residents-committee', action)),
    ...(['SeeDemand', 'SeeWebhooks', 'ReplayWebhook', ...ordering, ...rounds, ...webhooks] as const).map((action) =>
      rule('platform', action),
    ),
    rule('district-office', 'SeeWebhooks'),
    ...SYSTEM.map((action) => rule('system', action, 'city')),
  ];
  oversight.says('duty-matrix', 'DutyMatrixActivated', { version: 1, rules });
  const grant = (actorId: string, role: Role, territory = COMMUNITY) =>
    oversight.says(`actor-${actorId}`, 'RoleGranted', { grantId: `g-${actorId}`, actorId, role, territory });
  grant('rc-y', 'residents-committee');
  grant('rc-z', 'residents-committee', 'd-pudong/s-weifang/c-z');
  grant('gp-1', 'platform');
  grant('gp-2', 'platform');
  grant('do-1', 'district-office', 'd-pudong');
}
