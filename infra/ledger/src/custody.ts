import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import { placeOf } from './log.js';
import type { Data, LoggedEvent, Reader } from './log.js';
import type { LiveReservation } from './stock.js';

interface Held {
  custodian: string;
  offeredTo?: string;
  over: boolean;
}
type Told = Record<'packedBy' | 'from' | 'to' | 'custodian' | 'by', string>;

type Step = (held: Held | undefined, told: Told) => { after?: Held; fault?: string | undefined };

const heldBy = (held: Held | undefined, name: string): string | undefined =>
  held && !held.over && held.custodian === name ? undefined : `${name} acts, held by ${held?.custodian ?? 'nobody'}`;

const STEPS: Record<string, Step> = {
  ParcelPacked: (held, { packedBy }) => ({
    after: { custodian: packedBy, over: false },
    fault: held && `packed while ${held.custodian} holds it`,
  }),
  ParcelOffered: (held, { from, to }) => ({
    after: { custodian: held?.custodian ?? from, offeredTo: to, over: held?.over ?? false },
    fault: heldBy(held, from),
  }),
  ParcelAccepted: (held, { custodian }) => ({
    after: { custodian, over: held?.over ?? false },
    fault: held && !held.over && held.offeredTo === custodian ? undefined : `${custodian} takes it without an offer`,
  }),
  ParcelHandedOver: (held, { by }) => ({ after: { custodian: by, over: true }, fault: heldBy(held, by) }),
  ParcelWithdrawn: (held) => (held ? { after: { ...held, over: true } } : {}),
};

/** I8 and the passes of L9: one custodian at any moment, custody by acceptance only, one hand-over in a life. */
export class Custody implements Reader {
  private readonly custody = new Tally('I8');
  private readonly once = new Tally('L9');
  private readonly parcels = new Map<string, Held>();
  private readonly redeemed = new Map<string, number>();

  read(event: LoggedEvent, data: Data): void {
    if (event.service !== 'delivery') return;
    const step = STEPS[event.type];
    if (!step) return;
    const before = this.parcels.get(event.stream);
    const { after, fault } = step(before, data as unknown as Told);
    this.custody.check(fault === undefined, () => `${placeOf(event)} ${event.stream}: ${fault}`);
    if (after) this.parcels.set(event.stream, after);
    if (event.type !== 'ParcelHandedOver') return;
    this.redeemed.set(event.stream, (this.redeemed.get(event.stream) ?? 0) + 1);
  }

  /** @param quiet whether everything said has been heard, so that no reservation may outlive its order */
  findings({
    live,
    endOf,
    quiet,
  }: {
    live: LiveReservation[];
    endOf: Map<string, string | undefined>;
    quiet: boolean;
  }) {
    for (const [stream, times] of this.redeemed)
      this.once.check(times === 1, () => `${stream} was handed over ${times} times`);
    for (const { orderId, stream } of quiet ? live : []) {
      const known = endOf.has(orderId);
      const fault = known ? `${endOf.get(orderId)} order ${orderId}` : `an order nobody placed, ${orderId}`;
      this.once.check(known && endOf.get(orderId) === undefined, () => `${stream}: reserved for ${fault}`);
    }
    return [this.once.finding, this.custody.finding] satisfies Finding[];
  }
}
