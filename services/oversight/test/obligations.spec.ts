import { randomBytes } from 'node:crypto';
import { deliveryContracts, inventoryContracts, ordersContracts } from '@baogong/contracts';
import { uuid7 } from '@baogong/kernel';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const { example: sent } = inventoryContracts.ConsignmentDispatched;
const { example: counted } = inventoryContracts.GoodsReceived;
const { example: announced } = inventoryContracts.SupplyAnnounced;
const { example: planned } = deliveryContracts.ParcelPlanned;

const stage = new DrillStage();
const ACTORS = [
  ['rc-y', 'residents-committee', COMMUNITY],
  ['pf-y', 'property-firm', COMMUNITY],
  ['gp-1', 'platform', COMMUNITY],
  ['ps-1', 'pickup-station', COMMUNITY],
  ['rc-z', 'residents-committee', 'd-pudong/s-weifang/c-z'],
  ['sd-1', 'subdistrict-office', 'd-pudong/s-weifang'],
] as const;

const dispatch = async (consignmentId: string) => {
  const data = { ...sent, consignmentId };
  await stage.tell('inventory', `consignment-${consignmentId}`, {
    type: 'ConsignmentDispatched',
    at: stage.now(),
    data,
  });
};
const count = (consignmentId: string, at = stage.now()) =>
  stage.tell('inventory', `consignment-${consignmentId}`, {
    type: 'GoodsReceived',
    at,
    data: { ...counted, consignmentId },
  });
const obligations = async (query: string, as = 'do-1') =>
  (await stage.get(as, `obligations?limit=100&${query}`)).body.items;
const one = async (id: string) => (await obligations('')).find((each) => each['id'] === id);
const becomes = (id: string, status: string, level = 0) =>
  eventually(
    () => one(id),
    (found) => found?.['status'] === status && Number(found['level']) >= level,
  );
const posture = async (name: string) => {
  const body = { posture: name, territory: COMMUNITY, reason: 'spec' };
  expect((await stage.post('do-1', 'posture', body)).status).toBe(200);
  await eventually(
    () => Promise.resolve(stage.oversight.runtime.authority.posture(COMMUNITY)),
    (held) => held === name,
  );
};
const events = (id: string) =>
  stage.asOwner<{ type: string }>(`select type from es.event where stream = 'obligation-${id}' order by version`);

