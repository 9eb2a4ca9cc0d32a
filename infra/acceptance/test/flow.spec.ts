import { until } from '@baogong/drill';
import { foundCommunity, type Community, type Household } from './support/community.js';
import {
  announce, becomes, countBody, dispatch, HOUR_MS, openRound, orderOf, place, type Where,
} from './support/goods.js'; // prettier-ignore
import { liveView } from './support/live.js';
import { carry, forged, pack, passOf, planned, show } from './support/parcels.js';
import { shareOut } from './support/share-out.js';
import { newId, OFFICE, openWorld, type World } from './support/world.js';

const BUILDINGS = ['b-01', 'b-01', 'b-02', 'b-02', 'l-1', 'l-1', 'b-01', 'b-02', 'l-1', 'l-1'];
const DOOR: Where = { kind: 'door' };

let world: World;
let community: Community;
let homes: Household[];
let veg: string;
let milk: string;
let duck: string;
let roundId: string;
const orders: string[] = [];

/** The one who speaks for a household by the api. */
const me = (home: number): string => homes[home]!.resident;
const station = (index: number): Where => ({ kind: 'station', stationId: community.stations[index]!.id });
const asked = async (home: number) => orderOf(world, orders[home]!, me(home));

async function places(home: number, wish: { lines: [string, number][]; place: Where; as?: string }): Promise<string> {
  const lines = wish.lines.map(([offerId, quantity]) => ({ offerId, quantity }));
  const id = newId();
  const answer = await place(world, { id, roundId, home: homes[home]!, lines, place: wish.place }, wish.as ?? me(home));
  expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ id, status: 'requested' })]);
  orders[home] = id;
  return answer.etag!;
}

beforeAll(async () => {
  world = await openWorld();
  community = await foundCommunity(world, 'flow', BUILDINGS);
  homes = community.households;
}, 120_000);

describe('supply and round', () => {
  it('S68: a platform announces its goods with price, weight, origin and arrival', async () => {
    veg = await announce(world, community, { sku: 'veg', priceFen: 3000, weightGrams: 5000 });
    milk = await announce(world, community, { sku: 'milk', priceFen: 4500, weightGrams: 3000 });
    duck = await announce(world, community, { sku: 'duck', priceFen: 6000, weightGrams: 2000 });
    const { body } = await world.client.get(`supply-offers/${veg}`, me(0));
    expect(body).toMatchObject({ sku: 'veg', priceFen: 3000, weightGrams: 5000, origin: '上海浦东' });
  });

  it('the committee opens a round over them, with a window and a cap for each item', async () => {
    const items = [veg, milk, duck].map((offerId, index) => ({ offerId, capPerHousehold: 2 + (index % 2) }));
    roundId = await openRound(world, community, items);
    const { status, body } = await world.client.get(`rounds/${roundId}`, me(0));
    expect([status, body['status'], body['openedBy']]).toEqual([200, 'open', community.committee]);
  });

  it('an offer nobody announced cannot be part of a round', async () => {
    const now = await world.now();
    const [opensAt, closesAt] = [new Date(now).toISOString(), new Date(now + HOUR_MS).toISOString()];
    const items = [{ offerId: newId(), capPerHousehold: 1 }];
    const body = { id: newId(), territory: community.territory, opensAt, closesAt, items };
    const answer = await world.client.command('rounds', body, { as: community.committee });
    expect([answer.status, answer.body['code']]).toEqual([409, 'unknown-offer']);
  });
});

