import { randomBytes } from 'node:crypto';
import { deliveryContracts, inventoryContracts, ordersContracts } from '@baogong/contracts';
import { uuid7 } from '@baogong/kernel';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const HOUR_MS = 3_600_000;
const newId = () => uuid7(Date.now(), randomBytes(10));
const stage = new DrillStage();
const now = Date.now();
const ago = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
const { offerId } = ordersContracts.OrderPlaced.example.lines[0]!;

const home = (index: number) => `${COMMUNITY}/b-07/h-${index}`;
const order = (index: number) => ({ orderId: `order-${index}`, roundId: 'round', householdId: `home-${index}` });

async function register(index: number, at: string) {
  const data = { householdId: `home-${index}`, territory: home(index), people: 2, members: [] };
  await stage.tell('orders', `household-${index}`, { type: 'HouseholdRegistered', at, data, territory: home(index) });
}
async function place(index: number, at: string) {
  const data = { ...ordersContracts.OrderPlaced.example, ...order(index), lines: [{ offerId, quantity: 1 }] };
  await stage.tell('orders', `order-${index}`, { type: 'OrderPlaced', at, data });
}
async function handOver(index: number, { at, grams }: { at: string; grams: number }) {
  const parcel = { parcelId: `order-${index}`, orderId: `order-${index}`, householdId: `home-${index}` };
  const data = { ...deliveryContracts.ParcelHandedOver.example, ...parcel, weightGrams: grams };
  await stage.tell('delivery', `parcel-${index}`, { type: 'ParcelHandedOver', at, data });
}
const needs = async (as = 'do-1') => (await stage.get(as, `needs?territory=${COMMUNITY}`)).body;

