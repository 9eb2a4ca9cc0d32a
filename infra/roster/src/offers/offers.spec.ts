import { csvRows } from '../sheet/csv-rows.js';
import { planOffers, type KnownOffer } from './plan-offers.js';
import { readOffers } from './read-offers.js';

const HEAD = '货号,品名,类别,单价（元）,数量,重量,到货起,到货止';
const LINE = 'veg,蔬菜包,蔬菜,¥30.5,1,200,10斤,2026-11-25 8:00,2026/11/25 12:00'.replace('1,200', '"1,200"');
const read = (...lines: string[]) => readOffers(csvRows([HEAD, ...lines].join('\n')));
const known = (inRound = false): KnownOffer[] => {
  const [{ line: _line, ...offer }] = read(LINE).items as [KnownOffer & { line: number }];
  // As the interface tells moments.
  return [{ ...offer, arrivesFrom: new Date(offer.arrivesFrom).toISOString(), id: 'o-1', inRound }];
};

describe("a supplier's list", () => {
  it('is read with prices in yuan and weights in any unit', () =>
    expect(read(LINE).items).toEqual([
      {
        ...{ line: 2, sku: 'veg', name: '蔬菜包', itemClass: 'food', unit: '份', priceFen: 3050, quantity: 1200 },
        ...{ weightGrams: 5000, origin: '未注明' },
        ...{ arrivesFrom: '2026-11-25T08:00:00+08:00', arrivesTo: '2026-11-25T12:00:00+08:00' },
      },
    ]));

  it('tells each field that cannot be read', () => {
    const { items, faults } = read(
      ',蔬菜包,蔬菜,30,1,1kg,2026-11-25,2026-11-25',
      'veg,蔬菜包,石头,三十,0,重,soon,2026-11-25',
      'veg,蔬菜包,蔬菜,30,1,1kg,2026-11-26,2026-11-25',
    );
    expect(items).toEqual([]);
    expect(faults.map(({ line, field }) => `${line} ${field}`)).toEqual([
      ...['2 货号', '3 类别', '3 单价(元)', '3 数量', '3 重量', '3 到货起', '4 到货止'],
    ]);
  });

  it('is announced once', () => {
    expect(planOffers(read(LINE).items, [])).toMatchObject({ announce: [{ line: 2 }] });
    expect(planOffers(read(LINE).items, known())).toMatchObject({ announce: [], replace: [], unchanged: 1 });
  });

  it('replaces what was corrected, unless a round is built on it', () => {
    const { items } = read(LINE.replace('30.5', '29.8'), LINE.replace('veg,', 'rice,'));
    expect(planOffers(items, known())).toMatchObject({
      announce: [{ line: 3 }],
      replace: [{ line: 2, id: 'o-1', changes: ['priceFen'] }],
    });
    expect(planOffers(items, known(true))).toMatchObject({ replace: [], faults: [{ line: 2, field: '单价' }] });
  });

  it('takes the goods of another day for another offer, and the same line twice for a mistake', () => {
    const { items } = read(LINE.replaceAll('11-25', '12-02').replaceAll('11/25', '12/02'), LINE, LINE);
    const plan = planOffers(items, known());
    expect(plan).toMatchObject({ announce: [{ line: 2 }], replace: [], unchanged: 1, faults: [{ line: 4 }] });
  });
});
