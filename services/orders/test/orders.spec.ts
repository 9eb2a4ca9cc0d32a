import { ordersContracts } from '@baogong/contracts';
import { published } from '../src/adapters/events/published.js';
import { order as orderDecider, type OrderCommand } from '../src/domain/order/order.js';
import { round as roundDecider, type RoundState } from '../src/domain/round/round.js';
import { COMMUNITY, eventually, newId, playOrders, type Played } from './service.js';
import { becomes, close, count, fixed, household, issue, offer, order, place, round, type Household } from './steps.js';

let played: Played;
// The cluster of all specs stops in a hook of its own, after those of this block.
describe('orders, the whole service', () => {
  beforeAll(async () => {
    played = await playOrders();
  }, 90_000);
  afterAll(() => played?.close(), 30_000);

  describe('ordering within a round', () => {
    it('takes an order once, and answers its repetition alike', async () => {
      const offerId = offer(played);
      const [roundId, home] = [await round(played, [offerId]), await household(played)];
      const body = {
        id: newId(),
        roundId,
        householdId: home.id,
        lines: [{ offerId, quantity: 1 }],
        place: { kind: 'door' },
      };
      const answers = await Promise.all(
        [1, 2, 3].map(() => played.ask('orders', { as: home.resident, body, key: 'once' })),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(2);
      const again = await played.ask('orders', { as: home.resident, body: { ...body, id: newId() } });
      expect([again.status, again.body['code']]).toEqual([409, 'already-ordered']);
      expect(await order(played, home, body.id)).toMatchObject({ status: 'requested', lines: body.lines });
    });

    it('calls an order unknown only when its index has seen all orders', async () => {
      const offerId = offer(played);
      const [roundId, home] = [await round(played, [offerId]), await household(played)];
      const held = played.service.runtime.dataSource.createQueryRunner();
      await held.query('begin; lock table orders.order_index in share mode');
      const { orderId } = await place(played, home, { roundId, offerId });
      const asked = await played.ask(`orders/${orderId}`, { as: home.resident });
      const cancelling = { as: home.resident, body: { reason: 'no need' } };
      const cancelled = await played.ask(`orders/${orderId}/cancellation`, cancelling);
      await held.query('rollback');
      await held.release();
      expect([asked.status, asked.headers['retry-after']]).toEqual([503, '1']);
      expect([cancelled.status, cancelled.headers['retry-after']]).toEqual([429, '1']);
      await eventually(async () => (await played.ask(`orders/${orderId}`, { as: home.resident })).status === 200);
      expect((await played.ask(`orders/${newId()}`, { as: home.resident })).status).toBe(404);
    }, 30_000);

    it('I4: keeps the cap', async () => {
      const offerId = offer(played);
      const [roundId, home] = [await round(played, [offerId]), await household(played)];
      const { status, body } = await place(played, home, { roundId, offerId, quantity: 3 });
      expect([status, body['code']]).toEqual([409, 'over-cap']);
    });

    it('S46 S84: holds each order against the policy in force, and asks at once are counted one after another', async () => {
      const home = await household(played, 'b-policed');
      const territory = `${COMMUNITY}/b-policed`;
      const food = { id: 'food', what: { only: ['food'] }, howMuch: { times: 2, days: 3 } };
      issue(played, { version: 1, territory, clauses: [food, { id: 'rest', what: { except: ['food', 'device'] } }] });
      await eventually(async () => played.service.runtime.authority.inForce(territory)?.policyVersion === 1);
      const offers = [offer(played), offer(played, 'gp-1', 'device')] as const;
      const [last, ...rounds] = await Promise.all([1, 2, 3, 4, 5, 6].map(() => round(played, [...offers])));
      const asked = await Promise.all(rounds.map((roundId) => place(played, home, { roundId, offerId: offers[0] })));
      expect(asked.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
      const refused = asked.find(({ status }) => status === 409)!;
      expect([refused.body['code'], refused.body['params']]).toMatchObject([
        'outside-policy',
        {
          policy: 1,
          clause: 'food',
          part: 'how-much',
          times: 2,
          days: 3,
          lineage: `${territory} 1: Notice 1, article 3`,
        },
      ]);
      const device = await place(played, home, { roundId: last!, offerId: offers[1] });
      expect([device.status, device.body['params']]).toMatchObject([409, { part: 'what' }]);
      const own = asked.find(({ status }) => status === 201)!;
      // What a household no longer asks for leaves room for something else; an amended order is counted once.
      const amended = await played.ask(`orders/${own.orderId}`, {
        ...{ as: home.resident, method: 'PUT', headers: { 'if-match': String(own.headers['etag']) } },
        body: { lines: [{ offerId: offers[0], quantity: 2 }], place: { kind: 'door' } },
      });
      expect(amended.status).toBe(200);
      await played.ask(`orders/${own.orderId}/cancellation`, { as: home.resident, body: { reason: 'no need' } });
      expect((await place(played, home, { roundId: last!, offerId: offers[0] })).status).toBe(201);
    }, 30_000);

    it('amends by version and cancels', async () => {
      const offerId = offer(played);
      const [roundId, home] = [await round(played, [offerId]), await household(played)];
      const { orderId, headers } = await place(played, home, { roundId, offerId });
      const body = { lines: [{ offerId, quantity: 2 }], place: { kind: 'station', stationId: 'ps-1' } };
      const amend = (version?: string) =>
        played.ask(`orders/${orderId}`, {
          as: home.resident,
          method: 'PUT',
          body,
          ...(version ? { headers: { 'if-match': version } } : {}),
        });
      expect((await amend()).status).toBe(428);
      expect((await amend(String(headers['etag']))).status).toBe(200);
      expect((await amend(String(headers['etag']))).status).toBe(412);
      const cancelled = await played.ask(`orders/${orderId}/cancellation`, {
        as: home.resident,
        body: { reason: 'no need' },
      });
      expect(cancelled.status).toBe(200);
      expect(await order(played, home, orderId)).toMatchObject({ status: 'cancelled', lines: body.lines });
      await close(played, roundId);
      expect(await fixed(played, roundId)).toMatchObject({ orders: 0, buildings: [] });
    });

    it('S81: lets a platform order with the recorded consent of the household only', async () => {
      const offerId = offer(played);
      const [roundId, home] = [await round(played, [offerId]), await household(played)];
      const body = {
        id: newId(),
        roundId,
        householdId: home.id,
        lines: [{ offerId, quantity: 1 }],
        place: { kind: 'door' },
      };
      const refused = await played.ask('orders', { as: 'gp-1', body });
      expect([refused.status, refused.body['code']]).toEqual([409, 'consent-missing']);
      await played.ask(`households/${home.id}/consents`, { as: home.resident, body: { platform: 'gp-1' } });
      expect((await played.ask('orders', { as: 'gp-1', body })).status).toBe(201);
    });

    it('S78: shows an order to its household and to no other, nor to another community', async () => {
      const offerId = offer(played);
      const [roundId, home, next] = [await round(played, [offerId]), await household(played), await household(played)];
      const { orderId } = await place(played, home, { roundId, offerId });
      const seenBy = async (as: string) => (await played.ask(`orders/${orderId}`, { as })).status;
      expect([
        await seenBy(home.resident),
        await seenBy('rc-y'),
        await seenBy(next.resident),
        await seenBy('rc-z'),
      ]).toEqual([200, 200, 404, 404]);
      expect((await played.ask(`households/${home.id}`, { as: next.resident })).status).toBe(404);
      const list = await played.ask('orders', { as: home.resident });
      expect(list.body['items'].map(({ id }: { id: string }) => id)).toEqual([orderId]);
    });

    it('refuses fields it does not know', async () => {
      const answer = await played.ask('orders', { as: 'rc-y', body: { id: newId(), surprise: 1 } });
      expect(answer.status).toBe(400);
      expect(answer.body['errors'].map(({ pointer }: { pointer: string }) => pointer)).toContain('/surprise');
    });
  });

  describe('the closing of a round', () => {
    it('S43: loses nobody who races it: in the set, told that the round was missed, or refused', async () => {
      const offerId = offer(played);
      const roundId = await round(played, [offerId]);
      const homes = await Promise.all(Array.from({ length: 24 }, () => household(played)));
      const racing = homes.map(async (home, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 3));
        return { home, ...(await place(played, home, { roundId, offerId })) };
      });
      await new Promise((resolve) => setTimeout(resolve, 36));
      const [answers] = await Promise.all([Promise.all(racing), close(played, roundId)]);
      const demand = await fixed(played, roundId);
      const taken = answers.filter(({ status }) => status === 201);
      const refused = answers.filter(({ body }) => body['code'] === 'window-ended');
      expect(taken.length + refused.length).toBe(24);
      const missed = await eventually(
        async () => {
          const all = await Promise.all(taken.map(({ home, orderId }) => order(played, home, orderId)));
          return all.filter(({ status }) => status === 'missed').length;
        },
        (found) => found + (demand['orders'] as number) === taken.length,
      );
      expect((demand['orders'] as number) + missed).toBe(taken.length);
    });

    it('S43: tells an order appended after the fixing that it missed, and lets a late change stand as it was', async () => {
      const offerId = offer(played);
      const roundId = await round(played, [offerId]);
      const [early, late] = [await household(played), await household(played)];
      const kept = await place(played, early, { roundId, offerId });
      const { state: open } = await played.service.runtime.store.load(`round-${roundId}`, roundDecider);
      await close(played, roundId);
      await fixed(played, roundId);
      const orderId = newId();
      await decidedOnStaleRound(late, roundId, { type: 'PlaceOrder', orderId, offerId, open });
      await decidedOnStaleRound(early, roundId, { type: 'AmendOrder', orderId: kept.orderId, offerId, open });
      await becomes(played, late, { orderId, status: 'missed' });
      const standing = await eventually(
        () => order(played, early, kept.orderId),
        (found) => (found['notes'] as unknown[]).length > 0,
      );
      expect(standing).toMatchObject({ status: 'requested', lines: [{ offerId, quantity: 1 }] });
    });

    it('happens by itself when the window ends', async () => {
      const offerId = offer(played);
      const roundId = await round(played, [offerId], 0.02);
      expect(await fixed(played, roundId)).toMatchObject({ fixed: true, orders: 0 });
      const found = await played.ask(`rounds/${roundId}`, { as: 'rc-y' });
      expect(found.body).toMatchObject({ reason: 'window-ended' });
    });

    it('tells the supplier the demand per building', async () => {
      const offerId = offer(played);
      const roundId = await round(played, [offerId]);
      const homes = [await household(played, 'b-01'), await household(played, 'b-01'), await household(played, 'l-1')];
      for (const home of homes) await place(played, home, { roundId, offerId, quantity: 2 });
      await close(played, roundId);
      const line = (quantity: number, households: number) => [{ offerId, quantity, households }];
      expect(await fixed(played, roundId)).toMatchObject({
        buildings: [
          { building: 'b-01', lines: line(4, 2) },
          { building: 'l-1', lines: line(2, 1) },
        ],
        totals: line(6, 3),
      });
    });
  });

  describe('from the count to the end of an order', () => {
    it('grants fairly, confirms what inventory reserved, is fulfilled by the hand-over', async () => {
      const { offerId, roundId, orders } = await closedRound(3, 2);
      count(played, { roundId, offerId, quantity: 4 });
      const granted = await Promise.all(
        orders.map(({ home, orderId }) => becomes(played, home, { orderId, status: 'granted' })),
      );
      expect(granted.map(({ granted: [line] }) => line.quantity).sort()).toEqual([1, 1, 2]);
      expect(granted.flatMap(({ shorted }) => shorted).length).toBe(2);
      const [{ home, orderId }] = orders as [{ home: Household; orderId: string }];
      reserve(orderId, offerId);
      await becomes(played, home, { orderId, status: 'confirmed' });
      played.delivery.says(`parcel-${orderId}`, 'ParcelHandedOver', {
        ...{
          parcelId: orderId,
          orderId,
          householdId: home.id,
          by: 'pf-y',
          means: 'code',
          pieces: 1,
          weightGrams: 5000,
        },
      });
      await becomes(played, home, { orderId, status: 'fulfilled' });
    });

    it('S43: tells each household that gets nothing', async () => {
      const { offerId, roundId, orders } = await closedRound(2, 1);
      count(played, { roundId, offerId, quantity: 1 });
      const statuses = await eventually(
        () => Promise.all(orders.map(async ({ home, orderId }) => (await order(played, home, orderId))['status'])),
        (found) => !found.includes('requested'),
      );
      expect(statuses.sort()).toEqual(['granted', 'shorted']);
    });

    it('cancels a confirmed order once delivery has given the parcel up, and owes back what was paid', async () => {
      const { offerId, roundId, orders } = await closedRound(1, 1);
      const [{ home, orderId }] = orders as [{ home: Household; orderId: string }];
      count(played, { roundId, offerId, quantity: 1 });
      await becomes(played, home, { orderId, status: 'granted' });
      reserve(orderId, offerId);
      await becomes(played, home, { orderId, status: 'confirmed' });
      await played.ask(`orders/${orderId}/settlements`, { as: 'rc-y', body: { amountFen: 5000, reference: 'slip' } });
      const asked = await played.ask(`orders/${orderId}/cancellation`, { as: home.resident, body: { reason: 'away' } });
      expect([asked.status, asked.body['status']]).toEqual([202, 'cancelling']);
      played.delivery.says(`parcel-${orderId}`, 'ParcelWithdrawn', { parcelId: orderId, orderId });
      expect(await becomes(played, home, { orderId, status: 'cancelled' })).toMatchObject({
        amountDueFen: 0,
        settledFen: 5000,
        refundDueFen: 5000,
        reason: 'away',
      });
    });

    it('lapses an order nobody collected', async () => {
      const { offerId, roundId, orders } = await closedRound(1, 1);
      const [{ home, orderId }] = orders as [{ home: Household; orderId: string }];
      count(played, { roundId, offerId, quantity: 1 });
      await becomes(played, home, { orderId, status: 'granted' });
      reserve(orderId, offerId);
      await becomes(played, home, { orderId, status: 'confirmed' });
      played.delivery.says(`parcel-${orderId}`, 'ParcelUncollected', { parcelId: orderId, orderId });
      expect(await becomes(played, home, { orderId, status: 'lapsed' })).toMatchObject({ reason: 'uncollected' });
    });

    it('is allocated by hand by its opener when a part will never come', async () => {
      const offers = [offer(played), offer(played)] as [string, string];
      const [roundId, home] = [await round(played, offers), await household(played)];
      const lines = offers.map((offerId) => ({ offerId, quantity: 1 }));
      const [id, householdId] = [newId(), home.id];
      const body = { id, roundId, householdId, lines, place: { kind: 'door' } };
      expect((await played.ask('orders', { as: home.resident, body })).status).toBe(201);
      await close(played, roundId);
      await fixed(played, roundId);
      const allocate = (as: string) => played.ask(`rounds/${roundId}/allocation`, { as, body: {} });
      expect((await allocate('rc-y')).body['code']).toBe('not-counted');
      count(played, { roundId, offerId: offers[0], quantity: 1 });
      expect((await allocate('gp-1')).body['code']).toBe('not-your-round');
      await eventually(async () => (await allocate('rc-y')).status === 200);
      const granted = await becomes(played, home, { orderId: id, status: 'granted' });
      expect(granted['shorted'].map(({ offerId }: { offerId: string }) => offerId)).toEqual([offers[1]]);
    });

    it('I5: gives the same whoever came first: the hash of a round can be computed again', async () => {
      const { offerId, roundId } = await closedRound(4, 2);
      count(played, { roundId, offerId, quantity: 3 });
      const found = await eventually(
        async () => (await played.ask(`rounds/${roundId}`, { as: 'rc-y' })).body,
        ({ status }) => status === 'allocated',
      );
      expect(found['allocation'].granted).toEqual({ [offerId]: 3 });
      expect(found['allocation'].requestsHash).toBe(found['fixed'].requestsHash);
    });
  });

  describe('amending a household', () => {
    it('replaces who lives there and what is private, by version; a repetition changes nothing', async () => {
      const home = await household(played);
      const members = [{ actorId: home.resident, name: 'Corrected Name' }];
      const amend = (version: number, key: string) =>
        played.ask(`households/${home.id}`, {
          as: 'rc-y',
          method: 'PUT',
          key,
          body: { people: 3, members },
          headers: { 'if-match': `"${version}"` },
        });
      expect(
        (await played.ask(`households/${home.id}`, { as: 'rc-y', method: 'PUT', body: { people: 3, members } })).status,
      ).toBe(428);
      const first = await amend(1, `amend-${home.id}`);
      expect([first.status, first.headers['etag']]).toEqual([200, '"2"']);
      expect(JSON.stringify(first.body)).not.toContain('Corrected');
      expect((await amend(1, `amend-${home.id}`)).headers['idempotent-replayed']).toBe('true');
      expect((await amend(1, newId())).status).toBe(412);
      const { body } = await played.ask(`households/${home.id}`, { as: 'rc-y' });
      expect(body).toEqual({ id: home.id, territory: home.territory, people: 3, consents: [], members });
      const listed = await eventually(
        async () => (await played.ask(`households?territory=${home.territory}`, { as: 'rc-y' })).body['items'][0],
        (found) => found?.people === 3,
      );
      expect(listed).toMatchObject({ id: home.id, building: 'b-07' });
    });

    it('is the duty of the committee', async () => {
      const home = await household(played);
      const body = { people: 9, members: [{ actorId: home.resident, name: 'Other Name' }] };
      const headers = { 'if-match': '"1"' };
      const answer = await played.ask(`households/${home.id}`, { as: home.resident, method: 'PUT', body, headers });
      expect(answer.status).toBe(403);
    });
  });

  describe('registering a household by its address', () => {
    const place = `${COMMUNITY}/b-08/u-1`;
    const register = (body: object) =>
      played.ask('households', {
        as: 'rc-y',
        body: { territory: place, people: 1, members: [{ actorId: `re-${newId().slice(-12)}`, name: 'N' }], ...body },
      });

    it('makes one household of however many say it at once, and tells the others which', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => register({ room: '302' })));
      const [first, ...more] = answers.filter(({ status }) => status === 201);
      expect([more, first!.body['territory']]).toEqual([[], `${place}/h-${first!.body['id']}`]);
      for (const { status, body } of answers.filter((answer) => answer !== first)) {
        expect([status, body['code'], body['params']]).toEqual([
          409, 'already-registered', { householdId: first!.body['id'] },
        ]); // prettier-ignore
      }
      expect((await register({ room: '303' })).status).toBe(201);
    });

    it('needs the room, and a place that is no household', async () => {
      const wrong = await Promise.all([register({}), register({ room: '302', territory: `${place}/h-1` })]);
      expect(wrong.map(({ status, body }) => [status, body['errors'][0].pointer])).toEqual([
        [400, '/room'],
        [400, '/territory'],
      ]);
    });
  });

  describe('what neighbours are told', () => {
    it('keeps the contract, event by event, and nothing beside it', async () => {
      const { store } = played.service.runtime;
      const types = new Set<string>();
      for (let shard = 0; shard < 16; shard += 1) {
        for (const event of await store.read(shard, 0, 10_000)) {
          const translate = published[event.type];
          if (!translate) continue;
          types.add(event.type);
          const told = translate(event);
          expect(ordersContracts[event.type as keyof typeof ordersContracts].schema.parse(told)).toEqual(told);
        }
      }
      expect(Object.keys(ordersContracts).filter((type) => !types.has(type))).toEqual([]);
    });
  });

  describe('personal data', () => {
    it('S78 N12: is gone for ever when the key of its household is destroyed, and no repetition brings it back', async () => {
      const home = await household(played);
      const { vault } = played;
      await vault.forget(home.id, new Date().toISOString());
      await vault.write(home.id, 1, { members: [] });
      expect(await vault.read(home.id)).toBeUndefined();
      const told = await played.ask(`households/${home.id}`, { as: home.resident });
      expect(told.body).toMatchObject({ people: 2, members: [{ actorId: home.resident }] });
      expect(JSON.stringify(told.body)).not.toContain('Marked');
    });

    it('is never replaced by an older version', async () => {
      const home = await household(played);
      await played.vault.write(home.id, 0, { members: [] });
      expect((await played.vault.read(home.id))?.room).toBe('Marked Room 302');
    });

    it('S78: lies in the vault only, and comes back to its household and its committee', async () => {
      const home = await household(played);
      const told = await played.ask(`households/${home.id}`, { as: home.resident });
      expect(told.body).toMatchObject({ room: 'Marked Room 302', needs: 'Marked Need' });
      expect(told.body['members'][0]).toMatchObject({ name: 'Marked Name', telephone: '13899990000' });
      const { pool } = played.service.runtime;
      const tables = await pool.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
         where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
           and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`,
      );
      for (const { name } of tables.rows) {
        const found = await pool.query(`select 1 from ${name} t where t::text ~ 'Marked|1389999' limit 1`);
        expect([name, found.rowCount]).toEqual([name, 0]);
      }
    });
  });
});

async function closedRound(households: number, quantity: number) {
  const offerId = offer(played);
  const roundId = await round(played, [offerId]);
  const homes = await Promise.all(Array.from({ length: households }, () => household(played)));
  const orders = await Promise.all(
    homes.map(async (home) => ({ home, orderId: (await place(played, home, { roundId, offerId, quantity })).orderId })),
  );
  await close(played, roundId);
  await fixed(played, roundId);
  return { offerId, roundId, orders };
}

function reserve(orderId: string, offerId: string): void {
  const lots = [{ lotId: 'l1', quantity: 1 }];
  played.inventory.says(`stock-${offerId}`, 'StockReserved', {
    orderId,
    offerId,
    lots,
    until: '2030-01-01T00:00:00.000Z',
  });
}

type Stale = { type: 'PlaceOrder' | 'AmendOrder'; orderId: string; offerId: string; open: RoundState };

/** What a command does that read the round before its closing and is appended after its fixing. */
async function decidedOnStaleRound(home: Household, roundId: string, { type, orderId, offerId, open }: Stale) {
  const by = { actor: home.resident, role: 'resident', organisation: '', households: [home.id] };
  const members = { people: 1, members: [], consents: [] };
  const registered = { status: 'registered' as const, householdId: home.id, territory: home.territory, ...members };
  const wish = { lines: [{ offerId, quantity: 2 }], place: { kind: 'door' as const } };
  const policy = { version: 0, clauses: [{ id: 'everything' }], lineage: [] };
  const channel = { channel: 'api' as const, risk: 'medium' as const, policy };
  const data = { orderId, household: registered, round: open, ...channel, ...wish };
  const rule = { rule: 'played', policyVersion: 1, authorityStale: false, drill: false };
  const outcome = await played.service.runtime.store.execute({
    stream: { id: `order-${roundId}-${home.id}`, kind: 'order', territory: home.territory },
    decider: orderDecider,
    key: newId(),
    requestHash: 'played',
    actor: home.resident,
    admit: () => ({
      ok: true,
      envelope: { actor: home.resident, role: 'resident', ...rule, correlation: 'c', causation: 'c' },
    }),
    command: { type, at: new Date().toISOString(), by, data } as OrderCommand,
  });
  expect(outcome.kind).toBe('appended');
}
