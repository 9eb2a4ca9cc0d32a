import { Client } from 'pg';
import { play } from '../src/play.js';
import { isSound, type Report } from '../src/report.js';

type Databases = Record<'orders' | 'inventory' | 'delivery' | 'oversight', string>;
const MINUTES = 240_000;
const SMALL = { households: 30, mode: 'embedded' as const, kill: false, communities: 1 };

async function change(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql);
    if (rowCount === 0) throw new Error('the fault was not planted');
  } finally {
    await client.end();
  }
}

const brokenIn = ({ invariants }: Report) => invariants.filter(({ broken }) => broken > 0).map(({ id }) => id);

describe('a drill', () => {
  it(
    'ends well on sound data',
    async () => {
      const report = await play(SMALL, { say: () => undefined });
      expect(brokenIn(report)).toEqual([]);
      expect(isSound(report)).toBe(true);
      expect(report.orders.placed).toBe(30);
      expect(report.orders.handedOver).toBeGreaterThan(20);
      expect([report.breaches, report.escalations, report.rulesRejected]).toEqual([1, 1, 1]);
      expect(report.invariants.filter(({ checked }) => checked === 0)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'fails when a stock row was altered and an event removed',
    async () => {
      const beforeVerdict = async ({ inventory, delivery }: Databases) => {
        await change(inventory, 'update read.stock set on_hand = on_hand + 1, received = received + 1');
        await change(delivery, "delete from es.event where pos = 1 and type = 'StationOpened'");
      };
      const report = await play(SMALL, { say: () => undefined, beforeVerdict });
      expect(isSound(report)).toBe(false);
      expect(brokenIn(report)).toEqual(expect.arrayContaining(['L2', 'L7']));
    },
    MINUTES,
  );
});
