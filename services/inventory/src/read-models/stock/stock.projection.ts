import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { LotQuantity, StockEvent } from '../../domain/stock/stock.js';

/** What a batch of events adds to the books of one stream; all columns are sums, so the order within it is free. */
interface Change {
  stream: string;
  offerId: string;
  territory: string;
  sku: string | null;
  supplier: string | null;
  received: number;
  onHand: number;
  reserved: number;
  handedOver: number;
  writtenOff: number;
}

export const stockProjection: Projection = {
  name: 'stock',
  source: 'inventory',
  handles: [
    'LotStocked',
    'StockReserved',
    'ReservationReleased',
    'ReservationExpired',
    'StockDispensed',
    'StockAdjusted',
  ],

  async apply(tx, records) {
    const changes = JSON.stringify(changesOf(records));
    await tx.query(OPEN, [changes]);
    await tx.query(ADD, [changes]);
  },
};

export function changesOf(records: Pick<EventRecord, 'stream' | 'territory' | 'type' | 'data'>[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { stream, territory, type, data } of records) {
    const event = { type, data } as StockEvent;
    const nothing = { sku: null, supplier: null, received: 0, onHand: 0, reserved: 0, handedOver: 0, writtenOff: 0 };
    const change = changes.get(stream) ?? { stream, offerId: event.data.offerId, territory, ...nothing };
    changes.set(stream, change);
    add(change, event);
  }
  return [...changes.values()];
}

function add(change: Change, event: StockEvent): void {
  switch (event.type) {
    case 'LotStocked':
      change.sku = event.data.sku;
      change.supplier = event.data.supplier;
      change.received += event.data.quantity;
      change.onHand += event.data.quantity;
      return;
    case 'StockReserved':
      change.onHand -= sum(event.data.lots);
      change.reserved += sum(event.data.lots);
      return;
    case 'ReservationReleased':
    case 'ReservationExpired':
      change.onHand += sum(event.data.lots);
      change.reserved -= sum(event.data.lots);
      return;
    case 'StockDispensed':
      change.reserved -= sum(event.data.lots);
      change.handedOver += sum(event.data.lots);
      return;
    case 'StockAdjusted':
      change.onHand += event.data.change;
      change.writtenOff -= event.data.change;
      return;
    default:
      return; // declined and pinned reservations move no goods
  }
}

const sum = (lots: readonly LotQuantity[]): number => lots.reduce((total, { quantity }) => total + quantity, 0);

const CHANGES = `json_to_recordset($1::json) as c(stream text, "offerId" text, territory text, sku text,
  supplier text, received int, "onHand" int, reserved int, "handedOver" int, "writtenOff" int)`;

const OPEN = `
  insert into read.stock
  select c.stream, c."offerId", c.territory, c.sku, c.supplier, 0, 0, 0, 0, 0 from ${CHANGES} where c.sku is not null
  on conflict (stream) do nothing`;

const ADD = `
  update read.stock s set received = s.received + c.received, on_hand = s.on_hand + c."onHand",
    reserved = s.reserved + c.reserved, handed_over = s.handed_over + c."handedOver",
    written_off = s.written_off + c."writtenOff"
  from ${CHANGES} where s.stream = c.stream`;
