import type { Draft } from './call.js';
import { orderBody } from './goods.js';
import { door, nothing, offered, opened, ordered } from './things.js';
import { instant, newId } from './world.js';

export const orders: Draft[] = [
  {
    action: 'RegisterHousehold',
    make: nothing,
    request(_things, { territory }) {
      const id = newId();
      const members = [{ actorId: `re-${id.slice(-12)}`, name: '某人' }];
      return { path: 'households', body: { id, territory: `${territory}/b-09/h-${id}`, people: 1, members } };
    },
  },
  {
    action: 'AmendHousehold',
    method: 'PUT',
    make: nothing,
    request: (_things, { households }) => ({
      path: `households/${households[0]!.id}`,
      body: { people: 3, members: [{ actorId: households[0]!.resident, name: '某人' }] },
      ifMatch: '"999"',
    }),
  },
  {
    action: 'RecordConsent',
    make: nothing,
    request: (_things, { households, platform }) => ({
      path: `households/${households[0]!.id}/consents`,
      body: { platform },
    }),
  },
  {
    action: 'OpenRound',
    make: offered,
    request({ offerId }, { territory }) {
      const [opensAt, closesAt] = [instant(Date.now()), instant(Date.now() + 90 * 86_400_000)];
      const items = [{ offerId, capPerHousehold: 1 }];
      return { path: 'rounds', body: { id: newId(), territory, opensAt, closesAt, items } };
    },
  },
  {
    action: 'CloseRound',
    make: opened,
    request: ({ roundId }) => ({ path: `rounds/${roundId}/closing`, body: { reason: 'test' } }),
  },
  {
    action: 'AllocateRound',
    make: opened,
    request: ({ roundId }) => ({ path: `rounds/${roundId}/allocation`, body: {} }),
  },
  {
    action: 'PlaceOrder',
    make: opened,
    request({ roundId, offerId }, { households }) {
      const lines = [{ offerId: offerId!, quantity: 1 }];
      return { path: 'orders', body: orderBody({ roundId: roundId!, home: households[0]!, lines, place: door }) };
    },
  },
  {
    action: 'AmendOrder',
    method: 'PUT',
    make: ordered,
    request: ({ orderId, offerId }) => ({
      path: `orders/${orderId}`,
      body: { lines: [{ offerId, quantity: 2 }], place: door },
      // A version that never comes: whoever passes the duty is stopped by it, so each meets the same order.
      ifMatch: '"999"',
    }),
  },
  {
    action: 'CancelOrder',
    make: ordered,
    request: ({ orderId }) => ({ path: `orders/${orderId}/cancellation`, body: { reason: 'test' } }),
  },
  {
    action: 'RecordSettlement',
    make: ordered,
    request: ({ orderId }) => ({ path: `orders/${orderId}/settlements`, body: { amountFen: 1, reference: 'r' } }),
  },
];
