import { createHash } from 'node:crypto';
import { rebuild } from '@baogong/event-pipe';
import { upcastBy } from '@baogong/event-store';
import { householdAliasOf, passKeysOf, placeHashOf, sign } from '@baogong/passes';
import { Pool } from 'pg';
import { deliveryService } from '../src/index.js';
import { COMMUNITY, eventually, newId, playDelivery, type Home } from './stage.js';

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof playDelivery>>['ask']>>;
type Pass = { token: string; spokenCode: string; passId: string; place: string; window: { from: string; to: string } };

let played: Awaited<ReturnType<typeof playDelivery>>;
let home: Home;

const post = (url: string, actor: string, body: object = {}, headers: Record<string, string> = {}) =>
  played.ask({ method: 'POST', url, actor, body, headers });
const get = (url: string, actor: string) => played.ask({ url, actor });
const told = ({ status, body }: Answer) => [status, body['code']];

async function planned(of = home, place: object = { kind: 'station', stationId: 'ps-1' }): Promise<string> {
  const orderId = newId();
  const { householdId, territory } = of;
  const line = { offerId: 'veg', sku: 'veg-5kg', name: 'Vegetable bag', quantity: 2, weightGrams: 5000 };
  const lines = [{ ...line, lots: [{ lotId: 'lot-1', quantity: 2 }] }];
  const data = { orderId, roundId: newId(), householdId, territory, place, lines };
  played.orders.says({ stream: `order-${orderId}`, type: 'OrderConfirmed', territory, data });
  await eventually(async () => (await statusOf(orderId)) === 'planned');
  return orderId;
}

async function statusOf(parcelId: string): Promise<unknown> {
  return (await get(`parcels/${parcelId}`, 'pf-y')).body['status'];
}

async function packed(window: object = {}, id?: string): Promise<string> {
  const parcelId = id ?? (await planned());
  const answer = await post(`parcels/${parcelId}/packing`, 'pf-y', { pieces: 2, weightGrams: 10_050, ...window });
  expect(told(answer)).toEqual([200, undefined]);
  return parcelId;
}

async function atStation(window: object = {}): Promise<string> {
  const id = await packed(window);
  expect((await post(`parcels/${id}/offers`, 'pf-y', { to: 'ps-1' })).status).toBe(200);
  expect((await post(`parcels/${id}/acceptance`, 'ps-1')).status).toBe(200);
  return id;
}

async function passOf(parcelId: string, of = home): Promise<Pass> {
  const { status, body } = await get(`passes/${parcelId}`, of.resident);
  expect(status).toBe(200);
  return body as unknown as Pass;
}

const show = (pass: string, { actor = 'ps-1', place = 'ps-1', key = newId() } = {}) =>
  post('hand-overs', actor, { id: newId(), place, pass }, { 'idempotency-key': key });
const say = (parcelId: string, code: string, { actor = 'ps-1', place = 'ps-1' } = {}) =>
  post('hand-overs', actor, { id: newId(), place, parcelId, code });

async function refusals(): Promise<{ reason: string; stream: string }[]> {
  const sql = `select data->>'reason' as reason, stream from es.event where type = 'PassRefused' order by recorded_at, id`;
  return (await played.runtime.pool.query(sql)).rows as { reason: string; stream: string }[];
}

