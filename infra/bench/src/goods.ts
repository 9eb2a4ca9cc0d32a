import { randomUUID } from 'node:crypto';

/** What every event of every contender carries: an order of two lines, some 250 bytes of JSON. */
export function orderData(): Record<string, unknown> {
  return {
    orderId: randomUUID(),
    householdId: randomUUID(),
    roundId: 'round-2026-11-24',
    lines: [
      { offerId: 'offer-vegetables', quantity: 2 },
      { offerId: 'offer-rice', quantity: 1 },
    ],
    place: { kind: 'door' },
    priceFen: 13_900,
  };
}
