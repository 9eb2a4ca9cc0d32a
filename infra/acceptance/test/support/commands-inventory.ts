import type { Draft } from './call.js';
import { goods, nothing, offered, opened, sent, stocked } from './things.js';
import { instant, newId } from './world.js';

export const inventory: Draft[] = [
  {
    action: 'AnnounceSupply',
    make: nothing,
    request(_things, { territory }) {
      const [arrivesFrom, arrivesTo] = [instant(Date.now()), instant(Date.now() + 86_400_000)];
      const about = { ...goods, name: '米', itemClass: 'food', unit: 'bag', quantity: 5, origin: '上海' };
      return { path: 'supply-offers', body: { id: newId(), territory, ...about, arrivesFrom, arrivesTo } };
    },
  },
  {
    action: 'WithdrawSupply',
    make: offered,
    request: ({ offerId }) => ({ path: `supply-offers/${offerId}/withdrawal`, body: { reason: 'test' } }),
  },
  {
    action: 'DispatchConsignment',
    make: opened,
    request({ offerId, roundId }, { territory, firm }) {
      const lines = [{ offerId, quantity: 1 }];
      return { path: 'consignments', body: { id: newId(), roundId, territory, consignee: firm, lines } };
    },
  },
  {
    action: 'ReceiveGoods',
    make: sent,
    request: ({ consignmentId, offerId, expiresOn }) => ({
      path: `consignments/${consignmentId}/count`,
      body: { lines: [{ offerId, accepted: 5, rejected: [], expiresOn }] },
    }),
  },
  {
    action: 'AdjustStock',
    make: stocked,
    request: ({ offerId }) => ({
      path: `stock/${offerId}/adjustments`,
      body: { lotId: 'none', change: -1, reason: 'test' },
      ifMatch: '"999"',
    }),
  },
];
