import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { foundCommunity, type Community } from './support/community.js';
import {
  announce, becomes, countBody, dispatch, openRound, orderBody, place,
} from './support/goods.js'; // prettier-ignore
import { carry, forged, pack, passOf, show } from './support/parcels.js';
import { newId, OFFICE, openWorld, type World } from './support/world.js';

let world: World;
let here: Community;
let there: Community;
let planted: string[];
let tokens: string[];
const things: Record<string, string> = {};

/** A whole walk of one household, with every kind of refusal on the way: more chances to leak. */
beforeAll(async () => {
  world = await openWorld();
  here = await foundCommunity(world, 'mine', ['b-01', 'b-02']);
  there = await foundCommunity(world, 'theirs', ['b-01']);
  planted = here.households.flatMap(({ name, telephone, room }, index) => [name, telephone, room, `秘需mine${index}`]);
  const home = here.households[0]!;
  const told = { kind: 'complaint', subject: 'other', territory: home.territory, words: '秘言mine' };
  await world.client.must('cases', { id: newId(), ...told }, { as: home.resident });
  planted.push(told.words);
  things['offerId'] = await announce(world, here, { sku: 'oil', priceFen: 9900, weightGrams: 4500 });
  things['roundId'] = await openRound(world, here, [{ offerId: things['offerId'], capPerHousehold: 2 }]);
  things['orderId'] = newId();
  const { orderId, roundId, offerId } = things as { orderId: string; roundId: string; offerId: string };
  const wish = { id: orderId, roundId, home, lines: [{ offerId, quantity: 1 }], place: { kind: 'door' } as const };
  await place(world, wish, home.resident);
  await place(world, { ...wish, id: newId() }, here.households[1]!.resident);
  await world.client.must(`rounds/${roundId}/closing`, { reason: 'test' }, { as: here.committee });
  const lines = [{ offerId, accepted: 3 }];
  things['consignmentId'] = await dispatch(world, here, { roundId, lines });
  const body = await countBody(world, lines);
  await world.client.must(`consignments/${things['consignmentId']}/count`, body, { as: here.firm });
  await becomes(world, orderId, { as: home.resident, status: 'confirmed' });
  await pack(world, here, orderId);
  await carry(world, here, { id: orderId, to: here.volunteer });
  const { token, spokenCode } = await passOf(world, orderId, home.resident);
  tokens = [token, await world.tokenOf(home.resident)];
  await show(world, { place: home.territory, pass: forged(token) }, here.volunteer);
  await show(world, { place: home.territory, parcelId: orderId, code: spokenCode }, here.volunteer);
  await becomes(world, orderId, { as: home.resident, status: 'fulfilled' });
  // Bodies that are refused must not end in a log either.
  const wrong = { id: 'x', members: [{ actorId: 'y', name: home.name, telephone: home.telephone }], extra: home.name };
  expect((await world.client.command('households', wrong, { as: here.committee })).status).toBe(400);
}, 120_000);

const found = (text: string): string[] => planted.filter((word) => text.includes(word) || text.includes(escaped(word)));
/** As a JSON writer that keeps to ASCII would spell it. */
const escaped = (word: string) =>
  [...word].map((c) => (c > '~' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c)).join('');