describe('requests within the window', () => {
  it('a resident orders for their own household, by the api', async () => {
    await places(0, { lines: [[veg, 2], [milk, 1]], place: station(0) }); // prettier-ignore
    expect(await asked(0)).toMatchObject({ channel: 'api', status: 'requested' });
  });

  it('S11: the desk orders for whoever has no telephone', async () => {
    await places(1, { lines: [[veg, 1]], place: DOOR, as: community.committee });
    expect(await asked(1)).toMatchObject({ channel: 'desk' });
  });

  it('S81 S78: a platform orders with the recorded consent of the household only', async () => {
    const wish = { roundId, home: homes[2]!, lines: [{ offerId: veg, quantity: 1 }], place: station(1) };
    const refused = await place(world, wish, community.platform);
    expect([refused.status, refused.body['code']]).toEqual([409, 'consent-missing']);
    await world.client.must(`households/${homes[2]!.id}/consents`, { platform: community.platform }, { as: me(2) });
    await places(2, { lines: [[veg, 1], [milk, 2]], place: station(1), as: community.platform }); // prettier-ignore
    expect(await asked(2)).toMatchObject({ channel: 'platform' });
  });

  it('an amendment needs the version that was read: 428 without, 412 with an old one', async () => {
    const first = await places(3, { lines: [[veg, 1]], place: DOOR });
    const amend = (quantity: number, ifMatch?: string) => {
      const body = { lines: [{ offerId: veg, quantity }], place: DOOR };
      return world.client.command(`orders/${orders[3]!}`, body, {
        as: me(3),
        method: 'PUT',
        ...(ifMatch ? { ifMatch } : {}),
      });
    };
    expect((await amend(2)).status).toBe(428);
    const amended = await amend(2, first);
    expect(amended.status).toBe(200);
    expect(amended.etag).not.toBe(first);
    expect((await amend(1, first)).status).toBe(412);
    expect(await asked(3)).toMatchObject({ lines: [{ offerId: veg, quantity: 2 }] });
  });

  it('S43: a request withdrawn within the window is gone at once', async () => {
    await places(4, { lines: [[veg, 2]], place: DOOR });
    const answer = await world.client.command(
      `orders/${orders[4]!}/cancellation`,
      { reason: 'changed mind' },
      { as: me(4) },
    );
    expect([answer.status, answer.body['status']]).toEqual([200, 'cancelled']);
    expect(await asked(4)).toMatchObject({ status: 'cancelled', reason: 'changed mind' });
  });

  it('I4: nobody asks for more than the cap, nor twice', async () => {
    const wish = { roundId, home: homes[5]!, lines: [{ offerId: veg, quantity: 3 }], place: DOOR };
    const greedy = await place(world, wish, me(5));
    expect([greedy.status, greedy.body['code']]).toEqual([409, 'over-cap']);
    await places(5, { lines: [[veg, 2]], place: DOOR });
    const again = await place(world, { ...wish, lines: [{ offerId: milk, quantity: 1 }] }, me(5));
    expect([again.status, again.body['code']]).toEqual([409, 'already-ordered']);
  });

  it('nobody orders for a household that is not theirs', async () => {
    const wish = { roundId, home: homes[7]!, lines: [{ offerId: veg, quantity: 1 }], place: DOOR };
    const answer = await place(world, wish, me(6));
    expect(answer.status).toBe(409);
    expect(answer.body['code']).toBe('not-your-household');
  });

  it('takes the requests of the others', async () => {
    await places(6, { lines: [[milk, 3]], place: station(0) });
    await places(8, { lines: [[duck, 1]], place: station(1) });
    await places(9, { lines: [[duck, 1]], place: station(1) });
  });
});

