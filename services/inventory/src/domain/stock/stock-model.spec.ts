import fc from 'fast-check';
import { booksOf, stock } from './stock.js';
import type { StockCommand, StockEvent, StockState } from './stock.js';

const offerId = 'veg';
const by = { actor: 'system', role: 'system', organisation: 'baogong', households: [] };
const day = (n: number): string => `2026-04-${String(n).padStart(2, '0')}`;
const days = fc.integer({ min: 10, max: 20 });
const lotId = fc.constantFrom('a', 'b', 'c', 'd');
const orderId = fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6');
const small = fc.integer({ min: 0, max: 6 });

const asked = fc.oneof(
  fc.record({ lotId, quantity: small, on: days }).map(({ lotId, quantity, on }) => ({
    type: 'StockLot' as const,
    data: { lotId, sku: 'veg-5kg', offerId, quantity, expiresOn: day(on), supplier: 'gp-1', keeper: 'pf-y' },
  })),
  fc.record({ orderId, quantity: small, on: days }).map(({ orderId, quantity, on }) => ({
    type: 'ReserveStock' as const,
    data: { orderId, offerId, quantity, until: `${day(on)}T00:00:00.000Z` },
  })),
  orderId.map((orderId) => ({ type: 'ReleaseReservation' as const, data: { orderId, offerId, reason: 'cancelled' } })),
  fc
    .tuple(fc.constantFrom('PinReservation', 'DispenseReservation', 'ExpireReservation'), orderId)
    .map(([type, orderId]) => ({ type, data: { orderId, offerId } })),
  fc.record({ lotId, change: fc.integer({ min: -6, max: 6 }) }).map((data) => ({
    type: 'AdjustStock' as const,
    data: { offerId, ...data, reason: 'mouldy' },
  })),
);
const commands = fc.array(
  fc.tuple(asked, days).map(([command, on]) => ({ ...command, at: `${day(on)}T06:00:00.000Z`, by }) as StockCommand),
  { maxLength: 60 },
);

/** The simplest thing that could be right: every unit of goods is a token in exactly one place. */
class Tokens {
  readonly places = new Map<string, { lot: string; place: string }>();
  private next = 0;

  take(from: string, to: string, parts: { lotId: string; quantity: number }[]): void {
    for (const { lotId, quantity } of parts) {
      const found = [...this.places.values()].filter(({ lot, place }) => lot === lotId && place === from);
      if (found.length < quantity) throw new Error(`${quantity} of ${lotId} are not at ${from}`);
      for (const token of found.slice(0, quantity)) token.place = to;
    }
  }

  apply({ type, data }: StockEvent): void {
    switch (type) {
      case 'LotStocked':
        for (let n = 0; n < data.quantity; n++) this.places.set(`t${this.next++}`, { lot: data.lotId, place: 'shelf' });
        return;
      case 'StockReserved':
        return this.take('shelf', data.orderId, data.lots);
      case 'ReservationReleased':
      case 'ReservationExpired':
        return this.take(data.orderId, 'shelf', data.lots);
      case 'StockDispensed':
        return this.take(data.orderId, 'people', data.lots);
      case 'StockAdjusted': {
        const [from, to] = data.change < 0 ? ['shelf', 'waste'] : ['waste', 'shelf'];
        return this.take(from, to, [{ lotId: data.lotId, quantity: Math.abs(data.change) }]);
      }
      default:
    }
  }

  count(test: (place: string) => boolean): number {
    return [...this.places.values()].filter(({ place }) => test(place)).length;
  }
}

it('I1 I2 L7: the books balance at every step and agree with counting the goods one by one', () =>
  fc.assert(
    fc.property(commands, (asks) => {
      const tokens = new Tokens();
      let state: StockState = stock.initial;
      for (const ask of asks) {
        const decision = stock.decide(ask, state);
        if (decision.kind === 'rejected') continue;
        for (const event of decision.events) {
          tokens.apply(event);
          neverExpired(event, state);
          state = stock.evolve(state, event);
          balanced(state, tokens);
        }
      }
    }),
    { numRuns: 500 },
  ));

it('I20: a command repeated at once changes nothing the second time', () =>
  fc.assert(
    fc.property(commands, (asks) => {
      let state: StockState = stock.initial;
      for (const ask of asks) {
        const decision = stock.decide(ask, state);
        if (decision.kind === 'rejected' || ask.type === 'AdjustStock') continue;
        state = decision.events.reduce((folded, event) => stock.evolve(folded, event), state);
        const again = stock.decide(ask, state);
        expect(again.kind === 'accepted' ? again.events : []).toEqual([]);
      }
    }),
  ));

function balanced(state: StockState, tokens: Tokens): void {
  const books = booksOf(state);
  expect(books).toEqual({
    received: tokens.places.size,
    onHand: tokens.count((place) => place === 'shelf'),
    reserved: tokens.count((place) => /^o\d$/.test(place)),
    handedOver: tokens.count((place) => place === 'people'),
    writtenOff: tokens.count((place) => place === 'waste'),
  });
  expect(books.onHand + books.reserved + books.handedOver + books.writtenOff).toBe(books.received);
}

function neverExpired(event: StockEvent, state: StockState): void {
  if (event.type !== 'StockReserved') return;
  for (const { lotId } of event.data.lots) expect(state.lots[lotId]!.expiresOn >= event.at.slice(0, 10)).toBe(true);
}
