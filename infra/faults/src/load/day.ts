import { newId } from '@baogong/client';
import { crowd, until } from '@baogong/drill';
import type { Finding } from '@baogong/ledger';
import type { Seeded } from '../seeded.js';
import type { Clients, Told } from './clients.js';
import { accepted, type Community, type Home } from './community.js';

const HOUR_MS = 3_600_000;
const WIDTH = 6;
const WEIGHT_GRAMS = 5000;

export interface Placed {
  id: string;
  home: Home;
}

/** From announced goods to handed-over parcels: every service works, and each order comes to its end. */
export class Day {
  private readonly offerId = newId();
  readonly roundId = newId();
  private placed: Placed[] = [];
  private readonly seen = { checked: 0, examples: [] as string[] };

  constructor(
    private readonly clients: Clients,
    private readonly community: Community,
    private readonly chance: Seeded,
  ) {}

  async play(): Promise<void> {
    await this.openRound();
    await this.placeOrders();
    await this.closeRound();
    await this.deliver();
    const kept = await this.hearAnswers();
    await this.tryStrangers();
    await crowd(kept, WIDTH, (order) => this.bring(order));
    await this.seeEnds(kept.length);
  }

  get strangers(): Finding {
    const { checked, examples } = this.seen;
    return { id: 'strangers', checked, broken: examples.length, examples };
  }

  private async openRound(): Promise<void> {
    const { territory, platform, committee } = this.community;
    const now = Date.now();
    const goods = {
      sku: 'veg',
      name: '蔬菜',
      itemClass: 'food',
      unit: 'bag',
      priceFen: 3000,
      weightGrams: WEIGHT_GRAMS,
    };
    const arrives = { origin: '上海', arrivesFrom: instant(now), arrivesTo: instant(now + 24 * HOUR_MS) };
    const offer = { id: this.offerId, territory, ...goods, quantity: 1000, ...arrives };
    await accepted(this.clients, { path: 'supply-offers', body: offer, as: platform });
    // An hour of grace on both sides: a service's clock may be off by one.
    const times = { opensAt: instant(now - 2 * HOUR_MS), closesAt: instant(now + 6 * HOUR_MS) };
    const round = { id: this.roundId, territory, ...times, items: [{ offerId: this.offerId, capPerHousehold: 2 }] };
    await accepted(this.clients, { path: 'rounds', body: round, as: committee });
  }

  private async placeOrders(): Promise<void> {
    this.placed = this.community.homes.map((home) => ({ id: newId(), home }));
    await crowd(this.placed, WIDTH, async ({ id, home }) => {
      const lines = [{ offerId: this.offerId, quantity: this.chance.whole(1, 2) }];
      const body = { id, roundId: this.roundId, householdId: home.id, lines, place: { kind: 'door' } };
      const command = { path: 'orders', body, as: home.resident, key: newId() };
      const twice = this.chance.next() < 0.3;
      // As who presses the button twice: one key, at the same time.
      const [first, second] = await Promise.all([
        this.clients.must(command),
        ...(twice ? [this.clients.sent(command)] : []),
      ]);
      if (second?.ok && second.position !== first?.position) throw new Error(`two answers to one key: ${command.key}`);
    });
  }

  private async closeRound(): Promise<void> {
    const { committee } = this.community;
    const path = `rounds/${this.roundId}`;
    await this.clients.must({ path: `${path}/closing`, body: { reason: 'all have ordered' }, as: committee });
    await until('the requests are fixed', async () => {
      const round = await this.clients.read(path, committee);
      return round?.['status'] === 'fixed' ? true : undefined;
    });
  }

  private async deliver(): Promise<void> {
    const { territory, firm, platform } = this.community;
    const id = newId();
    // Less than is asked for in most runs, so that some go away with nothing.
    const supply = this.chance.whole(Math.ceil(this.placed.length / 2), this.placed.length);
    const lines = [{ offerId: this.offerId, quantity: supply }];
    const load = { id, roundId: this.roundId, territory, consignee: firm, lines };
    await this.clients.must({ path: 'consignments', body: load, as: platform });
    const expiresOn = instant(Date.now() + 120 * HOUR_MS).slice(0, 10);
    const counted = { lines: [{ offerId: this.offerId, accepted: supply, rejected: [], expiresOn }] };
    await this.clients.must({ path: `consignments/${id}/count`, body: counted, as: firm });
  }

