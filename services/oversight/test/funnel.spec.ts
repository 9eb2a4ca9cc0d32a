import { inventoryContracts, ordersContracts } from '@baogong/contracts';
import { COMMUNITY, Stage } from './stage.js';

const stage = new Stage();
const NEXT = 'd-pudong/s-weifang/c-z';
const at = (time: string) => `2026-04-15T${time}:00.000Z`;
const span = `from=${at('00:00')}&to=${at('23:00')}`;
const VEGETABLES = inventoryContracts.SupplyAnnounced.example;
const FORMULA = { ...VEGETABLES, offerId: 'offer-milk', sku: 'milk-1', itemClass: 'infant', supplier: 'gp-2' };

let orders = 0;

/** So many orders in one community and hour, each for one piece of an offer. */
async function order(count: number, { territory = COMMUNITY, time = '05:10', offerId = VEGETABLES.offerId } = {}) {
  for (let index = 0; index < count; index += 1) {
    const orderId = `order-${(orders += 1)}`;
    const data = { ...ordersContracts.OrderPlaced.example, orderId, lines: [{ offerId, quantity: 1 }] };
    await stage.tell('orders', orderId, { type: 'OrderPlaced', at: at(time), data, territory });
  }
}

type Row = { key: string; stages: Record<string, { count: number; pieces: number; hidden?: number }> };
const funnel = async (by: string, as = 'do-1', more = '') => {
  const { body } = await stage.get(as, `throughput/funnel?by=${by}&${span}${more}`);
  return { total: body['total'] as Row, rows: body.items as unknown as Row[] };
};
const requested = (rows: Row[]) => rows.map(({ key, stages }) => [key, stages['requested']!.count]);

describe('what the district sees of the flow of goods', () => {
  beforeAll(async () => {
    await stage.open('orders', 'inventory');
    await stage.enrol('rc-y', 'residents-committee');
    for (const offer of [VEGETABLES, FORMULA]) {
      await stage.tell('inventory', `offer-${offer.sku}`, { type: 'SupplyAnnounced', at: at('01:00'), data: offer });
    }
    const { example: sent } = inventoryContracts.ConsignmentDispatched;
    await stage.tell('inventory', 'consignment-1', { type: 'ConsignmentDispatched', at: at('04:00'), data: sent });
    await order(7);
    await order(2, { time: '06:10' });
    await order(6, { territory: NEXT });
    await order(3, { territory: NEXT, offerId: FORMULA.offerId });
    await order(5, { offerId: FORMULA.offerId });
    await stage.settle();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S38: tells the funnel by community, class, kind and supplier of the goods', async () => {
    expect(requested((await funnel('community')).rows)).toEqual([
      [COMMUNITY, 12],
      [NEXT, 9],
    ]);
    expect(requested((await funnel('class')).rows)).toEqual([
      ['food', 13],
      ['infant', 5],
    ]);
    expect(requested((await funnel('supplier')).rows)).toEqual([
      ['gp-1', 13],
      ['gp-2', 5],
    ]);
    expect((await funnel('sku')).rows.map(({ key }) => key)).toEqual(['milk-1', 'veg-5kg']);
    const [supplier] = (await funnel('actor')).rows;
    expect([supplier!.key, supplier!.stages['dispatched']!.pieces]).toEqual(['persons', 1200]);
  });

  it('S78 N12: leaves cells of fewer than five orders out of every sum for whoever sees no persons, and says so', async () => {
    const { total } = await funnel('community');
    expect(total.stages['requested']).toMatchObject({ count: 21, hidden: 1 });
    const own = await funnel('community', 'rc-y');
    expect(own.total.stages['requested']).toEqual({ count: 14, pieces: 14, grams: 70_000 });
  });

  it('S78 N12: two questions that differ by one hour, or by one community, do not differ by a hidden cell', async () => {
    const until = async (to: string, territory: string) => {
      const { body } = await stage.get('do-1', `throughput?territory=${territory}&from=${at('05:00')}&to=${at(to)}`);
      return (body['total'] as Row).stages['requested']!;
    };
    const [one, two] = [await until('06:00', COMMUNITY), await until('07:00', COMMUNITY)];
    expect([one.count, two.count, two.hidden]).toEqual([12, 12, 1]);
    expect([one.pieces, two.pieces]).toEqual([12, 12]);
  });

  it('S67: tells late consignments with who holds them and for how long', async () => {
    const { body } = await stage.get('do-1', 'throughput/consignments?late=true');
    const [late] = body.items;
    expect(late).toMatchObject({ holder: 'gp-1', status: 'on-its-way', dueAt: at('06:00') });
    const hoursSince = (Date.now() - Date.parse(at('06:00'))) / 3_600_000;
    expect(Math.floor(Number(late!['lateMinutes']) / 60)).toBe(Math.floor(hoursSince));
    expect(Number(late!['heldMinutes'])).toBe(Number(late!['lateMinutes']) + 120);
  });

  it('comes as CSV that Excel opens rightly, in the language asked for', async () => {
    const headers = { accept: 'text/csv', 'accept-language': 'zh-CN' };
    const answer = await stage.get('do-1', `throughput/funnel?by=class&${span}&limit=1`, headers);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('baogong-next')).toMatch(/^[\w-]+$/);
    expect(answer.text.startsWith('\uFEFF分组,供货次数,供货件数')).toBe(true);
    expect(answer.text.split('\r\n')[1]).toMatch(/^food,1,1200,/);
    expect((await stage.get('do-1', `throughput?${span}`, { accept: 'text/csv;q=0' })).body.items).toHaveLength(5);
  });

  it('refuses a period that ends before it begins, ten years, and a grouping that is none', async () => {
    const bad = [
      `from=${at('05:00')}&to=${at('04:00')}`,
      'from=2016-01-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      'by=colour',
    ];
    for (const query of bad) {
      const { status, body } = await stage.get('do-1', `throughput/funnel?${query}`);
      expect([query, status, body['code']]).toEqual([query, 400, 'malformed-request']);
    }
    expect((await stage.get('do-1', 'throughput/funnel?territory=d-other')).status).toBe(404);
  });
});
