import type { StockEvent } from '../../domain/stock/stock.js';
import { booksOf, stock } from '../../domain/stock/stock.js';
import { changesOf } from './stock.projection.js';

const at = '2026-04-15T06:00:00.000Z';
const offerId = 'veg';
const lot = {
  lotId: 'a',
  sku: 'veg-5kg',
  offerId,
  quantity: 10,
  expiresOn: '2026-04-20',
  supplier: 'gp-1',
  keeper: 'pf-y',
};
const held = (orderId: string, quantity: number) => ({ orderId, offerId, lots: [{ lotId: 'a', quantity }] });
const history: StockEvent[] = [
  { type: 'LotStocked', at, data: lot },
  { type: 'StockReserved', at, data: { ...held('o1', 2), until: at } },
  { type: 'StockReserved', at, data: { ...held('o2', 3), until: at } },
  { type: 'StockReserved', at, data: { ...held('o3', 1), until: at } },
  { type: 'StockReservationDeclined', at, data: { orderId: 'o4', offerId, quantity: 9, reason: 'not-enough-stock' } },
  { type: 'ReservationPinned', at, data: { orderId: 'o1', offerId } },
  { type: 'StockDispensed', at, data: held('o1', 2) },
  { type: 'ReservationReleased', at, data: { ...held('o2', 3), reason: 'order-cancelled' } },
  { type: 'StockAdjusted', at, data: { offerId, lotId: 'a', change: -4, reason: 'mouldy' } },
  { type: 'ReservationExpired', at, data: held('o3', 1) },
];

describe('the stock read model', () => {
  it('L7: adds up to the books of the stream, wherever the history is cut into batches', () => {
    const books = booksOf(history.reduce(stock.evolve, stock.initial));
    const records = history.map((event) => ({ ...event, stream: 'stock-1-veg', territory: 'd-a/c-y' }));
    for (let cut = 0; cut <= records.length; cut++) {
      const parts = [...changesOf(records.slice(0, cut)), ...changesOf(records.slice(cut))];
      const total = (column: keyof typeof books) => parts.reduce((sum, part) => sum + part[column], 0);
      const columns = Object.keys(books) as (keyof typeof books)[];
      expect(Object.fromEntries(columns.map((column) => [column, total(column)]))).toEqual(books);
    }
  });
});
