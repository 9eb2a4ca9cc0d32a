import { loadOf, startService, type StartedService } from '@baogong/commanding';
import { createDirectPipe } from '@baogong/event-pipe';
import { createHttpApp, type HttpModule } from '@baogong/http';
import { createLogger } from '@baogong/observability';
import { ordersServiceFor } from '@baogong/orders';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMMUNITY, homeOf, neighbours } from './neighbours.js';
import { serve, type Town } from './serving.js';

/** More than the 256 an installation lets in: otherwise half of 512 connections would be told to come back. */
const AT_ONCE = 512;
const WIDTH = 32;

/** The orders service whole, as one process: its routes, its duties, its log, its read models; a bearer is who he says. */
serve(async (place, town) => {
  const pipe = createDirectPipe();
  await neighbours(pipe, place.others, town);
  const verifier = { verify: (token: string) => Promise.resolve({ ok: true as const, actor: token }) };
  const log = createLogger({ service: 'orders', level: 'warn' });
  const definition = ordersServiceFor(() => ({}));
  const keys = { vaultMaster: new Uint8Array(randomBytes(32)), vaultKeysUrl: place.others[2]!.ownerUrl };
  const service = await startService(definition, { ...place, pipe, verifier, log, keys });
  const admission = { atOnce: AT_ONCE, busy: loadOf(service) };
  const module = definition.module(service.runtime) as HttpModule;
  const { port, url } = await createHttpApp(module, { verifier, logger: log, admission });
  await settle(service, url, town);
  return {
    port,
    orders: async () => {
      const count = `select count(*)::int as n from es.event where type = 'OrderPlaced'`;
      return (await service.runtime.pool.query<{ n: number }>(count)).rows[0]!.n;
    },
  };
});

async function settle({ runtime }: StartedService, url: string, { homes, rounds, offerId }: Town): Promise<void> {
  const known = () => runtime.authority.grantsOf(homes.at(-1)!.resident).length > 0 && runtime.authority.matrix();
  for (let round = 0; !known(); round += 1) {
    if (round > 600) throw new Error('what the neighbours said was not heard within a minute');
    await sleep(100);
  }
  await each(homes, ({ householdId, resident }) =>
    post(`${url}/api/v1/households`, {
      ...{ id: householdId, territory: homeOf(householdId), people: 2, room: '302' },
      members: [{ actorId: resident, name: 'resident', telephone: '13900000000' }],
    }),
  );
  const window = { opensAt: hence(-3_600_000), closesAt: hence(6 * 3_600_000) };
  const items = [{ offerId, capPerHousehold: 2 }];
  await each(rounds, (id) => post(`${url}/api/v1/rounds`, { id, territory: COMMUNITY, ...window, items }));
}

async function each<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
    }),
  );
}

async function post(url: string, body: object): Promise<void> {
  const headers = {
    ...{ authorization: 'Bearer rc-y', 'content-type': 'application/json' },
    'idempotency-key': randomUUID(),
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

const hence = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
