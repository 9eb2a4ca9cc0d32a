import { deliveryContracts, inventoryContracts, ordersContracts, type Context } from '@baogong/contracts';
import { COMMUNITY, Stage } from './stage.js';

const stage = new Stage();
const orderId = 'order-one';
const { example: announced } = inventoryContracts.SupplyAnnounced;
const offerId = announced.offerId;
const day = '2026-04-15T';
const at = (time: string) => `${day}${time}:00.000Z`;
const line = {
  ...ordersContracts.GoodsGranted.example.lines[0]!,
  offerId,
  quantity: 1,
  requested: 3,
  weightGrams: 5000,
};
const parcel = { parcelId: orderId, orderId, pieces: 1, weightGrams: 5010 };

interface Part {
  source: Context;
  stream: string;
  told: { type: string; at: string; data: unknown }[];
}

const parts: Part[] = [
  {
    source: 'delivery',
    stream: 'parcel-one',
    told: [
      { type: 'ParcelPacked', at: at('06:40'), data: { ...deliveryContracts.ParcelPacked.example, ...parcel } },
      { type: 'ParcelHandedOver', at: at('07:10'), data: { ...deliveryContracts.ParcelHandedOver.example, ...parcel } },
    ],
  },
  {
    source: 'orders',
    stream: 'order-one',
    told: [
      {
        type: 'OrderPlaced',
        at: at('05:00'),
        data: { ...ordersContracts.OrderPlaced.example, orderId, lines: [{ offerId, quantity: 2 }] },
      },
      {
        type: 'OrderAmended',
        at: at('05:10'),
        data: { ...ordersContracts.OrderAmended.example, orderId, lines: [{ offerId, quantity: 3 }] },
      },
      {
        type: 'GoodsGranted',
        at: at('06:10'),
        data: { ...ordersContracts.GoodsGranted.example, orderId, lines: [line] },
      },
      {
        type: 'OrderShorted',
        at: at('06:10'),
        data: {
          ...ordersContracts.OrderShorted.example,
          orderId,
          lines: [{ offerId, requested: 3, granted: 1, reason: 'supply-short' }],
        },
      },
    ],
  },
  {
    source: 'inventory',
    stream: 'consignment-one',
    told: [
      { type: 'ConsignmentDispatched', at: at('04:00'), data: inventoryContracts.ConsignmentDispatched.example },
      { type: 'GoodsReceived', at: at('05:30'), data: inventoryContracts.GoodsReceived.example },
    ],
  },
  {
    source: 'inventory',
    stream: 'offer-one',
    told: [{ type: 'SupplyAnnounced', at: at('01:00'), data: announced }],
  },
];