  /** @returns the orders that are confirmed and not cancelled again */
  private async hearAnswers(): Promise<Placed[]> {
    const statuses = await crowd(this.placed, WIDTH, ({ id, home }) =>
      this.orderIs(id, home, ['confirmed', 'shorted']),
    );
    const confirmed = this.placed.filter((_, index) => statuses[index] === 'confirmed');
    const leaving = confirmed.filter(() => this.chance.next() < 0.15);
    await crowd(leaving, WIDTH, ({ id, home }) =>
      this.clients.must({ path: `orders/${id}/cancellation`, body: { reason: 'not needed' }, as: home.resident }),
    );
    return confirmed.filter((order) => !leaving.includes(order));
  }

  /** Each household asks for the order of the next one. */
  private async tryStrangers(): Promise<void> {
    await crowd(this.placed, WIDTH, async ({ id }, index) => {
      const stranger = this.placed[(index + 1) % this.placed.length]!.home.resident;
      this.seen.checked += 1;
      if (await this.clients.read(`orders/${id}`, stranger)) this.seen.examples.push(`${stranger} reads order ${id}`);
    });
  }

  private async bring({ id, home }: Placed): Promise<void> {
    const { firm, volunteer } = this.community;
    const parcel = await until(`parcel ${id} is planned`, () => this.clients.read(`parcels/${id}`, firm));
    const pieces = (parcel['lines'] as { quantity: number }[]).reduce((sum, { quantity }) => sum + quantity, 0);
    const contents = { pieces, weightGrams: pieces * WEIGHT_GRAMS };
    await this.clients.must({ path: `parcels/${id}/packing`, body: contents, as: firm });
    await this.clients.must({ path: `parcels/${id}/offers`, body: { to: volunteer }, as: firm });
    await this.clients.must({ path: `parcels/${id}/acceptance`, body: {}, as: volunteer });
    const pass = await until(`the pass of ${id}`, () => this.clients.read(`passes/${id}`, home.resident));
    const shown = { place: pass['place'] ?? home.territory, pass: pass['token'] };
    await until(`parcel ${id} is handed over`, () => this.handOver(shown));
    const again: Told | undefined = await this.clients.command({
      path: 'hand-overs',
      body: { id: newId(), ...shown },
      as: volunteer,
    });
    if (again?.ok) throw new PassWorkedTwice(id);
  }

  /** A clock that is behind finds the pass too early; whoever is told so comes again. */
  private async handOver(shown: { place: unknown; pass: unknown }): Promise<true | undefined> {
    const body = { id: newId(), ...shown };
    const told = await this.clients.command({ path: 'hand-overs', body, as: this.community.volunteer });
    if (told?.ok) return true;
    if (told && told.problem.code !== 'too-early') throw new Error(`hand-overs: ${JSON.stringify(told.problem)}`);
    return undefined;
  }

  private async seeEnds(handedOver: number): Promise<void> {
    await crowd(this.placed, WIDTH, ({ id, home }) =>
      this.orderIs(id, home, ['fulfilled', 'shorted', 'cancelled', 'lapsed']),
    );
    if (handedOver === 0) return;
    await until('the books are closed', async () => {
      const stock = await this.clients.read(`stock/${this.offerId}`, this.community.firm);
      return stock && Number(stock['handedOver']) >= handedOver ? true : undefined;
    });
  }

  private orderIs(id: string, { resident }: Home, wanted: string[]): Promise<string> {
    return until(`order ${id} is ${wanted.join(' or ')}`, async () => {
      const order = await this.clients.read(`orders/${id}`, resident);
      const status = String(order?.['status']);
      return wanted.includes(status) ? status : undefined;
    });
  }
}

export class PassWorkedTwice extends Error {
  constructor(parcel: string) {
    super(`the pass of ${parcel} opened twice`);
  }
}

const instant = (ms: number): string => new Date(ms).toISOString();
