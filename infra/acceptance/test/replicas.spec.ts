import { crowd, until } from '@baogong/drill';
import { verifyLedger, type LedgerOptions } from '@baogong/ledger';
import { foundCommunity, type Community } from './support/community.js';
import { announce, countBody, openRound, orderBody } from './support/goods.js';
import { Mortal } from './support/mortal.js';
import { newId } from './support/world.js';

const HOUSEHOLDS = 12;
const SUPPLY = 9;
const WIDTH = 6;
const STRIKE_AFTER = 5;
const SHARDS = 16;
const LONG_MS = 240_000;

const mortal = new Mortal();
let community: Community;
let offerId: string;
let roundId: string;
const orders: { id: string; as: string; position: string }[] = [];

beforeAll(async () => {
  await mortal.start({ replicas: 'orders=2,oversight=2' });
  const buildings = Array.from({ length: HOUSEHOLDS }, (_, index) => `b-0${1 + (index % 3)}`);
  community = await foundCommunity(mortal.world, 'twin', buildings);
  offerId = await announce(mortal.world, community, { sku: 'veg', priceFen: 3000, weightGrams: 5000 });
  roundId = await openRound(mortal.world, community, [{ offerId, capPerHousehold: 1 }]);
}, LONG_MS);
afterAll(() => mortal.end(), 60_000);

/** How many shards each process leads just now, the most first. */
async function leaders(service: string): Promise<number[]> {
  const rows = await mortal.world.sql<{ shards: number }>(
    service,
    'select count(*)::int as shards from es.relay where held_until > now() group by holder order by 1 desc',
  );
  return rows.map(({ shards }) => shards);
}

const sharedOut = (service: string) =>
  until(`${service} leads 8 and 8 shards`, async () => {
    const found = await leaders(service);
    return found.length === 2 && found[0] === SHARDS / 2 && found[1] === SHARDS / 2 ? found : undefined;
  });

async function give(path: string, body: unknown, as: string) {
  const answer = await mortal.command({ path, body, as });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer;
}

describe('two replicas of one service', () => {
  it('share the shards by halves', async () => {
    await sharedOut('orders');
    await sharedOut('oversight');
  });

  it(
    'S11 I20: answer each order once while one of them is killed, and the other takes up what it led',
    async () => {
      let done = 0;
      let strike: Promise<void> | undefined;
      await crowd(community.households, WIDTH, async (home) => {
        const id = newId();
        const body = orderBody({ id, roundId, home, lines: [{ offerId, quantity: 1 }], place: { kind: 'door' } });
        const answer = await give('orders', body, home.resident);
        orders.push({ id, as: home.resident, position: answer.headers.get('baogong-position') ?? '' });
        done += 1;
        if (done === STRIKE_AFTER) strike = mortal.strike(['orders-2']);
      });
      await strike;
      expect(orders.map(({ position }) => /^orders:\d+=\d+$/.test(position))).toEqual(orders.map(() => true));
      await until('all shards of orders are led', async () => {
        const led = (await leaders('orders')).reduce((sum, count) => sum + count, 0);
        return led === SHARDS ? true : undefined;
      });
    },
    LONG_MS,
  );

  it(
    'show what was acknowledged to whoever asks after its position, whichever of them is asked',
    async () => {
      const shown = await crowd([...orders, ...orders], WIDTH, ({ as, position }) =>
        until(`${as} sees the order`, async () => {
          const headers = { 'baogong-after': position };
          const { status, body } = await mortal.world.raw({ path: 'orders', as, headers });
          // A replica that has not come so far says so within 2 s; it never shows less.
          if (status === 503) return undefined;
          return { status, count: (body['items'] as unknown[]).length };
        }),
      );
      expect(shown).toEqual(shown.map(() => ({ status: 200, count: 1 })));
    },
    LONG_MS,
  );

  it(
    'carry the round on without one that hangs, and are not disturbed when it comes back',
    async () => {
      const release = await mortal.freeze('orders-2');
      await give(`rounds/${roundId}/closing`, { reason: 'all have ordered' }, community.committee);
      await until('the requests are fixed', async () =>
        (await mortal.read(`rounds/${roundId}`, community.committee))['status'] === 'fixed' ? true : undefined,
      );
      expect(await leaders('orders')).toEqual([SHARDS]);
      await release();
      await sharedOut('orders');
    },
    LONG_MS,
  );

  it(
    'carry it to its end while one after the other is killed',
    async () => {
      const id = newId();
      const { territory, firm } = community;
      const load = { id, roundId, territory, consignee: firm, lines: [{ offerId, quantity: SUPPLY }] };
      await give('consignments', load, community.platform);
      await mortal.strike(['oversight-2']);
      await give(`consignments/${id}/count`, await countBody(mortal.world, [{ offerId, accepted: SUPPLY }]), firm);
      await mortal.strike(['orders']);
      const ends = await crowd(orders, WIDTH, ({ id: order, as }) =>
        until(`order ${order} is answered`, async () => {
          const { status } = await mortal.read(`orders/${order}`, as);
          return status === 'confirmed' || status === 'shorted' ? status : undefined;
        }),
      );
      expect(ends.filter((status) => status === 'confirmed')).toHaveLength(SUPPLY);
      await sharedOut('orders');
      await sharedOut('oversight');
    },
    LONG_MS,
  );

  it('keep the copy of authority confirmed, so that nothing is refused for want of it', async () => {
    const since = new Date(Date.now()).toISOString();
    for (let time = 0; time < 8; time += 1) {
      await give('supply-offers', await offerOf(), community.platform);
      await new Promise((later) => setTimeout(later, 300));
    }
    const rows = await mortal.world.sql<{ stale: boolean }>(
      'inventory',
      'select authority_stale as stale from es.event where recorded_at >= $1 and community = $2 and actor = $3',
      [since, community.territory, community.platform],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ stale }) => stale)).toEqual([]);
  });

  it(
    'I1 I2 I4 I20: lose nothing and double nothing, says a ledger that shares no code',
    async () => {
      const databases = mortal.databases() as LedgerOptions['databases'];
      const history = { acknowledged: mortal.acknowledged } as NonNullable<LedgerOptions['history']>;
      const look = () => verifyLedger({ databases, history });
      const findings = await until('the ledger is whole', async () => {
        const found = await look();
        return found.every(({ broken }) => broken === 0) ? found : undefined;
      }).catch(look);
      expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
      expect(findings.find(({ id }) => id === 'L1')!.checked).toBeGreaterThanOrEqual(mortal.acknowledged.length);
    },
    LONG_MS,
  );
});

async function offerOf() {
  const now = await mortal.world.now();
  const [arrivesFrom, arrivesTo] = [now, now + 86_400_000].map((ms) => new Date(ms).toISOString());
  const about = { sku: 'rice', name: '米', itemClass: 'food', unit: 'bag', quantity: 5, origin: '上海' };
  const amounts = { priceFen: 2800, weightGrams: 5000 };
  return { id: newId(), territory: community.territory, ...about, ...amounts, arrivesFrom, arrivesTo };
}
