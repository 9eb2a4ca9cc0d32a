import { inventoryContracts, ordersContracts } from '@baogong/contracts';
import { renderBulletin, verifyBulletins, type BulletinPage } from '@baogong/disclosure';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const stage = new DrillStage();
const PLACE = COMMUNITY.replaceAll('/', '.');
const now = () => Date.parse(stage.oversight.runtime.clock.now());
/** Of Beijing, so many days from today. */
const day = (days: number) => new Date(now() + 8 * HOUR_MS + days * DAY_MS).toISOString().slice(0, 10);
const publish = (as: string, of: string, territory = COMMUNITY) => stage.post(as, 'bulletins', { territory, day: of });
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
const pageOf = async (of: string) =>
  (await stage.get('rc-y', `bulletins/${PLACE}/${of}`)).body as unknown as BulletinPage;
const days = async () => (await stage.get('rc-y', 'bulletins')).body.items.map((item) => item['day']);

describe('the daily bulletin of a community', () => {
  let first: string;

  beforeAll(async () => {
    await stage.open('orders', 'inventory');
    await stage.enrol('rc-y', 'residents-committee');
    await stage.enrol('pf-y', 'property-firm');
    first = day(-1);
    const noon = `${first}T04:00:00.000Z`;
    const offer = inventoryContracts.SupplyAnnounced.example;
    await stage.tell('inventory', 'offer', { type: 'SupplyAnnounced', at: noon, data: offer });
    const counted = { type: 'GoodsReceived', at: noon, data: inventoryContracts.GoodsReceived.example };
    await stage.tell('inventory', 'consignment', counted);
    for (let index = 0; index < 7; index += 1) {
      const { example } = ordersContracts.OrderPlaced;
      const orderId = `order-${index}`;
      const data = { ...example, orderId, lines: [{ offerId: offer.offerId, quantity: 2 }] };
      await stage.tell('orders', orderId, { type: 'OrderPlaced', at: noon, data });
      if (index > 2) continue;
      const line = { ...ordersContracts.GoodsGranted.example.lines[0]!, offerId: offer.offerId };
      const granted = { ...ordersContracts.GoodsGranted.example, orderId, lines: [line] };
      await stage.tell('orders', orderId, { type: 'GoodsGranted', at: noon, data: granted });
    }
    await stage.settle();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('refuses a day that is not over, long past or none, a place that is no community, and whoever may not', async () => {
    expect(codeOf(await publish('rc-y', day(0)))).toEqual([409, 'day-not-over']);
    expect(codeOf(await publish('rc-y', day(30)))).toEqual([409, 'day-not-over']);
    expect(codeOf(await publish('rc-y', day(-40)))).toEqual([409, 'day-long-past']);
    for (const none of ['2026-02-30', 'yesterday', '']) expect((await publish('rc-y', none)).status).toBe(400);
    expect((await publish('rc-y', first, `${COMMUNITY}/b-07`)).status).toBe(400);
    expect((await publish('rc-y', first, 'd-other/s-x/c-x')).status).toBe(404);
    expect(codeOf(await publish('do-1', first, 'd-pudong/s-x/c-nowhere'))).toEqual([409, 'unknown-community']);
    expect((await stage.get('rc-y', `bulletins/${PLACE}/2026-01-01`)).status).toBe(404);
    expect((await stage.get('rc-y', `bulletins/${PLACE}/yesterday`)).status).toBe(404);
    expect((await stage.get('rc-y', 'bulletins/nowhere/2026-01-01')).status).toBe(404);
    expect((await stage.get('rc-y', 'bulletins?from=2026-13-01')).status).toBe(400);
  });

  it('N17 S52 S79: tells what arrived and who got what share, no count that points at a household', async () => {
    const answer = await publish('rc-y', first);
    expect([answer.status, answer.body['previous']]).toEqual([201, null]);
    await stage.settle();
    const { content, digest } = await pageOf(first);
    expect(digest).toBe(answer.body['digest']);
    expect(content.arrivals).toEqual([
      {
        ...{ item: 'Vegetable bag 5 kg', itemClass: 'food', supplier: 'gp-1' },
        ...{ offered: 1200, dispatched: 0, arrived: 1200, accepted: 1180 },
      },
    ]);
    const share = { item: 'Vegetable bag 5 kg', itemClass: 'food', requested: 14, granted: null, handedOver: 0 };
    expect(content.shares).toEqual([share]);
    expect(content.orders).toEqual({ requested: 7, granted: null, shorted: 0, unserved: 0, handedOver: 0 });
    expect(content.rules).toMatchObject({ matrixVersion: 1, posture: 'normal' });
  });

  it('N17: stays as it was published', async () => {
    expect(codeOf(await publish('do-1', first))).toEqual([409, 'already-published']);
    expect(codeOf(await publish('pf-y', day(-3)))).toEqual([409, 'later-day-published']);
  });

  it('N17 S79: comes as a printable page in two languages that is its own proof', async () => {
    const page = await pageOf(first);
    for (const [language, lang] of [
      ['zh', 'zh-CN'],
      ['en', 'en'],
    ] as const) {
      const headers = { accept: 'text/html', 'accept-language': lang };
      const answer = await stage.get('rc-y', `bulletins/${PLACE}/${first}`, headers);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.text).toBe(renderBulletin(page, language));
      expect(verifyBulletins([{ source: language, text: answer.text }]).findings).toEqual([]);
    }
  });

  it('N17 S39: is published by the clock where nobody did, once, though the service stopped before', async () => {
    const second = day(0);
    // Eight in the morning after, in Beijing.
    const dueAt = Date.parse(`${second}T00:00:00.000Z`) + DAY_MS;
    await stage.pass(Math.floor((dueAt - now()) / 60_000) - 60);
    expect(await days()).toEqual([first]);
    await stage.stop();
    await stage.start();
    await stage.pass(120);
    await eventually(days, (all) => all.length === 2);
    expect(await days()).toEqual([first, second]);
    expect(codeOf(await publish('rc-y', second))).toEqual([409, 'already-published']);
  }, 30_000);

  it('N17: the chain is caught up with after a standstill, and any number changed in it is found', async () => {
    await stage.pass(3 * 24 * 60);
    const all = (await eventually(days, (told) => told.length === 5)) as string[];
    const pages = await Promise.all(all.map(pageOf));
    const files = pages.map((page) => ({ source: page.day, text: JSON.stringify(page) }));
    const { findings, chains } = verifyBulletins(files);
    expect(findings).toEqual([]);
    expect(chains).toEqual([
      expect.objectContaining({ territory: COMMUNITY, pages: 5, from: first, fromTheBeginning: true }),
    ]);
    const changed = files[0]!.text.replace('"accepted":1180', '"accepted":1200');
    expect(verifyBulletins([{ source: 'x', text: changed }, ...files.slice(1)]).findings).toMatchObject([
      { source: 'x', fault: 'digest-differs' },
    ]);
  }, 30_000);
});