describe('names, telephones, rooms and needs', () => {
  it('S78 N12: are there for the household and its committee', async () => {
    const home = here.households[0]!;
    for (const as of [home.resident, here.committee]) {
      const { body } = await world.client.get(`households/${home.id}`, as);
      expect(found(JSON.stringify(body))).toEqual(expect.arrayContaining([home.name, home.telephone, home.room]));
    }
  });

  it('S78 I16: stand in no event of any service, and in no other row of any table', async () => {
    // The scan is worth something only if it finds what must be there: the household's own code.
    const seen = new Set<string>();
    for (const service of world.services()) {
      const tables = await world.sql<{ name: string }>(
        service,
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      expect(tables.map(({ name }) => name)).toContain('es.event');
      for (const { name } of tables) {
        for (const { text } of await world.sql<{ text: string }>(service, `select t::text as text from ${name} t`)) {
          if (text.includes(here.households[0]!.id)) seen.add(`${service} ${name}`);
          const told = [...found(text), ...found(fromHex(text))];
          if (told.length > 0) throw new Error(`${service} ${name} tells ${told.join(', ')}`);
        }
      }
    }
    for (const service of ['orders', 'delivery', 'oversight']) expect([...seen]).toContain(`${service} es.event`);
  });

  it('S78 I16: are found by this scan where they are planted, however they are written', () => {
    for (const word of planted) {
      const hex = `\\\\x${Buffer.from(`a ${word} b`).toString('hex')}`;
      expect([found(`a ${word} b`), found(escaped(word)), found(fromHex(hex))]).toEqual([[word], [word], [word]]);
    }
  });

  it('S78 I16: stand in no log and no topic; neither do tokens, passes or keys', () => {
    // Everything kept but the keys themselves and the database, whose rows are read above.
    const files = filesIn(world.data).filter((path) => !/^(keys|postgres[^/]*)\//.test(relative(world.data, path)));
    expect(files.some((path) => /log\/.*\.log$/.test(path) && statSync(path).size > 0)).toBe(true);
    const secrets = filesIn(join(world.data, 'keys')).map((path) => readFileSync(path, 'utf8').trim());
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect([file, found(text)]).toEqual([file, []]);
      expect([file, [...tokens, ...secrets].filter((secret) => text.includes(secret)).length]).toEqual([file, 0]);
    }
  });

  it('S78 N12: stand in no answer to anybody else', async () => {
    const others = [OFFICE, here.subdistrict, here.firm, here.platform, here.stations[0]!.keeper, here.volunteer,
      here.transporter, here.social, here.police, here.grid, here.households[1]!.resident, there.committee]; // prettier-ignore
    const mine = planted.slice(0, 4);
    for (const as of others) {
      for (const path of [...LISTS, ...detailsOf(here)]) {
        const { text } = await world.raw({ path, as });
        const told = found(text).filter((word) => mine.includes(word));
        expect([as, path, told]).toEqual([as, path, []]);
      }
    }
  });

  it('S78 S62: nobody but the household sees its pass, and another household sees nothing of it', async () => {
    const neighbour = here.households[1]!.resident;
    const { id } = here.households[0]!;
    for (const path of [
      `households/${id}`,
      `orders/${things['orderId']}`,
      `passes/${things['orderId']}`,
      `parcels/${things['orderId']}`,
    ]) {
      const { status } = await world.raw({ path, as: neighbour });
      expect([path, [403, 404].includes(status)]).toEqual([path, true]);
    }
    for (const as of [here.committee, here.firm, here.volunteer, OFFICE]) {
      expect([403, 404]).toContain((await world.raw({ path: `passes/${things['orderId']}`, as })).status);
    }
  });
});

describe('another community', () => {
  it('S78: answers 404 for everything of this one, to every role of it', async () => {
    const strangers = [there.committee, there.firm, there.platform, there.stations[0]!.keeper, there.volunteer,
      there.households[0]!.resident]; // prettier-ignore
    for (const as of strangers) {
      for (const path of [...detailsOf(here), ...listsOf(here)]) {
        expect([as, path, (await world.raw({ path, as })).status]).toEqual([as, path, 404]);
      }
    }
  });

  it('S78: answers 404 to commands on things of this one, as if they were not there', async () => {
    const { orderId, roundId, offerId, consignmentId } = things as Record<
      'orderId' | 'roundId' | 'offerId' | 'consignmentId',
      string
    >;
    const home = here.households[0]!;
    const { territory } = here;
    const at = new Date(Date.now()).toISOString();
    const commands: [string, unknown][] = [
      [`rounds/${roundId}/closing`, { reason: 'x' }],
      [`rounds/${roundId}/allocation`, {}],
      ['rounds', { id: newId(), territory, opensAt: at, closesAt: '2099-01-01T00:00:00Z', items: [{ offerId, capPerHousehold: 1 }] }],
      ['orders', orderBody({ roundId, home, lines: [{ offerId, quantity: 1 }], place: { kind: 'door' } })],
      [`orders/${orderId}/cancellation`, { reason: 'x' }],
      [`orders/${orderId}/settlements`, { amountFen: 1, reference: 'x' }],
      [`households/${home.id}/consents`, { platform: there.platform }],
      [`supply-offers/${offerId}/withdrawal`, { reason: 'x' }],
      [`consignments/${consignmentId}/count`, { lines: [{ offerId, accepted: 3, rejected: [], expiresOn: '2099-01-01' }] }],
      ['stations', { id: newId(), territory, name: 'x', opensAt: '08:00', closesAt: '20:00' }],
      [`parcels/${orderId}/packing`, { pieces: 1, weightGrams: 1 }],
      [`parcels/${orderId}/offers`, { to: there.volunteer }],
      [`parcels/${orderId}/acceptance`, {}],
      ['actors', { id: `x-${newId().slice(-6)}`, kind: 'person', territory }],
      ['posture', { posture: 'normal', territory, reason: 'x' }],
    ]; // prettier-ignore
    for (const [path, body] of commands) {
      const { status } = await world.client.command(path, body, { as: there.committee });
      expect([path, status]).toEqual([path, 404]);
    }
  });
});

const LISTS = ['households', 'rounds', 'orders', 'supply-offers', 'consignments', 'stock', 'stations', 'parcels',
  'throughput', 'throughput/consignments', 'throughput/funnel', 'refusals', 'refusals/hours', 'needs', 'district-view',
  'situation-reports', 'alerts', 'bulletins', 'actors', 'grants', 'duty-matrix']; // prettier-ignore

function detailsOf({ households }: Community): string[] {
  const { roundId, orderId, offerId, consignmentId } = things;
  return [
    `households/${households[0]!.id}`, `rounds/${roundId}`, `rounds/${roundId}/demand`, `orders/${orderId}`,
    `supply-offers/${offerId}`, `consignments/${consignmentId}`, `stock/${offerId}`, `parcels/${orderId}`,
    `passes/${orderId}`,
  ]; // prettier-ignore
}

function listsOf({ territory, households, stations }: Community): string[] {
  return [
    ...['households', 'rounds', 'orders', 'throughput', 'throughput/consignments', 'refusals', 'actors', 'grants'].map(
      (list) => `${list}?territory=${territory}`,
    ),
    `orders?householdId=${households[0]!.id}`,
    `stations/${stations[0]!.id}`,
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** What a bytea column would spell out if it were not encrypted. */
function fromHex(text: string): string {
  return (text.match(/\\x[0-9a-f]{2,}/g) ?? [])
    .map((hex) => Buffer.from(hex.slice(2), 'hex').toString('utf8'))
    .join(' ');
}
