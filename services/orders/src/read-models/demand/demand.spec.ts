import { demandOf } from './demand.query.js';

const request = (building: string, household: string, quantity: number) => ({
  orderId: `o-${household}`,
  householdId: household,
  territory: `d-a/s-b/c-c/${building}/h-${household}`,
  lines: [{ offerId: 'veg', quantity }],
  place: { kind: 'door' as const },
});

describe('the demand of a round', () => {
  it('S12: is told per building or lane and item, and in all', () =>
    expect(demandOf([request('b-07', '1', 2), request('l-1', '2', 1), request('b-07', '3', 1)])).toEqual({
      buildings: [
        { building: 'b-07', lines: [{ offerId: 'veg', quantity: 3, households: 2 }] },
        { building: 'l-1', lines: [{ offerId: 'veg', quantity: 1, households: 1 }] },
      ],
      totals: [{ offerId: 'veg', quantity: 4, households: 3 }],
    }));
  it('is nothing where nobody asked', () => expect(demandOf([])).toEqual({ buildings: [], totals: [] }));
});
