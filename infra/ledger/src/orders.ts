import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import { placeOf } from './log.js';
import type { Data, LoggedEvent, Reader } from './log.js';

interface Line {
  offerId: string;
  quantity: number;
}
/** Of all rounds, of none, or of this one. */
export type Complete = boolean | { roundId: string };

interface OrderSeen {
  orderId: string;
  roundId: string;
  ends: string[];
  granted: Set<string>;
}

const ENDS: Record<string, string> = {
  OrderFulfilled: 'fulfilled',
  OrderCancelled: 'cancelled',
  OrderMissedRound: 'missed',
  OrderLapsed: 'lapsed',
};

/** L8 and I4: an order ends once, and no household is granted more of an item than the round's cap. */
export class Orders implements Reader {
  private readonly ending = new Tally('L8');
  private readonly cap = new Tally('I4');
  private readonly seen = new Map<string, OrderSeen>();
  private readonly caps = new Map<string, number>();
  private readonly grants = new Map<string, { quantity: number; at: string }>();

  read(event: LoggedEvent, data: Data): void {
    if (event.service !== 'orders') return;
    if (event.type === 'RoundOpened') return this.readCaps(data);
    if (event.type === 'OrderPlaced') {
      const [orderId, roundId] = [String(data['orderId']), String(data['roundId'])];
      this.seen.set(event.stream, { orderId, roundId, ends: [], granted: new Set() });
      return;
    }
    const order = this.seen.get(event.stream);
    if (!order) return;
    if (event.type === 'GoodsGranted') this.readGrant(event, { order, data });
    const end = ENDS[event.type] ?? (event.type === 'OrderShorted' ? shorted(order, data) : undefined);
    if (end) order.ends.push(end);
  }

  /** Orders by id, with the state each ended in. */
  get endOf(): Map<string, string | undefined> {
    return new Map([...this.seen.values()].map(({ orderId, ends }) => [orderId, ends[0]]));
  }

  /** @param complete of which rounds all orders must have ended by now */
  findings(complete: Complete): Finding[] {
    const isOver = (roundId: string) => (typeof complete === 'boolean' ? complete : complete.roundId === roundId);
    for (const [stream, { ends, roundId }] of this.seen) {
      const holds = ends.length === 1 || (ends.length === 0 && !isOver(roundId));
      this.ending.check(holds, () => `${stream}: ${ends.length === 0 ? 'no end' : ends.join(' and ')}`);
    }
    for (const [of, { quantity, at }] of this.grants) {
      const cap = this.caps.get(of.slice(0, of.lastIndexOf(' ')));
      this.cap.check(cap !== undefined && quantity <= cap, () => `${at}: ${quantity} granted, the cap is ${cap}`);
    }
    return [this.ending.finding, this.cap.finding];
  }

  private readCaps(data: Data): void {
    const { roundId, items } = data as unknown as {
      roundId: string;
      items: { offerId: string; capPerHousehold: number }[];
    };
    for (const { offerId, capPerHousehold } of items) this.caps.set(`${roundId} ${offerId}`, capPerHousehold);
  }

  private readGrant(event: LoggedEvent, { order, data }: { order: OrderSeen; data: Data }): void {
    const { roundId, householdId, lines } = data as unknown as { roundId: string; householdId: string; lines: Line[] };
    for (const { offerId, quantity } of lines) {
      order.granted.add(offerId);
      const of = `${roundId} ${offerId} ${householdId}`;
      const before = this.grants.get(of)?.quantity ?? 0;
      this.grants.set(of, { quantity: before + quantity, at: placeOf(event) });
    }
  }
}

/** Shorted is an end only when nothing of the order is left. */
function shorted(order: OrderSeen, data: Data): string | undefined {
  const { lines } = data as unknown as { lines: { offerId: string; granted: number }[] };
  for (const { offerId, granted } of lines) if (granted === 0) order.granted.delete(offerId);
  return order.granted.size === 0 ? 'shorted' : undefined;
}