describe('what the district sees', () => {
  beforeAll(async () => {
    await stage.open('orders', 'inventory', 'delivery');
    await stage.enrol('rc-y', 'residents-committee');
    // Eighteen households: six fed for four days, seven asked and got nothing, five were never heard of.
    for (let index = 1; index <= 18; index += 1) await register(index, ago(100));
    for (let index = 1; index <= 13; index += 1) await place(index, ago(10));
    for (let index = 1; index <= 6; index += 1) await handOver(index, { at: ago(1), grams: 8000 });
    const short = [{ offerId, requested: 1, granted: 0, reason: 'supply-short' }];
    for (let index = 7; index <= 13; index += 1) {
      const told = { type: 'OrderShorted', at: ago(5), data: { ...order(index), lines: short } };
      await stage.tell('orders', `order-${index}`, told);
    }
    const offer = { ...inventoryContracts.SupplyAnnounced.example, offerId, arrivesTo: ago(4) };
    await stage.tell('inventory', 'offer', { type: 'SupplyAnnounced', at: ago(20), data: offer });
    const sent = inventoryContracts.ConsignmentDispatched.example;
    const lines = [{ ...sent.lines[0]!, offerId }];
    await stage.tell('inventory', 'sent', { type: 'ConsignmentDispatched', at: ago(8), data: { ...sent, lines } });
    await stage.settle();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S32: households short of cover, unserved and unreached, counted and not named', async () => {
    const { total, items } = (await needs()) as { total?: object; items: object[] };
    expect(total).toEqual({ households: 18, short: 12, unserved: 7, unreached: 5 });
    expect(items).toEqual([{ community: COMMUNITY, households: 18, short: 12, unserved: 7, unreached: 5 }]);
  });

  it('S78 N12: tells the district no number of fewer than five households, and the committee every one', async () => {
    await handOver(7, { at: ago(0.5), grams: 8000 });
    await handOver(14, { at: ago(0.5), grams: 8000 });
    await stage.settle();
    const district = await needs();
    expect(district['total']).toEqual({ households: 18, short: 10, unserved: 6, unreached: 0, hidden: 1 });
    expect(district.items[0]).toMatchObject({ unreached: null });
    expect((await needs('rc-y'))['total']).toEqual({ households: 18, short: 10, unserved: 6, unreached: 4 });
  });

  it('S18: a report of the hour and of the day out of events, as data and as a table', async () => {
    const { status, body } = await stage.get('do-1', `situation-reports?territory=${COMMUNITY}&hour=${ago(5)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      flow: { stages: { unserved: { count: 7 }, requested: { count: 0 } } },
      lateConsignments: 1,
      needs: { households: 18 },
      cases: { open: 0 },
    });
    const span = `from=${ago(30)}&to=${new Date(now + HOUR_MS).toISOString()}`;
    const view = await stage.get('do-1', `district-view?territory=${COMMUNITY}&${span}`);
    expect(view.body).toMatchObject({
      flow: { stages: { requested: { count: 13 } } },
      duties: { uncoveredHours: 0 },
      approvals: { ended: 0, tacit: 0, declined: 0 },
    });
    const table = await stage.get('do-1', `district-view?${span}`, { accept: 'text/csv', 'accept-language': 'en' });
    expect(table.text).toContain('households short of three days,10\r\n');
    expect(table.text).toContain('未联系到的户数,unreached households,0\r\n');
  });

  it('S39: adds up the minutes of clerical work that the records saved', async () => {
    const span = `from=${ago(30)}&to=${new Date(now + HOUR_MS).toISOString()}`;
    const { body } = await stage.get('rc-y', `district-view?territory=${COMMUNITY}&${span}`);
    const { minutes, records } = body['clerical'] as { minutes: number; records: Record<string, number> };
    expect(records).toMatchObject({ requested: 13, handedOver: 8, granted: 0 });
    expect(minutes).toBe(13 * 3 + 8);
  });

  it('S15: tells upward once when a threshold is crossed, restarts or not, and once when that is over', async () => {
    const id = newId();
    const body = { id, territory: COMMUNITY, measure: 'unserved-households', atLeast: 5 };
    expect((await stage.post('rc-y', 'alert-thresholds', body)).status).toBe(403);
    expect((await stage.post('do-1', 'alert-thresholds', body)).status).toBe(201);
    const alerts = async () => (await stage.get('do-1', 'alerts')).body.items;
    const [first] = await eventually(alerts, (all) => all.length > 0);
    expect(first).toMatchObject({ thresholdId: id, direction: 'above', value: 6, crossing: 1 });
    await stage.stop();
    await stage.start();
    await new Promise((later) => setTimeout(later, 2500));
    expect(await alerts()).toHaveLength(1);
    for (const index of [8, 9]) await handOver(index, { at: ago(0.2), grams: 8000 });
    const both = await eventually(alerts, (all) => all.length > 1);
    expect(both[1]).toMatchObject({ direction: 'below', value: null, crossing: 2 });
    expect((await stage.get('do-1', 'alert-thresholds')).body.items).toEqual([
      { id, territory: COMMUNITY, measure: 'unserved-households', atLeast: 5, crossed: false },
    ]);
  }, 30_000);

  it('refuses what is no period, no place, no number and no measure, each with what is wrong', async () => {
    const tomorrow = new Date(now + 48 * HOUR_MS).toISOString();
    const bad = [
      [`situation-reports?day=${tomorrow.slice(0, 10)}`, '/day'],
      [`situation-reports?hour=${tomorrow}`, '/hour'],
      [`situation-reports?day=2026-04-15&hour=${ago(1)}`, '/day'],
      ['situation-reports?day=2026-02-30', '/day'],
      [`district-view?from=${ago(1)}&to=${ago(3)}`, '/to'],
      ['district-view?from=2016-01-01T00:00:00Z', '/to'],
      ['needs?cursor=x', '/cursor'],
      ['needs?territory=c-y', '/territory'],
    ] as const;
    for (const [path, pointer] of bad) {
      const { status, body } = await stage.get('do-1', path);
      const [error] = body['errors'] as { pointer: string }[];
      expect([path, status, error!.pointer]).toEqual([path, 400, pointer]);
    }
    expect((await stage.get('do-1', 'needs?territory=d-other/s-x/c-x')).status).toBe(404);
    const threshold = { id: newId(), territory: COMMUNITY, measure: 'refusals', atLeast: 3 };
    for (const more of [{ atLeast: 0 }, { measure: 'mood' }, { territory: 'x' }, { id: 'x' }]) {
      expect((await stage.post('do-1', 'alert-thresholds', { ...threshold, ...more })).status).toBe(400);
    }
  });
});
