import { stockStream } from '../stock/stock.js';
import { stocking } from './stocking.process.js';
import type { CountedGoods } from './stocking.process.js';

const territory = 'd-pudong/s-weifang/c-y';
const keeping = { supplier: 'gp-1', keeper: 'pf-y' };
const line = (offerId: string, accepted: number) => ({
  offerId,
  sku: `sku-${offerId}`,
  accepted,
  lot: { lotId: `c1-${offerId}`, expiresOn: '2026-04-20' },
});
const counted = (...lines: CountedGoods['lines']): CountedGoods => ({
  consignmentId: 'c1',
  territory,
  supplier: 'gp-1',
  consignee: 'pf-y',
  lines,
});

const asked = (goods: CountedGoods) => stocking.react(goods, stocking.initial).flatMap(stocking.commandsOf);

describe('goods were counted', () => {
  it('so each line becomes a lot on the books of its offer', () =>
    expect(asked(counted(line('veg', 98), line('rice', 5)))).toEqual([
      {
        action: 'StockLot',
        stream: { id: stockStream(territory, 'veg'), kind: 'stock', territory },
        data: { lotId: 'c1-veg', sku: 'sku-veg', offerId: 'veg', quantity: 98, expiresOn: '2026-04-20', ...keeping },
      },
      {
        action: 'StockLot',
        stream: { id: stockStream(territory, 'rice'), kind: 'stock', territory },
        data: { lotId: 'c1-rice', sku: 'sku-rice', offerId: 'rice', quantity: 5, expiresOn: '2026-04-20', ...keeping },
      },
    ]));

  it('and a line of which nothing was accepted becomes none', () => expect(asked(counted(line('veg', 0)))).toEqual([]));

  it('and hearing of it twice stocks nothing twice', () => {
    const goods = counted(line('veg', 98));
    const state = stocking.react(goods, stocking.initial).reduce(stocking.evolve, stocking.initial);
    expect(stocking.react(goods, state)).toEqual([]);
  });

  it('and each consignment is a case of its own', () => expect(stocking.streamOf(counted())).toBe('c1'));
});
