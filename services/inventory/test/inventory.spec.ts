import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { rebuild } from '@baogong/event-pipe';
import { upcastBy } from '@baogong/event-store';
import { buildOpenApi } from '@baogong/http';
import { Pool } from 'pg';
import { inventoryService } from '../src/index.js';
import { stockStream } from '../src/domain/stock/stock.js';
import { changesOf, stockProjection } from '../src/read-models/stock/stock.projection.js';
import { COMMUNITY, eventually, playInventory } from './service.js';

type Played = Awaited<ReturnType<typeof playInventory>>;
const newId = () => uuid7(Date.now(), randomBytes(10));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

let played: Played;

async function announced(quantity: number): Promise<string> {
  const id = newId();
  const body = {
    ...{ id, territory: COMMUNITY, sku: 'veg-5kg', name: 'Vegetable bag', itemClass: 'food', unit: 'bag' },
    ...{ priceFen: 5000, quantity, weightGrams: 5000, origin: 'Chongming' },
    ...{ arrivesFrom: inDays(1), arrivesTo: inDays(2) },
  };
  const answer = await played.ask({ method: 'POST', url: 'supply-offers', actor: 'gp-1', body });
  expect([answer.status, answer.body]).toEqual([201, { id }]);
  return id;
}

async function dispatched(offerId: string, quantity: number): Promise<string> {
  const id = newId();
  const lines = [{ offerId, quantity }];
  const body = { id, roundId: newId(), territory: COMMUNITY, consignee: 'pf-y', lines };
  const answer = await played.ask({ method: 'POST', url: 'consignments', actor: 'gp-1', body });
  expect(answer.status).toBe(201);
  return id;
}

async function stocked(quantity: number): Promise<string> {
  const offerId = await announced(quantity);
  const consignment = await dispatched(offerId, quantity);
  const lines = [{ offerId, accepted: quantity, rejected: [], expiresOn: inDays(5).slice(0, 10) }];
  const url = `consignments/${consignment}/count`;
  expect((await played.ask({ method: 'POST', url, actor: 'pf-y', body: { lines } })).status).toBe(200);
  await eventually(async () => (await books(offerId))['received'] === quantity);
  return offerId;
}

async function books(offerId: string): Promise<Record<string, unknown>> {
  return (await played.ask({ method: 'GET', url: `stock/${offerId}`, actor: 'pf-y' })).body;
}

async function row(offerId: string): Promise<Record<string, unknown> | undefined> {
  const sql = `select received, on_hand as "onHand", reserved, handed_over as "handedOver", written_off as "writtenOff"
    from read.stock where offer_id = $1`;
  return (await played.service.runtime.pool.query(sql, [offerId])).rows[0] as Record<string, unknown> | undefined;
}

function grantGoods(offerId: string, quantity = 1, reservedUntil = inDays(2)): string {
  const orderId = newId();
  const { roundId, householdId } = { roundId: newId(), householdId: newId() };
  const line = { offerId, sku: 'veg-5kg', name: 'Vegetable bag', quantity, requested: quantity };
  played.orders.says(`order-${orderId}`, 'GoodsGranted', {
    ...{ orderId, roundId, householdId, territory: `${COMMUNITY}/b-07/h-0302`, place: { kind: 'door' } },
    ...{ lines: [{ ...line, priceFen: 5000, weightGrams: 5000 }], amountDueFen: 5000, reservedUntil },
  });
  return orderId;
}

async function told(type: string, offerId: string): Promise<{ data: { orderId: string; reason?: string } }[]> {
  const sql = 'select data from es.event where type = $1 and stream = $2 order by version';
  const { rows } = await played.service.runtime.pool.query(sql, [type, stockStream(COMMUNITY, offerId)]);
  return rows as { data: { orderId: string } }[];
}