// The cluster of all specs stops in a hook of its own, after those of this block.
describe('oversight as observer', () => {
  beforeAll(async () => {
    await stage.open('orders', 'inventory', 'delivery');
    for (const { source, stream, told } of parts) for (const event of told) await stage.tell(source, stream, event);
    await stage.enrol('rc-y', 'residents-committee');
    await stage.settle();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  const span = `from=${at('00:00')}&to=${at('23:00')}`;

  describe('throughput', () => {
    it('sums pieces and grams of every stage, whatever came first', async () => {
      const { status, body } = await stage.get('rc-y', `throughput?territory=${COMMUNITY}&${span}`);
      expect([status, (body['total'] as { stages: unknown }).stages]).toEqual([
        200,
        {
          offered: { count: 1, pieces: 1200, grams: 6_000_000 },
          dispatched: { count: 1, pieces: 1200, grams: 6_000_000 },
          arrived: { count: 1, pieces: 1200, grams: 6_000_000 },
          counted: { count: 1, pieces: 1180, grams: 5_900_000 },
          requested: { count: 1, pieces: 3, grams: 15_000 },
          granted: { count: 1, pieces: 1, grams: 5000 },
          shorted: { count: 1, pieces: 2, grams: 10_000 },
          unserved: { count: 0, pieces: 0, grams: 0 },
          reserved: { count: 0, pieces: 0, grams: 0 },
          packed: { count: 1, pieces: 1, grams: 5010 },
          handedOver: { count: 1, pieces: 1, grams: 5010 },
          cancelled: { count: 0, pieces: 0, grams: 0 },
        },
      ]);
    });

    it('tells the median and the slow tenth of the minutes between stages', async () => {
      const { body } = await stage.get('rc-y', `throughput?${span}`);
      expect((body['total'] as { minutes: unknown }).minutes).toEqual({
        dispatchedToCounted: { count: 1, p50: 90, p90: 90 },
        placedToGranted: { count: 1, p50: 70, p90: 70 },
        grantedToPacked: { count: 1, p50: 30, p90: 30 },
        packedToHandedOver: { count: 1, p50: 30, p90: 30 },
        placedToHandedOver: { count: 1, p50: 130, p90: 130 },
      });
    });

    it('lists communities by hour, page by page', async () => {
      const first = await stage.get('do-1', `throughput?${span}&limit=4`);
      expect(first.body.items.map(({ hour }) => hour)).toEqual(
        ['01', '04', '05', '06'].map((hour) => at(`${hour}:00`)),
      );
      const second = await stage.get('do-1', `throughput?${span}&limit=4&cursor=${String(first.body['next'])}`);
      expect(second.body.items.map(({ hour, community }) => [hour, community])).toEqual([[at('07:00'), COMMUNITY]]);
      expect(second.body['next']).toBeNull();
    });

    it('S67: names who holds each consignment', async () => {
      const { body } = await stage.get('do-1', 'throughput/consignments');
      expect(body.items).toMatchObject([
        {
          supplier: 'gp-1',
          consignee: 'pf-y',
          holder: 'pf-y',
          heldSince: at('05:30'),
          shipped: 1200,
          accepted: 1180,
          rejected: 20,
        },
      ]);
    });

    it('refuses a span without end, a cursor of its own making and a place that is none', async () => {
      const bad = [
        'from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z',
        `${span}&cursor=abc`,
        'territory=nowhere',
        'x=1',
      ];
      for (const query of bad)
        expect([query, (await stage.get('do-1', `throughput?${query}`)).status]).toEqual([query, 400]);
    });

    it("is nobody else's: a stranger is told nothing", async () =>
      expect((await stage.get('nobody', `throughput?territory=${COMMUNITY}`)).status).toBe(404));

    it('comes live by server-sent events', async () => {
      const hangUp = new AbortController();
      const response = await fetch(`${stage.http.url}/api/v1/throughput/live`, {
        headers: { authorization: 'Bearer rc-y' },
        signal: hangUp.signal,
      });
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
      ]);
      const reader = response.body!.getReader();
      const first = await nextEvent(reader);
      expect(first).toMatchObject({ territory: COMMUNITY, stages: { requested: { pieces: 0 } } });
      const data = { ...ordersContracts.OrderPlaced.example, orderId: 'order-two', lines: [{ offerId, quantity: 2 }] };
      await stage.tell('orders', 'order-two', { type: 'OrderPlaced', at: new Date().toISOString(), data });
      expect(await nextEvent(reader)).toMatchObject({ stages: { requested: { count: 1, pieces: 2, grams: 10_000 } } });
      hangUp.abort();
    }, 15_000);

    it('L12: a table rebuilt in another order of sources is the same, byte for byte', async () => {
      const { runtime } = stage.oversight;
      const tables = [
        ...[
          'request_line',
          'parcel_line',
          'journey',
          'offer',
          'consignment',
          'amount_hour',
          'count_hour',
          'minutes_hour',
        ],
      ];
      const dump = async () =>
        Promise.all(
          tables.map((table) => runtime.dataSource.query(`select * from oversight.${table} t order by t::text`)),
        );
      const live = await dump();
      const other = new Stage();
      await other.open('orders', 'inventory', 'delivery');
      try {
        for (const { source, stream, told } of [...parts].reverse()) {
          for (const event of told) await other.tell(source, stream, event);
          await other.settle();
        }
        const rebuilt = await Promise.all(
          tables.map((table) =>
            other.oversight.runtime.dataSource.query(`select * from oversight.${table} t order by t::text`),
          ),
        );
        const isOfDay = (row: Record<string, unknown>) =>
          'hour' in row ? String(row['hour']).startsWith(day) : !JSON.stringify(row).includes('order-two');
        const ofFirstDay = (rows: Record<string, unknown>[]) => rows.filter(isOfDay);
        expect(rebuilt).toEqual(live.map((rows) => ofFirstDay(rows as Record<string, unknown>[])));
      } finally {
        await other.close();
      }
    }, 60_000);
  });
});

async function nextEvent(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<unknown> {
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after ${text}`);
    text += new TextDecoder().decode(value);
    const data = /^data: (.*)$/m.exec(text)?.[1];
    if (data) return JSON.parse(data);
  }
}