describe('closing', () => {
  it('the window ends by itself, and the requests are fixed', async () => {
    await world.pass(6 * HOUR_MS);
    const round = await until('the requests are fixed', async () => {
      const { body } = await world.client.get(`rounds/${roundId}`, me(0));
      return body['status'] === 'fixed' ? body : undefined;
    });
    expect(round['fixed']).toMatchObject({ orders: 8, seed: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('an order after the window is refused with the reason', async () => {
    const wish = { roundId, home: homes[7]!, lines: [{ offerId: veg, quantity: 1 }], place: DOOR };
    const late = await place(world, wish, me(7));
    expect([late.status, late.body['code']]).toEqual([409, 'window-ended']);
  });

  it('S68: the supplier reads the demand per building and item, of the standing requests', async () => {
    const { body } = await world.client.get(`rounds/${roundId}/demand`, community.platform);
    const pieces = (lines: unknown) =>
      Object.fromEntries(
        (lines as { offerId: string; quantity: number }[]).map(({ offerId, quantity }) => [offerId, quantity]),
      );
    expect([body['fixed'], body['orders']]).toEqual([true, 8]);
    expect(pieces(body['totals'])).toEqual({ [veg]: 8, [milk]: 6, [duck]: 2 });
    const buildings = body['buildings'] as { building: string; lines: unknown }[];
    expect(Object.fromEntries(buildings.map(({ building, lines }) => [building, pieces(lines)]))).toEqual({
      'b-01': { [veg]: 3, [milk]: 4 },
      'b-02': { [veg]: 3, [milk]: 2 },
      'l-1': { [veg]: 2, [duck]: 2 },
    });
  });
});

describe('counting and sharing out', () => {
  const counted = () => [
    { offerId: veg, accepted: 6, rejected: [{ quantity: 1, reason: 'rotten' }, { quantity: 1, reason: 'crushed' }] },
    { offerId: milk, accepted: 6 },
    { offerId: duck, accepted: 1 },
  ]; // prettier-ignore

  it('I3: the named consignee counts: accepted and rejected make up what was shipped, each with its reason', async () => {
    const id = await dispatch(world, community, { roundId, lines: counted() });
    const count = async (as: string, lines = counted()) =>
      world.client.command(`consignments/${id}/count`, await countBody(world, lines), { as });
    const stranger = await count(community.stations[0]!.keeper);
    expect([stranger.status, stranger.body['code']]).toEqual([409, 'not-the-consignee']);
    const short = await count(community.firm, counted().map((line) => ({ ...line, rejected: [] }))); // prettier-ignore
    expect([short.status, short.body['code']]).toEqual([409, 'count-differs']);
    expect((await count(community.firm)).status).toBe(200);
    const twice = await count(community.firm);
    expect([twice.status, twice.body['code']]).toEqual([409, 'already-counted']);
  });

  it('I5: allocation follows from requests, count and seed alone, whoever came first', async () => {
    const round = await until('the round is allocated', async () => {
      const { body } = await world.client.get(`rounds/${roundId}`, community.committee);
      return body['status'] === 'allocated' ? body : undefined;
    });
    const { seed } = round['fixed'] as { seed: string };
    const standing = [0, 1, 2, 3, 5, 6, 8, 9];
    await Promise.all(
      standing.map((home) => becomes(world, orders[home]!, { as: me(home), status: ['confirmed', 'shorted'] })),
    );
    for (const [offerId, supply] of [
      [veg, 6],
      [milk, 6],
      [duck, 1],
    ] as [string, number][]) {
      // prettier-ignore
      const wishes = new Map<string, number>();
      const got = new Map<string, number>();
      for (const home of standing) {
        const order = await asked(home);
        const piecesOf = (lines: unknown) => quantityOf(lines, offerId);
        if (piecesOf(order['lines']) === 0) continue;
        wishes.set(homes[home]!.id, piecesOf(order['lines']));
        got.set(homes[home]!.id, piecesOf(order['granted']));
      }
      expect(got).toEqual(shareOut(wishes, supply, seed));
    }
    const again = await world.client.command(`rounds/${roundId}/allocation`, {}, { as: community.committee });
    expect([again.status, again.body]).toEqual([200, { id: roundId, status: 'allocated' }]);
    const after = await world.client.get(`rounds/${roundId}`, community.committee);
    expect(after.body['allocation']).toEqual(round['allocation']);
  });

  it('S68: each household hears what it gets, what not and why, and what it owes', async () => {
    const answers = await Promise.all([0, 1, 2, 3, 5, 6, 8, 9].map(asked));
    for (const order of answers) {
      const lines = order['lines'] as { offerId: string; quantity: number }[];
      const short = order['shorted'] as { offerId: string; requested: number; granted: number; reason: string }[];
      for (const { offerId, quantity } of lines) {
        const granted = quantityOf(order['granted'], offerId);
        const line = short.find((each) => each.offerId === offerId);
        if (granted === quantity) expect(line).toBeUndefined();
        else
          expect(line).toMatchObject({ requested: quantity, granted, reason: expect.stringMatching(/\w/) as string });
      }
      const price = { [veg]: 3000, [milk]: 4500, [duck]: 6000 };
      const due = Object.entries(price).reduce((sum, [id, fen]) => sum + fen * quantityOf(order['granted'], id), 0);
      expect(order['amountDueFen']).toBe(due);
    }
    expect([await asked(8), await asked(9)].map(({ status }) => status).sort()).toEqual(['confirmed', 'shorted']);
    expect(
      [await asked(0), await asked(3), await asked(5)].filter((order) => quantityOf(order['granted'], veg) === 1),
    ).toHaveLength(2);
  });

  it('I1 I2: what is granted is reserved, and the books balance; what is free never falls below zero', async () => {
    const { body } = await world.client.get(`stock/${veg}`, community.firm);
    expect(body).toMatchObject({ received: 6, onHand: 0, reserved: 6, handedOver: 0, writtenOff: 0 });
  });
});

describe('the last hundred metres', () => {
  const street = (home: number) => homes[home]!.territory;
  const keeper = () => community.stations[0]!.keeper;

  it('parcels are a work list by building and status', async () => {
    for (const home of [0, 1, 2, 3, 5, 6]) await planned(world, orders[home]!, community.firm);
    const list = async (query: string) => {
      const { body } = await world.client.get(`parcels?${query}`, community.firm);
      return (body['items'] as { id: string }[]).map(({ id }) => id).sort();
    };
    await until('the work list shows all', async () =>
      (await list('building=b-01&status=planned')).length === 3 ? true : undefined,
    );
    expect(await list('building=b-02&status=planned')).toEqual([orders[2]!, orders[3]!].sort());
    expect(await list('building=b-02&status=packed')).toEqual([]);
  });

  it('S43: cancelled after closing and before packing, the parcel is withdrawn and the goods are free', async () => {
    const before = (await world.client.get(`stock/${veg}`, community.firm)).body;
    const pieces = quantityOf((await asked(3))['granted'], veg);
    const answer = await world.client.command(
      `orders/${orders[3]!}/cancellation`,
      { reason: 'moved out' },
      { as: me(3) },
    );
    expect(answer.status).toBe(202);
    const order = await becomes(world, orders[3]!, { as: me(3), status: 'cancelled' });
    expect(order).toMatchObject({ amountDueFen: 0 });
    await until('the goods are free', async () => {
      const { body } = await world.client.get(`stock/${veg}`, community.firm);
      return body['reserved'] === (before['reserved'] as number) - pieces ? body : undefined;
    });
    expect(await planned(world, orders[3]!, community.firm)).toMatchObject({ status: 'withdrawn' });
  });

  it('S67 N8 I8: custody moves by acceptance only, from one holder to the next', async () => {
    const id = orders[0]!;
    const early = await world.client.get(`passes/${id}`, me(0));
    expect([early.status, early.body['code']]).toEqual([409, 'not-packed']);
    await pack(world, community, id);
    expect(await planned(world, id, community.firm)).toMatchObject({ status: 'packed', custodian: community.firm });
    await world.client.must(`parcels/${id}/offers`, { to: keeper() }, { as: community.firm });
    expect(await planned(world, id, community.firm)).toMatchObject({ status: 'offered', custodian: community.firm });
    const thief = await world.client.command(`parcels/${id}/acceptance`, {}, { as: community.stations[1]!.keeper });
    expect([thief.status, thief.body['code']]).toEqual([409, 'not-offered-to-you']);
    await world.client.must(`parcels/${id}/acceptance`, {}, { as: keeper() });
    expect(await planned(world, id, community.firm)).toMatchObject({ status: 'accepted', custodian: keeper() });
  });

  it('S62 I7: a forged, a foreign and a replayed pass are refused with the reason; the right one opens once', async () => {
    const { token } = await passOf(world, orders[0]!, me(0));
    const here = community.stations[0]!.id;
    const code = async (shown: { place: string; pass: string }, as = keeper()) => {
      const { status, body } = await show(world, shown, as);
      return [status, body['code']];
    };
    expect(await code({ place: here, pass: forged(token) })).toEqual([409, 'forged']);
    const other = community.stations[1]!;
    expect(await code({ place: other.id, pass: token }, other.keeper)).toEqual([409, 'foreign']);
    const handed = await show(world, { place: here, pass: token }, keeper());
    expect([handed.status, handed.body]).toEqual([
      201,
      expect.objectContaining({ parcelId: orders[0], means: 'pass' }),
    ]);
    expect(await code({ place: here, pass: token })).toEqual([409, 'replayed']);
    await becomes(world, orders[0]!, { as: me(0), status: 'fulfilled' });
  });

  it('S62: a spoken code opens at the door, a wrong one does not', async () => {
    const id = orders[1]!;
    await pack(world, community, id);
    const { spokenCode } = await passOf(world, id, me(1));
    expect(spokenCode).toMatch(/^\d{6}$/);
    const early = await show(world, { place: street(1), parcelId: id, code: spokenCode }, community.volunteer);
    expect([early.status, early.body['code']]).toEqual([409, 'not-ready']);
    await carry(world, community, { id, to: community.volunteer });
    const wrong = String((Number(spokenCode) + 1) % 1_000_000).padStart(6, '0');
    const refused = await show(world, { place: street(1), parcelId: id, code: wrong }, community.volunteer);
    expect([refused.status, refused.body['code']]).toEqual([409, 'wrong-code']);
    const handed = await show(world, { place: street(1), parcelId: id, code: spokenCode }, community.volunteer);
    expect([handed.status, handed.body['means']]).toEqual([201, 'code']);
    await becomes(world, orders[1]!, { as: me(1), status: 'fulfilled' });
  });

  it('S43: what is packed can no longer be cancelled; the order stays and says so', async () => {
    await pack(world, community, orders[5]!);
    const asking = { reason: 'too late' };
    await world.client.must(`orders/${orders[5]!}/cancellation`, asking, { as: me(5) });
    const order = await until('the cancellation is declined', async () => {
      const found = await asked(5);
      return (found['notes'] as unknown[]).length > 0 ? found : undefined;
    });
    expect(order['status']).toBe('confirmed');
    expect(JSON.stringify(order['notes'])).toContain('cancellation-declined');
  });

  it('S43 I7: a pass nobody used runs out: the pass is refused, the order lapses, the goods are free', async () => {
    const { token } = await passOf(world, orders[5]!, me(5));
    await carry(world, community, { id: orders[5]!, to: community.volunteer });
    await world.pass(24 * HOUR_MS + 60_000);
    const late = await show(world, { place: street(5), pass: token }, community.volunteer);
    expect([late.status, late.body['code']]).toEqual([409, 'expired']);
    expect(await becomes(world, orders[5]!, { as: me(5), status: 'lapsed' })).toMatchObject({ reason: 'uncollected' });
    await until('the parcel is taken back', async () =>
      (await planned(world, orders[5]!, community.firm))['status'] === 'withdrawn' ? true : undefined,
    );
    const after = await show(world, { place: street(5), pass: token }, community.volunteer);
    expect([after.status, after.body['code']]).toEqual([409, 'expired']);
  });

  it('a reservation that nobody packed runs out after 48 hours, and its parcel with it', async () => {
    await world.pass(24 * HOUR_MS);
    expect(await becomes(world, orders[6]!, { as: me(6), status: 'lapsed' })).toMatchObject({
      reason: 'reservation-expired',
    });
    await until('the parcel is withdrawn', async () =>
      (await planned(world, orders[6]!, community.firm))['status'] === 'withdrawn' ? true : undefined,
    );
    const books = await until('nothing is reserved any more', async () => {
      const { body } = await world.client.get(`stock/${milk}`, community.firm);
      return body['reserved'] === 0 ? body : undefined;
    });
    expect(books['onHand']).toBe(5);
  });

  it('I1: goods that spoiled are written off their lot by whoever keeps them, against the version that was read', async () => {
    const read = async () => world.client.get(`stock/${milk}`, community.firm);
    const before = await read();
    const [lot] = before.body['lots'] as { lotId: string }[];
    const spoiled = { lotId: lot!.lotId, change: -2, reason: 'burst bags' };
    const writeOff = (ifMatch: string) =>
      world.client.command(`stock/${milk}/adjustments`, spoiled, { as: community.firm, ifMatch });
    expect((await writeOff(before.etag!)).status).toBe(200);
    expect((await writeOff(before.etag!)).status).toBe(412);
    const books = await until('the books say so', async () => {
      const { body } = await read();
      return body['onHand'] === 3 ? body : undefined;
    });
    expect(books).toMatchObject({ received: 6, writtenOff: 2, reserved: 0 });
  });
});

describe('settlement', () => {
  it('S68: what was paid is recorded, more than once only once', async () => {
    const { amountDueFen } = (await asked(0)) as { amountDueFen: number };
    const paid = { amountFen: amountDueFen, reference: 'paid-at-station' };
    const answer = await world.client.command(`orders/${orders[0]!}/settlements`, paid, { as: community.platform });
    expect(answer.status).toBe(201);
    expect(await asked(0)).toMatchObject({ settledFen: amountDueFen, refundDueFen: 0 });
  });
});

describe('what the district sees', () => {
  it('S62: every refused pass is an event with its reason', async () => {
    const rows = await world.sql<{ reason: string }>(
      'delivery',
      `select data ->> 'reason' as reason from es.event where type = 'PassRefused' and starts_with(territory, $1)`,
      [community.territory],
    );
    expect(rows.map(({ reason }) => reason).sort()).toEqual([
      'expired',
      'expired',
      'foreign',
      'forged',
      'not-ready',
      'replayed',
      'wrong-code',
    ]);
  });

  it('throughput of the community by hour, in pieces and kilograms, with the minutes between stages', async () => {
    const day = 24 * HOUR_MS;
    const now = await world.now();
    const [from, to] = [now - 4 * day, now + HOUR_MS].map((ms) => encodeURIComponent(new Date(ms).toISOString()));
    const path = `throughput?territory=${community.territory}&from=${from}&to=${to}`;
    type Total = {
      stages: Record<string, { count: number; pieces: number; grams: number }>;
      minutes: Record<string, unknown>;
    };
    const total = await until('throughput shows both hand-overs', async () => {
      const found = (await world.client.get(path, community.committee)).body['total'] as Total;
      return found.stages['handedOver']!.count === 2 ? found : undefined;
    });
    expect(total.stages['counted']).toMatchObject({ pieces: 13, grams: 6 * 5000 + 6 * 3000 + 2000 });
    expect(total.stages['granted']!.pieces).toBe(13);
    expect(total.stages['shorted']!.pieces).toBe(3);
    expect(total.stages['packed']!.count).toBe(3);
    expect(total.minutes['placedToHandedOver']).toMatchObject({ count: 2 });
  });

  it('S67: each consignment with its holder', async () => {
    const { body } = await world.client.get(`throughput/consignments?territory=${community.territory}`, OFFICE);
    expect(body['items']).toEqual([
      expect.objectContaining({
        roundId,
        supplier: community.platform,
        holder: community.firm,
        accepted: 13,
        rejected: 2,
      }),
    ]);
  });

  it('S84: a refused duty, by rule, role and organisation', async () => {
    const answer = await world.client.command(
      `rounds/${roundId}/closing`,
      { reason: 'mine' },
      { as: community.transporter },
    );
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      rule: 'close-round/transporter',
      basis: expect.any(String) as string,
      appeal: expect.any(String) as string,
    });
    const rows = await until('the district sees it', async () => {
      const { body } = await world.client.get(`refusals?territory=${community.territory}`, OFFICE);
      const mine = (body['items'] as { rule: string }[]).filter(({ rule }) => rule === 'close-round/transporter');
      return mine.length > 0 ? mine : undefined;
    });
    expect(rows[0]).toMatchObject({ role: 'transporter', count: 1, persons: null });
  });

  it('live, by server-sent events', async () => {
    for await (const view of liveView(world, `throughput/live?territory=${community.territory}`, OFFICE)) {
      expect(view).toHaveProperty('stages.handedOver.count');
      break;
    }
  });
});

function quantityOf(lines: unknown, offerId: string): number {
  return (lines as { offerId: string; quantity: number }[]).find((line) => line.offerId === offerId)?.quantity ?? 0;
}
