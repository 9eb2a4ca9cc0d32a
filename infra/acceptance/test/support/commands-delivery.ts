import type { Draft } from './call.js';
import { nothing, packed, parcelled } from './things.js';
import { newId } from './world.js';

export const delivery: Draft[] = [
  {
    action: 'OpenStation',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'stations',
      body: { id: newId(), territory, name: 'corner', opensAt: '08:00', closesAt: '20:00' },
    }),
  },
  {
    action: 'AmendStation',
    method: 'PUT',
    make: nothing,
    request: (_things, { stations }) => ({
      path: `stations/${stations[0]!.id}`,
      body: { name: 'corner', opensAt: '08:00', closesAt: '20:00' },
      ifMatch: '"999"',
    }),
  },
  {
    action: 'PackParcel',
    make: parcelled,
    request: ({ orderId }) => ({ path: `parcels/${orderId}/packing`, body: { pieces: 1, weightGrams: 1 } }),
  },
  {
    action: 'OfferParcel',
    make: packed,
    request: ({ orderId }) => ({ path: `parcels/${orderId}/offers`, body: { to: 'x' } }),
  },
  {
    action: 'AcceptParcel',
    make: packed,
    request: ({ orderId }) => ({ path: `parcels/${orderId}/acceptance`, body: {} }),
  },
  {
    action: 'HandOverParcel',
    make: packed,
    request: ({ orderId }, { households }) => ({
      path: 'hand-overs',
      body: { id: newId(), place: households[0]!.territory, parcelId: orderId, code: '000000' },
    }),
  },
];