describe('inventory', () => {
  beforeAll(async () => void (played = await playInventory()), 60_000);
  afterAll(() => played?.close(), 30_000);

  describe('goods come in', () => {
    it('S68 I3: from the announcement to the books, with what was refused at the gate', async () => {
      const offerId = await announced(100);
      const consignment = await dispatched(offerId, 100);
      const rejected = [{ quantity: 2, reason: 'crushed' }];
      const lines = [{ offerId, accepted: 98, rejected, expiresOn: inDays(5).slice(0, 10) }];
      const url = `consignments/${consignment}/count`;
      const wrong = await played.ask({
        ...{ method: 'POST', url, actor: 'pf-y' },
        body: { lines: [{ ...lines[0], accepted: 99 }] },
      });
      expect([wrong.status, wrong.body['code']]).toEqual([409, 'count-differs']);
      expect((await played.ask({ method: 'POST', url, actor: 'pf-y', body: { lines } })).status).toBe(200);
      await eventually(async () => (await row(offerId))?.['onHand'] === 98);
      expect(await books(offerId)).toMatchObject({
        received: 98,
        onHand: 98,
        reserved: 0,
        handedOver: 0,
        writtenOff: 0,
      });
      const list = await played.ask({ method: 'GET', url: 'consignments?limit=100', actor: 'gp-1' });
      const seen = (list.body['items'] as Record<string, unknown>[]).find(
        (item) => item['consignmentId'] === consignment,
      );
      expect(seen).toMatchObject({ counted: [{ accepted: 98, rejected }] });
    });

    it('S67: is dispatched by the supplier of the offer alone', async () => {
      const offerId = await announced(1);
      const lines = [{ offerId, quantity: 1 }];
      const body = { id: newId(), roundId: newId(), territory: COMMUNITY, consignee: 'pf-y', lines };
      const answer = await played.ask({ method: 'POST', url: 'consignments', actor: 'gp-2', body });
      expect([answer.status, answer.body['code']]).toEqual([409, 'not-your-supply']);
    });

    it('S45: is nothing to another community, refused to a resident, and closed to strangers', async () => {
      const offerId = await stocked(1);
      const see = (actor: string, url: string) => played.ask({ method: 'GET', url, actor });
      expect((await see('pf-z', `stock/${offerId}`)).status).toBe(404);
      expect((await see('re-0001', `stock/${offerId}`)).status).toBe(403);
      expect((await see('nobody', `stock/${offerId}`)).status).toBe(404);
      expect((await see('re-0001', `supply-offers/${offerId}`)).status).toBe(200);
      expect((await see('pf-z', `supply-offers/${offerId}`)).status).toBe(404);
      expect((await see('gp-2', `stock/${offerId}`)).status).toBe(404);
      expect((await see('gp-1', `stock/${offerId}`)).status).toBe(200);
    });

    it('shows the price list to everyone of the community, page by page', async () => {
      const [first, second] = [await announced(3), await announced(4)];
      const page = (query: string) => played.ask({ method: 'GET', url: `supply-offers?${query}`, actor: 're-0001' });
      await eventually(async () => {
        const listed = JSON.stringify((await page('limit=100')).body);
        return listed.includes(first) && listed.includes(second);
      });
      const ids: string[] = [];
      for (let query: string | null = 'limit=1'; query !== null;) {
        const { status, body } = await page(query);
        expect(status).toBe(200);
        const { items, next } = body as { items: { offerId: string }[]; next: string | null };
        ids.push(...items.map(({ offerId }) => offerId));
        query = next && `limit=1&cursor=${next}`;
      }
      expect(ids).toEqual(expect.arrayContaining([first, second]));
      expect([...ids].sort()).toEqual(ids);
      const foreign = await played.ask({ method: 'GET', url: 'supply-offers', actor: 'pf-z' });
      expect(foreign.body).toEqual({ items: [], next: null });
      const withdraw = (actor: string) =>
        played.ask({ method: 'POST', url: `supply-offers/${second}/withdrawal`, actor, body: { reason: 'flood' } });
      expect((await withdraw('gp-2')).body['code']).toBe('not-your-supply');
      expect((await withdraw('gp-1')).status).toBe(200);
      expect((await withdraw('pf-z')).status).toBe(404);
      const seen = await played.ask({ method: 'GET', url: `supply-offers/${second}`, actor: 're-0001' });
      expect(seen.body).toMatchObject({ status: 'withdrawn' });
    });

    it('names every field that is malformed', async () => {
      const body = { id: 'x', territory: 'd-pudong', colour: 'green' };
      const answer = await played.ask({ method: 'POST', url: 'supply-offers', actor: 'gp-1', body });
      expect(answer.status).toBe(400);
      const pointers = (answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
      expect(pointers).toEqual(expect.arrayContaining(['/id', '/territory', '/colour', '/priceFen']));
    });
  });

  describe('goods are given out', () => {
    it('I2 L7: 500 parallel reservations on 1 unit: exactly 1', async () => {
      const offerId = await stocked(1);
      const granted = Array.from({ length: 500 }, () => grantGoods(offerId));
      await eventually(async () => {
        const answers = [
          ...(await told('StockReserved', offerId)),
          ...(await told('StockReservationDeclined', offerId)),
        ];
        return answers.length === 500;
      }, 60_000);
      const reserved = await told('StockReserved', offerId);
      const declined = await told('StockReservationDeclined', offerId);
      expect([reserved.length, declined.length]).toEqual([1, 499]);
      const orders = [...reserved, ...declined].map(({ data }) => data.orderId).sort();
      expect(orders).toEqual([...granted].sort());
      await eventually(async () => (await row(offerId))?.['reserved'] === 1);
      expect(await row(offerId)).toEqual({ received: 1, onHand: 0, reserved: 1, handedOver: 0, writtenOff: 0 });
    }, 90_000);

    it('I2: 500 parallel commands of the system on 1 unit: exactly 1', async () => {
      const offerId = await stocked(1);
      const stream = { id: stockStream(COMMUNITY, offerId), kind: 'stock', territory: COMMUNITY };
      const reserve = (n: number) => {
        const data = { orderId: newId(), offerId, quantity: 1, until: inDays(2) };
        const origin = { key: `storm-${n}`, correlation: 'storm', causation: 'storm' };
        return played.service.runtime.issue({ action: 'ReserveStock', stream, data }, origin);
      };
      await Promise.all(Array.from({ length: 500 }, (_, n) => reserve(n)));
      expect((await told('StockReserved', offerId)).length).toBe(1);
      expect((await told('StockReservationDeclined', offerId)).length).toBe(499);
    }, 60_000);

    it('packed, handed over: the goods have left', async () => {
      const offerId = await stocked(3);
      const orderId = grantGoods(offerId, 2);
      await eventually(async () => (await row(offerId))?.['reserved'] === 2);
      const parcel = { parcelId: orderId, orderId, pieces: 1, weightGrams: 10_000 };
      played.delivery.says(`parcel-${orderId}`, 'ParcelPacked', { ...parcel, packedBy: 'pf-y' });
      await eventually(async () => (await told('ReservationPinned', offerId)).length === 1);
      const handedOver = { ...parcel, householdId: newId(), by: 'pf-y', means: 'pass' };
      played.delivery.says(`parcel-${orderId}`, 'ParcelHandedOver', handedOver);
      await eventually(async () => (await row(offerId))?.['handedOver'] === 2);
      expect(await row(offerId)).toEqual({ received: 3, onHand: 1, reserved: 0, handedOver: 2, writtenOff: 0 });
    }, 30_000);

    it('cancelled: back to the shelf', async () => {
      const offerId = await stocked(2);
      const orderId = grantGoods(offerId, 2);
      await eventually(async () => (await row(offerId))?.['reserved'] === 2);
      const cancelled = { orderId, roundId: newId(), householdId: newId(), reason: 'no-longer-needed' };
      played.orders.says(`order-${orderId}`, 'OrderCancelled', cancelled);
      await eventually(async () => (await row(offerId))?.['onHand'] === 2);
    }, 30_000);

    it('not packed in time: the reservation ends by its timer', async () => {
      const offerId = await stocked(2);
      grantGoods(offerId, 2, new Date(Date.now() + 500).toISOString());
      await eventually(async () => (await told('ReservationExpired', offerId)).length === 1, 20_000);
      await eventually(async () => (await row(offerId))?.['onHand'] === 2);
    }, 30_000);
  });

  describe('the stock is adjusted', () => {
    it('with a reason, on the version that was read, once', async () => {
      const offerId = await stocked(5);
      const url = `stock/${offerId}/adjustments`;
      const seen = await played.ask({ method: 'GET', url: `stock/${offerId}`, actor: 'pf-y' });
      const [lot] = seen.body['lots'] as { lotId: string }[];
      const body = { lotId: lot!.lotId, change: -2, reason: 'mouldy' };
      const adjust = (headers: Record<string, string>, actor = 'pf-y') =>
        played.ask({ method: 'POST', url, actor, body, headers });
      expect((await adjust({})).status).toBe(428);
      expect((await adjust({ 'if-match': '"99"' })).status).toBe(412);
      const version = String(seen.headers['etag']);
      expect((await adjust({ 'if-match': version }, 'gp-1')).status).toBe(403);
      const key = { 'if-match': version, 'idempotency-key': 'once' };
      const first = await adjust(key);
      const again = await adjust(key);
      expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([200, 200, 'true']);
      const after = { 'baogong-after': String(first.headers['baogong-position']) };
      await played.ask({ method: 'GET', url: 'stock', actor: 'pf-y', headers: after });
      expect(await row(offerId)).toEqual({ received: 5, onHand: 3, reserved: 0, handedOver: 0, writtenOff: 2 });
    }, 30_000);
  });

  describe('what a consumer cannot apply', () => {
    const parked = async () => {
      const { body } = await played.ask({ method: 'GET', url: 'parked/inventory', actor: 'do-1' });
      return body['items'] as { id: string; stream: string; type: string; reason: string; attempts: number }[];
    };
    const one = async (id: string, after?: string) => {
      const headers: Record<string, string> = after ? { 'baogong-after': after } : {};
      return (await played.ask({ method: 'GET', url: `parked/inventory/${id}`, actor: 'do-1', headers })).body;
    };
    const order = async (id: string, end: string, body: object = {}, actor = 'do-1') => {
      const reply = await played.ask({ method: 'POST', url: `parked/inventory/${id}/${end}`, actor, body });
      return { ...reply, after: String(reply.headers['baogong-position']) };
    };
    /** A fault of the read model itself: from now on it cannot show this offer. */
    const breakModel = (offerId: string) =>
      played.asOwner(`alter table read.supply_offer add constraint fault check (offer_id <> '${offerId}') not valid`);
    const mendModel = () => played.asOwner('alter table read.supply_offer drop constraint fault');
    const withdraw = (id: string) =>
      played.ask({ method: 'POST', url: `supply-offers/${id}/withdrawal`, actor: 'gp-1', body: { reason: 'none' } });
    const shown = async (offerId: string) =>
      (
        await played.service.runtime.pool.query<{ because: string | null }>(
          'select withdrawn_because as because from read.supply_offer where offer_id = $1',
          [offerId],
        )
      ).rows;

    async function parkedOffer(): Promise<{ offerId: string; first: string; second: string }> {
      const offerId = newId();
      await breakModel(offerId);
      const body = {
        ...{ id: offerId, territory: COMMUNITY, sku: 'veg', name: 'Vegetables', itemClass: 'food', unit: 'bag' },
        ...{ priceFen: 5000, quantity: 1, weightGrams: 5000, origin: 'Chongming' },
        ...{ arrivesFrom: inDays(1), arrivesTo: inDays(2) },
      };
      await played.ask({ method: 'POST', url: 'supply-offers', actor: 'gp-1', body });
      expect((await withdraw(offerId)).status).toBe(200);
      await eventually(async () => (await parked()).length === 2);
      const [first, second] = await parked();
      expect([first, second]).toMatchObject([
        { type: 'SupplyAnnounced', attempts: 1, reason: expect.stringContaining('fault') as string },
        { type: 'SupplyWithdrawn', attempts: 0, reason: 'behind a parked event' },
      ]);
      return { offerId, first: first!.id, second: second!.id };
    }

    it('F12: is parked, told, replayed in order once the fault is mended, and kept on record', async () => {
      const { offerId, first, second } = await parkedOffer();
      const waiting = await one(first);
      expect(waiting).toMatchObject({ status: 'parked' });
      expect(JSON.parse(String(waiting['data']))).toMatchObject({ offerId, sku: 'veg' });
      const vain = await order(first, 'replay');
      expect(vain.status).toBe(200);
      expect(await one(first, vain.after)).toMatchObject({ status: 'parked', attempts: 2 });
      expect((await order(second, 'replay')).body['code']).toBe('behind-another');
      await mendModel();
      const { after } = await order(first, 'replay');
      expect(await one(first, after)).toMatchObject({ status: 'replayed', settledBy: 'do-1' });
      expect(await one(second)).toMatchObject({ status: 'replayed', settledBy: 'do-1' });
      expect(await shown(offerId)).toEqual([{ because: 'none' }]);
      expect(await parked()).toEqual([]);
      expect((await order(first, 'replay')).body['code']).toBe('already-settled');
    });

    it('F12: is left out by the district alone, for a reason that the log keeps', async () => {
      const { offerId, first, second } = await parkedOffer();
      const reason = { reason: 'announced by mistake' };
      for (const [end, body] of [
        ['replay', {}],
        ['skip', reason],
      ] as const) {
        expect((await order(first, end, body, 'gp-1')).body).toMatchObject({ code: 'outside-duty', rule: 'no-rule' });
        expect((await order(first, end, body, 'pf-z')).status).toBe(404);
        expect((await order('supply-offers.inventory.3.999999', end, body)).status).toBe(404);
      }
      expect((await played.ask({ method: 'GET', url: 'parked/inventory', actor: 'pf-y' })).status).toBe(403);
      expect((await order(first, 'skip')).status).toBe(400);
      const { after } = await order(first, 'skip', reason);
      expect(await one(first, after)).toMatchObject({ status: 'skipped', settledBy: 'do-1', why: reason.reason });
      expect(await one(second)).toMatchObject({ status: 'replayed' });
      expect(await shown(offerId)).toEqual([]);
      const { rows } = await played.service.runtime.pool.query(
        `select actor, rule, data->>'reason' as reason from es.event where type = 'ParkedSkipOrdered'`,
      );
      expect(rows).toEqual([{ actor: 'do-1', rule: expect.stringContaining('SkipParkedEvent') as string, ...reason }]);
      await mendModel();
    });
  });

  describe('the whole', () => {
    it('L12: the stock read model made again from the log is the same', async () => {
      const { pool } = played.service.runtime;
      const log = await pool.query('select stream, territory, type, data from es.event order by shard, pos');
      const { rows } = await pool.query('select * from read.stock order by stream');
      const handled = new Set(stockProjection.handles);
      const again = changesOf(log.rows.filter(({ type }: { type: string }) => handled.has(type))).map(
        ({ offerId, onHand, handedOver, writtenOff, ...change }) => ({
          ...change,
          offer_id: offerId,
          on_hand: onHand,
          handed_over: handedOver,
          written_off: writtenOff,
        }),
      );
      expect(again.length).toBeGreaterThan(5);
      expect(again.sort((a, b) => (a.stream < b.stream ? -1 : 1))).toEqual(rows);
    });

    it('L12: each read model is made anew from the log beside the live one, and is the same', async () => {
      const pool = new Pool({ connectionString: played.ownerUrl, max: 4 });
      const upcast = upcastBy({}, inventoryService.eventTypes);
      try {
        for (const model of inventoryService.readModels!) {
          const made = await rebuild({ pool, model, upcast });
          expect([model.projection.name, made.kind, made.rebuilt]).toEqual([
            model.projection.name,
            'swapped',
            made.live,
          ]);
          expect(made.events).toBeGreaterThan(0);
        }
      } finally {
        await pool.end();
      }
      const offers = await played.ask({ method: 'GET', url: 'supply-offers', actor: 'gp-1' });
      expect(offers.status).toBe(200);
      await stocked(3);
    });

    it('describes every route it answers', () => {
      const { paths } = buildOpenApi(played.app, { title: 'inventory', version: '1' });
      const routes = Object.entries(paths).flatMap(([path, item]) =>
        Object.keys(item).map((verb) => `${verb} ${path}`),
      );
      expect(routes.sort()).toEqual([
        'get /api/v1/consignments',
        'get /api/v1/consignments/{id}',
        'get /api/v1/parked/inventory',
        'get /api/v1/parked/inventory/{id}',
        'get /api/v1/stock',
        'get /api/v1/stock/{offerId}',
        'get /api/v1/supply-offers',
        'get /api/v1/supply-offers/{id}',
        'post /api/v1/consignments',
        'post /api/v1/consignments/{id}/count',
        'post /api/v1/parked/inventory/{id}/replay',
        'post /api/v1/parked/inventory/{id}/skip',
        'post /api/v1/stock/{offerId}/adjustments',
        'post /api/v1/supply-offers',
        'post /api/v1/supply-offers/{id}/withdrawal',
      ]);
    });
  });
});
