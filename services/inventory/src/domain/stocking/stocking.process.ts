import type { Process } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';
import { stockStream } from '../stock/stock.js';
import type { NewLot } from '../stock/stock.js';

export interface CountedGoods {
  consignmentId: string;
  territory: Territory;
  supplier: string;
  consignee: string;
  lines: { offerId: string; sku: string; accepted: number; lot: { lotId: string; expiresOn: string } }[];
}

export interface StockingDecision {
  territory: Territory;
  lots: NewLot[];
}

export interface StockingState {
  stocked: boolean;
}

/** Counted goods come onto the books, a lot per line; what was rejected never does. */
export const stocking: Process<StockingState, CountedGoods, StockingDecision> = {
  initial: { stocked: false },

  streamOf: ({ consignmentId }) => consignmentId,

  react({ territory, supplier, consignee: keeper, lines }, { stocked }) {
    if (stocked) return [];
    const lots = lines
      .filter(({ accepted }) => accepted > 0)
      .map(({ offerId, sku, accepted, lot }) => ({ ...lot, sku, offerId, quantity: accepted, supplier, keeper }));
    return lots.length === 0 ? [] : [{ territory, lots }];
  },

  evolve: () => ({ stocked: true }),

  commandsOf: ({ territory, lots }) =>
    lots.map((lot) => ({
      action: 'StockLot',
      stream: { id: stockStream(territory, lot.offerId), kind: 'stock', territory },
      data: lot,
    })),
};
