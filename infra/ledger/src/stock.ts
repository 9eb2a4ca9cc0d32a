import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import { placeOf } from './log.js';
import type { Data, LoggedEvent, Reader } from './log.js';
import type { Snapshot } from './snapshot.js';

interface Part {
  lotId: string;
  quantity: number;
}
interface Books {
  received: number;
  reserved: number;
  handedOver: number;
  writtenOff: number;
  lots: Map<string, { onHand: number; expiresOn: string }>;
  live: Map<string, Part[]>;
}
export interface LiveReservation {
  orderId: string;
  stream: string;
}

const CHINA_MS = 8 * 3_600_000;
const COLUMNS = ['received', 'onHand', 'reserved', 'handedOver', 'writtenOff'] as const;
type Row = Record<(typeof COLUMNS)[number], number> & { stream: string };

/** L7, I1 and I2: an own fold of the goods, held against the read model and against itself at every event. */
export class Stock implements Reader {
  private readonly balance = new Tally('L7');
  private readonly onHand = new Tally('I1');
  private readonly oversold = new Tally('I2');
  private readonly books = new Map<string, Books>();
  private readonly projected = new Map<string, Row>();
  private cursor = new Map<number, number>();

  /** How far the read model is, so that the fold can be compared at that very place. */
  async prepare(snapshot: Snapshot): Promise<void> {
    const rows = await snapshot.rows<{ shard: number; pos: number }>(
      `select shard::int, pos::float8 as pos from es.cursor where consumer = 'stock' and source = 'inventory'`,
    );
    this.cursor = new Map(rows.map(({ shard, pos }) => [shard, pos]));
  }

  read(event: LoggedEvent, data: Data): void {
    if (event.service !== 'inventory' || !event.stream.startsWith('stock-')) return;
    const books = this.books.get(event.stream) ?? emptyBooks();
    this.books.set(event.stream, books);
    this.fold(event, { books, data });
    const { received, onHand, reserved, handedOver, writtenOff } = rowOf(event.stream, books);
    this.balance.check(received === onHand + reserved + handedOver + writtenOff, () => `${placeOf(event)} unbalances`);
    const negative = [...books.lots.values()].some((lot) => lot.onHand < 0);
    this.onHand.check(!negative, () => `${placeOf(event)}: less than nothing on hand`);
    if (event.pos <= (this.cursor.get(event.shard) ?? 0)) this.projected.set(event.stream, rowOf(event.stream, books));
  }

  async compare(snapshot: Snapshot): Promise<void> {
    if (!(await snapshot.has('read.stock'))) return;
    const rows = await snapshot.rows<Row>(
      `select stream, received, on_hand as "onHand", reserved, handed_over as "handedOver",
         written_off as "writtenOff" from read.stock`,
    );
    const told = new Map(rows.map((row) => [row.stream, row]));
    for (const stream of new Set([...told.keys(), ...this.projected.keys()])) {
      const [is, should] = [told.get(stream), this.projected.get(stream)];
      const differs = COLUMNS.find((column) => (is?.[column] ?? 0) !== (should?.[column] ?? 0));
      const values = differs && `${is?.[differs]} in the read model, ${should?.[differs]} by the log`;
      this.balance.check(differs === undefined, () => `${stream} ${differs}: ${values}`);
    }
  }

  get live(): LiveReservation[] {
    return [...this.books].flatMap(([stream, { live }]) => [...live.keys()].map((orderId) => ({ orderId, stream })));
  }

  get findings(): Finding[] {
    return [this.balance.finding, this.onHand.finding, this.oversold.finding];
  }

  private fold(event: LoggedEvent, { books, data }: { books: Books; data: Data }): void {
    const { orderId, lots } = data as unknown as { orderId: string; lots: Part[] };
    switch (event.type) {
      case 'LotStocked':
        return stockLot(books, data);
      case 'StockReserved':
        this.reserve(event, { books, orderId, lots });
        return;
      case 'ReservationReleased':
      case 'ReservationExpired':
        this.end(event, { books, orderId, lots });
        for (const part of lots) move(books, part, 1);
        return;
      case 'StockDispensed':
        this.end(event, { books, orderId, lots });
        books.handedOver += total(lots);
        return;
      case 'StockAdjusted': {
        const { lotId, change } = data as unknown as { lotId: string; change: number };
        move(books, { lotId, quantity: 1 }, change);
        books.writtenOff -= change;
        this.onHand.check(books.writtenOff >= 0, () => `${placeOf(event)}: more put back than written off`);
        return;
      }
      default:
        return;
    }
  }

  private reserve(event: LoggedEvent, { books, orderId, lots }: { books: Books; orderId: string; lots: Part[] }): void {
    this.oversold.check(!books.live.has(orderId), () => `${placeOf(event)}: order ${orderId} holds the goods already`);
    const today = new Date(Number(event.atMicroseconds) / 1000 + CHINA_MS).toISOString().slice(0, 10);
    for (const part of lots) {
      const lot = books.lots.get(part.lotId);
      const enough = lot !== undefined && part.quantity > 0 && lot.onHand >= part.quantity;
      this.oversold.check(
        enough,
        () => `${placeOf(event)}: ${part.quantity} of ${part.lotId}, ${lot?.onHand ?? 0} there`,
      );
      this.oversold.check((lot?.expiresOn ?? '') >= today, () => `${placeOf(event)}: lot ${part.lotId} has expired`);
      move(books, part, -1);
    }
    books.reserved += total(lots);
    books.live.set(orderId, lots);
  }

  private end(event: LoggedEvent, { books, orderId, lots }: { books: Books; orderId: string; lots: Part[] }): void {
    const held = books.live.get(orderId);
    const same = held !== undefined && JSON.stringify(held) === JSON.stringify(lots);
    this.oversold.check(same, () => `${placeOf(event)}: ends what order ${orderId} does not hold`);
    books.live.delete(orderId);
    books.reserved -= total(lots);
  }
}

function stockLot(books: Books, data: Data): void {
  const { lotId, quantity, expiresOn } = data as unknown as { lotId: string; quantity: number; expiresOn: string };
  books.received += quantity;
  books.lots.set(lotId, { onHand: (books.lots.get(lotId)?.onHand ?? 0) + quantity, expiresOn });
}

function move(books: Books, { lotId, quantity }: Part, times: number): void {
  const lot = books.lots.get(lotId) ?? { onHand: 0, expiresOn: '' };
  books.lots.set(lotId, { ...lot, onHand: lot.onHand + times * quantity });
}

function rowOf(stream: string, { received, reserved, handedOver, writtenOff, lots }: Books): Row {
  const onHand = [...lots.values()].reduce((sum, lot) => sum + lot.onHand, 0);
  return { stream, received, onHand, reserved, handedOver, writtenOff };
}

const emptyBooks = (): Books => ({
  received: 0,
  reserved: 0,
  handedOver: 0,
  writtenOff: 0,
  lots: new Map(),
  live: new Map(),
});
const total = (lots: readonly Part[]): number => lots.reduce((sum, { quantity }) => sum + quantity, 0);