// The cluster of all specs stops in a hook of its own, after those of this block.
describe('obligations and their clocks', () => {
  beforeAll(async () => {
    await stage.open('inventory', 'delivery', 'orders');
    for (const [id, role, territory] of ACTORS) {
      const actor = { id, kind: 'organisation', name: `Office ${id}`, territory };
      expect((await stage.post('do-1', 'actors', actor)).status).toBe(201);
      expect((await stage.post('do-1', 'grants', { id: newId(), actorId: id, role, territory })).status).toBe(201);
    }
    await stage.settle();
    await stage.tell('inventory', 'offer-1', { type: 'SupplyAnnounced', at: stage.now(), data: announced });
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S6: no clock runs outside a crisis, and a switch into one starts it for what lies there already', async () => {
    await dispatch('c0');
    await dispatch('c00');
    await stage.settle();
    expect(await one('count-c0')).toBeUndefined();
    await count('c00');
    await stage.settle();
    await posture('lockdown');
    const begun = (await becomes('count-c0', 'running'))!;
    expect(Date.parse(String(begun['dueAt'])) - Date.parse(String(begun['startedAt']))).toBe(120 * 60_000);
    expect(await becomes('bring-c0', 'running')).toMatchObject({ action: 'DeliverToGate', owner: { id: 'gp-1' } });
    expect(await one('count-c00')).toBeUndefined();
    await posture('recovery');
    await becomes('count-c0', 'lapsed');
    await posture('lockdown');
    await becomes('count-c0', 'running');
    await count('c0');
    expect(await becomes('bring-c0', 'fulfilled')).toMatchObject({ late: false });
  });

  it('S42 S82: goods sent in a lockdown start two hours of the named consignee, and the count ends them', async () => {
    await dispatch('c1');
    const begun = (await becomes('count-c1', 'running'))!;
    expect(begun).toMatchObject({
      action: 'ReceiveGoods', owner: { id: 'pf-y', name: 'Office pf-y' }, rule: 'receive-goods/property-firm', level: 0,
    }); // prettier-ignore
    expect(Date.parse(String(begun['dueAt'])) - Date.parse(String(begun['startedAt']))).toBe(120 * 60_000);
    await count('c1');
    expect(await becomes('count-c1', 'fulfilled')).toMatchObject({ late: false });
  });

  it('S43 N6 I14: a breach is told to two levels at most, once each, with a kill of the service in between', async () => {
    await dispatch('c2');
    await becomes('count-c2', 'running');
    await stage.stop();
    await stage.pass(121);
    await stage.start();
    expect(await becomes('count-c2', 'breached', 1)).toMatchObject({
      answering: { role: 'residents-committee', id: 'rc-y' },
    });
    await stage.pass(8 * 60);
    expect(await becomes('count-c2', 'breached', 2)).toMatchObject({
      answering: { role: 'subdistrict-office', id: 'sd-1' },
    });
    await stage.pass(8 * 60);
    await becomes('count-c2', 'unanswered');
    expect((await events('count-c2')).map(({ type }) => type)).toEqual([
      'DutyStarted', 'DutyBreached', 'DutyEscalated', 'DutyEscalated', 'DutyUnanswered',
    ]); // prettier-ignore
  });

  it('S43: a breach is settled by whoever it was told to, with a reason, and by nobody else', async () => {
    await dispatch('c3');
    await becomes('count-c3', 'running');
    const settle = async (as: string, body: object = { outcome: 'excused', reason: 'the lift was out of order' }) => {
      const answer = await stage.post(as, 'obligations/count-c3/settlement', body);
      return [answer.status, answer.body['code']];
    };
    expect(await settle('rc-y')).toEqual([409, 'not-breached']);
    await stage.pass(121);
    await becomes('count-c3', 'breached', 1);
    expect(await settle('pf-y')).toEqual([403, 'outside-duty']);
    expect(await settle('sd-1')).toEqual([409, 'not-yours-to-settle']);
    expect(await settle('rc-z')).toEqual([404, 'not-found']);
    expect(await settle('rc-y', { outcome: 'excused', reason: ' ' })).toEqual([409, 'reason-missing']);
    expect(await settle('rc-y', { outcome: 'forgotten', reason: 'x' })).toEqual([400, 'malformed-request']);
    expect(await settle('rc-y')).toEqual([200, undefined]);
    expect(await settle('rc-y')).toEqual([409, 'already-settled']);
    expect((await stage.post('rc-y', 'obligations/none/settlement', { outcome: 'excused', reason: 'x' })).status).toBe(
      404,
    );
    expect(await becomes('count-c3', 'settled', 1)).toMatchObject({ outcome: 'excused' });
  });

  it('S6: a switch to recovery stops every clock at once, and a count that was made in time is no breach', async () => {
    await dispatch('c4');
    await dispatch('c5');
    await becomes('count-c5', 'running');
    const inTime = stage.now();
    await stage.pass(121);
    await becomes('count-c5', 'breached', 1);
    await count('c5', inTime);
    expect(await becomes('count-c5', 'fulfilled')).toMatchObject({ late: false });
    await dispatch('c6');
    await becomes('count-c6', 'running');
    await posture('recovery');
    expect(await becomes('count-c6', 'lapsed')).toMatchObject({ outcome: 'posture-switched' });
    expect(await becomes('count-c4', 'lapsed', 1)).toHaveProperty('breachedAt');
    await stage.pass(24 * 60);
    const told = (await events('count-c6')).map(({ type }) => type);
    expect(told).toEqual(['DutyStarted', 'DutyLapsed', 'DutyNoted']);
    await posture('lockdown');
  });

  it('S82: a parcel for a door is due in twelve hours, medicine in two, and a withdrawn one not at all', async () => {
    const plan = async (parcelId: string, itemClass: string) => {
      const offerId = newId();
      const data = { ...announced, offerId, itemClass };
      const line = { ...planned.lines[0]!, offerId };
      const parcel = { ...planned, parcelId, place: { kind: 'door' }, lines: [line] };
      const at = stage.now();
      const { territory } = planned;
      await stage.tell('delivery', `parcel-${parcelId}`, { type: 'ParcelPlanned', at, data: parcel, territory });
      await stage.tell('inventory', `offer-${offerId}`, { type: 'SupplyAnnounced', at, data });
    };
    const minutesOf = async (id: string) => {
      const found = (await becomes(id, 'running'))!;
      return (Date.parse(String(found['dueAt'])) - Date.parse(String(found['startedAt']))) / 60_000;
    };
    await plan('p1', 'food');
    await plan('p2', 'medicine');
    expect([await minutesOf('pack-p1'), await minutesOf('deliver-p1'), await minutesOf('deliver-p2')]).toEqual([
      720, 720, 120,
    ]);
    const data = { parcelId: 'p1', orderId: 'p1' };
    await stage.tell('delivery', 'parcel-p1', {
      type: 'ParcelWithdrawn',
      at: stage.now(),
      data,
      territory: planned.territory,
    });
    expect(await becomes('deliver-p1', 'lapsed')).toMatchObject({ outcome: 'withdrawn' });
    expect(await becomes('pack-p1', 'lapsed')).toBeDefined();
  });

  it('S68: closed demand has to be sent by its supplier, unless it was sent before the demand was known here', async () => {
    const fixed = (roundId: string) =>
      stage.tell('orders', `round-${roundId}`, {
        type: 'RequestsFixed',
        at: stage.now(),
        data: { ...ordersContracts.RequestsFixed.example, roundId, demand: { [announced.offerId]: 3 } },
      });
    await fixed('r1');
    const toSend = async (status = '') =>
      (await obligations(`owner=gp-1${status}`)).filter(({ action }) => action === 'DispatchConsignment');
    const [owed] = await eventually(
      () => toSend('&status=open'),
      (found) => found.length === 1,
    );
    expect(owed).toMatchObject({ subject: { kind: 'round', id: 'r1' } });
    const data = { ...sent, consignmentId: 'c7', roundId: 'r2' };
    await stage.tell('inventory', 'consignment-c7', { type: 'ConsignmentDispatched', at: stage.now(), data });
    await stage.settle();
    await fixed('r2');
    await stage.settle();
    expect((await toSend()).map(({ subject }) => subject)).toEqual([{ kind: 'round', id: 'r1' }]);
  });

  it('S58: where nobody holds the obliged role the duty is its escalation target’s from the beginning', async () => {
    const territory = 'd-pudong/s-weifang/c-z/b-01/h-1';
    const switched = { posture: 'lockdown', territory: 'd-pudong/s-weifang/c-z', reason: 'spec' };
    expect((await stage.post('do-1', 'posture', switched)).status).toBe(200);
    await stage.settle();
    await stage.oversight.runtime.authority.refresh();
    const data = { ...planned, parcelId: 'p9', territory };
    await stage.tell('delivery', 'parcel-p9', { type: 'ParcelPlanned', at: stage.now(), data, territory });
    expect(await becomes('pack-p9', 'running')).toMatchObject({ owner: { id: 'rc-z' }, role: 'residents-committee' });
  });

  it('shows the offices all, an organisation its own, and the community next door nothing', async () => {
    const mine = await obligations(`territory=${COMMUNITY}`, 'gp-1');
    expect(new Set(mine.map(({ owner }) => (owner as { id: string }).id))).toEqual(new Set(['gp-1']));
    const next = await stage.get('rc-z', `obligations?territory=${COMMUNITY}`);
    expect([next.status, (await obligations('', 'rc-z')).map(({ id }) => id)]).toEqual([404, ['pack-p9']]);
    const all = await obligations('status=unanswered');
    expect(all.map(({ id }) => id)).toEqual(['bring-c2', 'count-c2']);
    expect((await stage.get('do-1', 'obligations?status=late')).status).toBe(400);
    const page = (await stage.get('do-1', 'obligations?limit=2')).body;
    const rest = (await stage.get('do-1', `obligations?limit=100&cursor=${String(page['next'])}`)).body;
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual((await obligations('')).map(({ id }) => id));
  });
});