describe('delivery', () => {
  beforeAll(async () => {
    played = await playDelivery();
    home = await played.settle();
    const hours = { territory: COMMUNITY, opensAt: '08:00', closesAt: '20:00' };
    for (const id of ['ps-1', 'ps-2'])
      expect((await post('stations', id, { id, name: id, ...hours })).status).toBe(201);
  }, 60_000);
  afterAll(() => played?.close(), 30_000);

  describe('from the confirmed order to the household', () => {
    it('S67 I8: is planned, packed, offered, accepted and handed over, and has one holder all the way', async () => {
      const id = await atStation();
      const pass = await passOf(id);
      const done = await show(pass.token);
      expect([done.status, done.body]).toMatchObject([201, { parcelId: id, by: 'ps-1', means: 'pass', pieces: 2 }]);
      const types = `select type from es.event where stream = $1 order by version`;
      const { rows } = await played.runtime.pool.query(types, [`parcel-${id}`]);
      expect(rows.map(({ type }: { type: string }) => type)).toEqual([
        'ParcelPlanned',
        'ParcelPacked',
        'PassIssued',
        'ParcelOffered',
        'ParcelAccepted',
        'ParcelHandedOver',
      ]);
    });

    it('is carried to the door by a volunteer against the spoken code', async () => {
      const id = await packed({}, await planned(home, { kind: 'door' }));
      await post(`parcels/${id}/offers`, 'pf-y', { to: 'vo-001' });
      expect(told(await post(`parcels/${id}/acceptance`, 'ps-1'))).toEqual([409, 'not-offered-to-you']);
      await post(`parcels/${id}/acceptance`, 'vo-001');
      const { spokenCode, place } = await passOf(id);
      expect(place).toBe(home.territory);
      const done = await say(id, spokenCode, { actor: 'vo-001', place });
      expect([done.status, done.body['means']]).toEqual([201, 'code']);
    });

    it('asked for again with the same key answers the same and does nothing', async () => {
      const { token } = await passOf(await atStation());
      const [key, id] = [newId(), newId()];
      const again = () => post('hand-overs', 'ps-1', { id, place: 'ps-1', pass: token }, { 'idempotency-key': key });
      const [first, second] = [await again(), await again()];
      expect(second.body).toEqual(first.body);
      expect(second.headers['idempotent-replayed']).toBe('true');
    });
  });

  describe('S62 N3: passes that are refused', () => {
    it('are refused with their reason, and each refusal is an event', async () => {
      const id = await atStation();
      const { token, passId, window } = await passOf(id);
      const bound = { householdAlias: householdAliasOf(home.householdId), placeHash: placeHashOf('ps-1') };
      const said = { passId, ...bound, windowFrom: window.from, windowTo: window.to, kind: 'pickup' as const };
      const [ours, theirs] = ['delivery spec', 'theirs'].map((name) =>
        passKeysOf(createHash('sha256').update(name).digest()),
      );
      const soon = { windowFrom: new Date(Date.now() + 3_600_000).toISOString() };
      const early = await passOf(await atStation(soon));
      const onTheWay = await passOf(await packed());
      const used = await passOf(await atStation());
      expect((await show(used.token)).status).toBe(201);
      const before = (await refusals()).length;

      const table: [string, Promise<Answer>, string][] = [
        ['a pass of noise', show('NOT A PASS'), 'forged'],
        [
          'one character changed',
          show(`${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`),
          'forged',
        ],
        ['signed with another key', show(sign(said, theirs!)), 'forged'],
        ['used before', show(used.token), 'replayed'],
        ['used before, at another station', show(used.token, { actor: 'ps-2', place: 'ps-2' }), 'replayed'],
        ['of another station', show(token, { actor: 'ps-2', place: 'ps-2' }), 'foreign'],
        ['of another household', show(sign({ ...said, householdAlias: '000000' }, ours!)), 'foreign'],
        ['of a parcel nobody knows', show(sign({ ...said, passId: newId() }, ours!)), 'foreign'],
        ['before its window', show(early.token), 'too-early'],
        ['shown to who does not hold the parcel', show(onTheWay.token), 'not-ready'],
        ['shown to another station at the right place', show(token, { actor: 'ps-2' }), 'not-ready'],
      ];
      for (const [name, attempt, reason] of table) expect([name, ...told(await attempt)]).toEqual([name, 409, reason]);

      const recorded = (await refusals()).slice(before);
      expect(recorded.map(({ reason }) => reason).sort()).toEqual(table.map(([, , reason]) => reason).sort());
      expect(recorded.filter(({ stream }) => stream.startsWith('pass-desk-'))).toHaveLength(4);
      expect(await statusOf(id)).toBe('accepted');
      expect((await show(token)).status).toBe(201);
    });

    it('of another community do not exist there, and leave their trace where they were shown', async () => {
      const { token } = await passOf(await atStation());
      const there = { actor: 'pf-z', place: 'd-pudong/s-weifang/c-z/b-01/h-1' };
      expect(told(await show(token, there))).toEqual([409, 'foreign']);
      expect((await refusals()).at(-1)?.stream).toMatch(/^pass-desk-/);
    });

    it('by code: five wrong ones lock it, the pass still opens', async () => {
      const id = await atStation();
      const { token, spokenCode } = await passOf(id);
      const wrong = spokenCode === '000000' ? '000001' : '000000';
      for (let i = 0; i < 5; i += 1) expect(told(await say(id, wrong))).toEqual([409, 'wrong-code']);
      expect(told(await say(id, spokenCode))).toEqual([409, 'locked']);
      expect((await show(token)).status).toBe(201);
    });

    it('20 shown at the same moment open once', async () => {
      const { token } = await passOf(await atStation());
      const answers = await Promise.all(Array.from({ length: 20 }, () => show(token)));
      const codes = answers.map(({ status, body }) => (status === 201 ? 'opened' : String(body['code'])));
      expect(codes.filter((code) => code === 'opened')).toHaveLength(1);
      expect(codes.filter((code) => code === 'replayed')).toHaveLength(19);
    });

    it('I10 S84: are not decided before the policy has come under which others act already, then by what it says', async () => {
      const { token } = await passOf(await atStation());
      const under = { policyVersion: 1, rule: 'place-order/resident@1' };
      const elsewhere = { orderId: newId(), roundId: newId(), householdId: newId() };
      const territory = `${COMMUNITY}/b-01`;
      played.orders.says({
        stream: 'order-else',
        type: 'OrderLapsed',
        territory,
        data: { ...elsewhere, reason: 'x' },
        under,
      });
      await eventually(async () => (await show(token)).body['code'] === 'authority-unknown');
      expect((await show(token)).status).toBe(503);
      const issue = (version: number, clauses: object[]) =>
        played.oversight.says({
          ...{ stream: 'policies-d-pudong', type: 'PolicyIssued', territory: 'd-pudong' },
          data: {
            ...{
              version,
              territory: COMMUNITY,
              parentVersion: 0,
              keeps: [],
              delegated: [],
              issuedBy: 'district-office',
            },
            ...{ clauses, source: { title: `Notice ${version}`, article: 'article 3' } },
            ...{ effectiveFrom: '2026-01-01T00:00:00.000Z', issuedAt: '2026-01-01T00:00:00.000Z' },
          },
        });
      issue(1, [{ id: 'doors', where: { channels: ['door'] } }]);
      await eventually(async () => (await show(token)).status === 409);
      const lineage = `${COMMUNITY} 1: Notice 1, article 3`;
      const refused = await show(token);
      expect([...told(refused), refused.body['params']]).toMatchObject([
        ...[409, 'outside-policy'],
        { policy: 1, clause: 'doors', part: 'channel', lineage },
      ]);
      issue(2, [{ id: 'everything' }]);
      await eventually(() => played.runtime.authority.inForce(COMMUNITY)?.policyVersion === 2);
      expect((await show(token)).status).toBe(201);
    });

    it('malformed requests are told apart from refused passes', async () => {
      const both = { id: newId(), place: 'ps-1', pass: 'X', parcelId: newId(), code: '123456' };
      expect((await post('hand-overs', 'ps-1', both)).status).toBe(400);
      expect((await post('hand-overs', 'ps-1', { id: newId(), place: 'ps-1' })).status).toBe(400);
      expect((await post('hand-overs', 'ps-1', { id: newId(), place: 'ps-1', pass: 'X', extra: 1 })).status).toBe(400);
    });
  });

  describe('S78: who sees what', () => {
    it('shows pass and code to the household only, the same text each time', async () => {
      const id = await atStation();
      expect((await passOf(id)).token).toBe((await passOf(id)).token);
      const neighbour = await played.settle();
      expect((await get(`passes/${id}`, neighbour.resident)).status).toBe(404);
      for (const worker of ['ps-1', 'pf-y', 'vo-001']) expect((await get(`passes/${id}`, worker)).status).toBe(403);
      expect((await get(`passes/${id}`, 'pf-z')).status).toBe(404);
    });

    it('has no pass before packing', async () =>
      expect(told(await get(`passes/${await planned()}`, home.resident))).toEqual([409, 'not-packed']));

    it('lists work by building and status, page by page; a household sees its own', async () => {
      const [one, other] = [await played.settle(), await played.settle()];
      const mine = [await planned(one), await planned(one), await planned(one)];
      await planned(other);
      const building = one.territory.split('/')[3];
      const url = `parcels?building=${building}&status=planned&householdId=${one.householdId}&limit=2`;
      await eventually(
        async () => ((await get(url.replace('limit=2', 'limit=9'), 'pf-y')).body['items'] as unknown[]).length === 3,
      );
      const first = await get(url, 'pf-y');
      const second = await get(`${url}&cursor=${String(first.body['next'])}`, 'pf-y');
      const ids = [first, second].flatMap(({ body }) => (body['items'] as { id: string }[]).map(({ id }) => id));
      expect(ids).toEqual(mine);
      const own = (await get('parcels', one.resident)).body['items'] as { householdId: string }[];
      expect(own.map(({ householdId }) => householdId)).toEqual([one.householdId, one.householdId, one.householdId]);
      expect((await get('parcels', 'pf-z')).body['items']).toEqual([]);
    });

    it('S28: what a building was told tells whoever carries to leave goods at its doors', async () => {
      const [one, other] = [await played.settle(), await played.settle()];
      const door = { kind: 'door' };
      const ids = [await planned(one, door), await planned(other, door), await planned(one)];
      const contactless = async () => {
        const all = (await get('parcels?limit=100', 'pf-y')).body['items'] as { id: string; contactless: boolean }[];
        return ids.map((id) => all.find((parcel) => parcel.id === id)?.contactless);
      };
      await eventually(async () => !(await contactless()).includes(undefined));
      expect(await contactless()).toEqual([false, false, false]);
      const tell = (told: boolean) => {
        const buildings = [{ place: one.territory.split('/u-')[0]!, contactless: told }];
        const change = { kind: 'risk', level: told ? 'high' : 'low' };
        const data = { noticeId: newId(), territory: COMMUNITY, change, buildings };
        played.oversight.says({ stream: `notices-${COMMUNITY}`, type: 'NoticePosted', territory: COMMUNITY, data });
      };
      tell(true);
      await eventually(async () => (await contactless())[0] === true);
      // At a station nobody comes to a door.
      expect(await contactless()).toEqual([true, false, false]);
      expect((await get(`parcels/${ids[0]!}`, one.resident)).body['contactless']).toBe(true);
      tell(false);
      await eventually(async () => (await contactless())[0] === false);
    });

    it('S81: lists the stations of the community', async () => {
      await eventually(async () => ((await get('stations', home.resident)).body['items'] as unknown[]).length === 2);
      expect((await get('stations', 'pf-z')).body['items']).toEqual([]);
      expect((await get('stations/ps-1', home.resident)).body).toMatchObject({
        stationId: 'ps-1',
        organisation: 'ps-1',
      });
      expect((await get('stations/ps-1', 'pf-z')).status).toBe(404);
      const body = {
        id: 'ps-9',
        territory: COMMUNITY,
        name: 'x',
        organisation: 'ps-1',
        opensAt: '08:00',
        closesAt: '09:00',
      };
      expect(told(await post('stations', 'ps-2', body))).toEqual([409, 'not-your-organisation']);
      expect((await post('stations', 'pf-y', body)).status).toBe(403);
    });

    it('S81: amends name and hours of a station for its own organisation, by version', async () => {
      const url = 'stations/ps-2';
      const amended = { name: 'ps-2, hall', opensAt: '09:00', closesAt: '21:00' };
      const amend = (actor: string, headers: Record<string, string> = { 'if-match': '"1"' }) =>
        played.ask({ method: 'PUT', url, actor, body: amended, headers });
      expect((await amend('ps-2', {})).status).toBe(428);
      expect(told(await amend('ps-1'))).toEqual([409, 'not-your-organisation']);
      expect((await amend('pf-y')).status).toBe(403);
      expect((await amend('ps-2')).status).toBe(200);
      expect((await get(url, 'ps-2')).body).toMatchObject({ ...amended, organisation: 'ps-2' });
      const named = async () =>
        ((await get('stations', 'ps-2')).body['items'] as { name: string }[]).map(({ name }) => name);
      await eventually(async () => (await named()).includes(amended.name));
      expect(await named()).toHaveLength(2);
    });
  });

  describe('parcels that are not fetched', () => {
    const orderSays = (type: string, orderId: string) => {
      const { householdId, territory } = home;
      const data = {
        orderId,
        householdId,
        ...(type === 'OrderLapsed' ? { roundId: newId(), reason: 'uncollected' } : {}),
      };
      played.orders.says({ stream: `order-${orderId}`, type, territory, data });
    };
    const has = async (id: string, type: string) => {
      const sql = 'select 1 from es.event where stream = $1 and type = $2';
      return (await played.runtime.pool.query(sql, [`parcel-${id}`, type])).rowCount === 1;
    };

    it('S43: are withdrawn before packing, and not any more after', async () => {
      const [early, late] = [await planned(), await packed()];
      orderSays('OrderCancellationRequested', early);
      orderSays('OrderCancellationRequested', late);
      await eventually(
        async () => (await has(early, 'ParcelWithdrawn')) && (await has(late, 'ParcelWithdrawalDeclined')),
      );
      expect(await statusOf(late)).toBe('packed');
    });

    it('expire with their window, are withdrawn when the order lapses, and their pass opens nothing', async () => {
      const id = await atStation();
      const { token } = await passOf(id);
      await played.pass(25 * 60);
      await eventually(() => has(id, 'ParcelUncollected'));
      expect(told(await show(token))).toEqual([409, 'expired']);
      orderSays('OrderLapsed', id);
      await eventually(() => has(id, 'ParcelWithdrawn'));
      expect(told(await get(`passes/${id}`, home.resident))).toEqual([409, 'over']);
    });

    it('L12: each read model is made anew from the log beside the live one, and is the same', async () => {
      const pool = new Pool({ connectionString: played.ownerUrl, max: 4 });
      const upcast = upcastBy({}, deliveryService.eventTypes);
      try {
        for (const model of deliveryService.readModels!) {
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
      expect(await statusOf(await packed())).toBe('packed');
    });
  });
});
