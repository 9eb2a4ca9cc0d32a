import { until } from '@baogong/drill';
import { hashText } from '@baogong/kernel';
import { foundCommunity, type Community, type Household } from './support/community.js';
import { announce, becomes, countBody, dispatch, openRound, orderOf, place } from './support/goods.js';
import { Mortal } from './support/mortal.js';
import { shareOut } from './support/share-out.js';
import { newId, OFFICE } from './support/world.js';

const HOMES = 8;
const MINUTE_MS = 60_000;
const LONG_MS = 240_000;
const mortal = new Mortal();
let community: Community;
let home: Household;

beforeAll(async () => {
  await mortal.start();
  const buildings = Array.from({ length: HOMES }, (_, n) => `b-0${1 + (n % 2)}`);
  community = await foundCommunity(mortal.world, 'case', buildings);
  home = community.households[0]!;
}, LONG_MS);
afterAll(() => mortal.end(), 60_000);

/** By the sample that docs/domain/cases.md publishes. */
const isSampled = (id: string) => parseInt(hashText('audit-sample', id).slice(0, 8), 16) % 5 === 0;
const idThat = (sampled: boolean): string => {
  for (;;) {
    const id = newId();
    if (isSampled(id) === sampled) return id;
  }
};

async function report(more: object = {}, by: Household = home) {
  const body = { id: newId(), kind: 'complaint', subject: 'missing-goods', territory: by.territory, ...more };
  const answer = await mortal.command({ path: 'cases', body, as: by.resident });
  expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
  return answer.body as { id: string; number: string; dueAt: string; owner: { role: string; actor: string } };
}

async function give(as: string, id: string, step: string, body: object = {}) {
  const answer = await mortal.command({ path: `cases/${id}/${step}`, body, as });
  return [answer.status, answer.body['code']];
}

const done = [200, undefined];
const caseBecomes = (id: string, wanted: Record<string, unknown>) =>
  until(`case ${id} becomes ${JSON.stringify(wanted)}`, async () => {
    const found = await mortal.read(`cases/${id}`, home.resident);
    return Object.entries(wanted).every(([name, value]) => found[name] === value) ? found : undefined;
  });
const pass = (minutes: number) => mortal.world.pass(minutes * MINUTE_MS);

describe('what residents say, and who has to answer', () => {
  it(
    'S44 S70: seven complain about fruit, one alone has no infant formula and is served first',
    async () => {
      for (const by of community.households.slice(1)) {
        const fruit = await report({ itemClass: 'food', sku: 'fruit', daysOfCover: 4 }, by);
        expect(fruit.number).toMatch(/^\d{5}-\d{5}$/);
        expect(fruit.owner).toEqual({ role: 'property-firm', actor: community.firm });
        const minutes = (Date.parse(fruit.dueAt) - (await mortal.world.now())) / MINUTE_MS;
        expect([minutes > 235, minutes <= 240]).toEqual([true, true]);
      }
      const { id } = await report({ itemClass: 'infant', sku: 'infant-formula' });
      const list = await until('all are on the list', async () => {
        const { items } = (await mortal.read('cases', community.firm)) as { items: Record<string, unknown>[] };
        return items.length === HOMES ? items : undefined;
      });
      expect(list.map(({ severity, alike }) => [severity, alike])).toEqual([
        [1, 1],
        ...Array.from({ length: HOMES - 1 }, () => [4, HOMES - 1]),
      ]);
      expect(list[0]).toMatchObject({ id });
    },
    LONG_MS,
  );

  it(
    'N7 S24 I13: the firm that did the work cannot close the case, and the district hears of the try',
    async () => {
      const { id } = await report();
      expect(await give(community.firm, id, 'answer', { outcome: 'done', evidence: ['photo'] })).toEqual(done);
      expect(await give(community.firm, id, 'confirmation')).toEqual([403, 'outside-duty']);
      expect(await give(community.firm, id, 'visit', { resolved: true, evidence: ['visit'] })).toEqual([
        403,
        'outside-duty',
      ]);
      expect(await give(home.resident, id, 'confirmation')).toEqual(done);
      expect(await give(home.resident, id, 'confirmation')).toEqual([409, 'already-closed']);
      const told = await until('the district hears', async () => {
        const found = await mortal.read(`refusals?territory=${community.territory}`, OFFICE);
        return (found['items'] as Record<string, unknown>[]).find(({ rule }) => rule === 'close-case/property-firm');
      });
      expect(told).toMatchObject({ action: 'CloseCase', count: 1 });
      expect(JSON.stringify(told)).not.toContain(home.resident);
    },
    LONG_MS,
  );

  it(
    'S43 S70: a clock that is killed in its middle runs out all the same, and nothing is lost',
    async () => {
      const { id } = await report({ words: '第三次说了' });
      await pass(200);
      await mortal.strikeAll();
      expect(await mortal.read(`cases/${id}`, home.resident)).toMatchObject({
        ...{ status: 'open', level: 0 },
        statements: [expect.objectContaining({ words: '第三次说了' })],
      });
      await pass(41);
      const { committee } = community;
      expect(await caseBecomes(id, { level: 1 })).toMatchObject({
        owner: { role: 'residents-committee', actor: committee },
      });
      await pass(481);
      expect(await caseBecomes(id, { level: 2 })).toMatchObject({
        owner: { role: 'district-office', actor: OFFICE },
        overdue: false,
      });
      await pass(1441);
      expect(await caseBecomes(id, { status: 'overdue' })).toMatchObject({ level: 2, overdue: true });
    },
    LONG_MS,
  );

  it(
    'N7 S70: a household that is not content raises the case one level, with a new clock',
    async () => {
      const { id } = await report();
      expect(await give(community.firm, id, 'answer', { outcome: 'done' })).toEqual(done);
      expect(await give(home.resident, id, 'reopening', { words: '没有送到' })).toEqual(done);
      expect(await caseBecomes(id, { status: 'open', level: 1 })).toMatchObject({
        level: 1,
        owner: { role: 'residents-committee', actor: community.committee },
      });
      expect(await give(community.firm, id, 'answer', { outcome: 'done' })).toEqual([409, 'not-your-case']);
    },
    LONG_MS,
  );

  it(
    'I13 S71: silence closes a case by its clock, but one in five is looked at by a second person',
    async () => {
      const [plain, looked] = [await report({ id: idThat(false) }), await report({ id: idThat(true) })];
      for (const { id } of [plain, looked])
        expect(await give(community.firm, id, 'answer', { outcome: 'done' })).toEqual(done);
      await pass(72 * 60 + 1);
      expect(await caseBecomes(plain.id, { status: 'closed' })).toMatchObject({ how: 'unconfirmed' });
      await caseBecomes(looked.id, { status: 'visit-due' });
      expect(await give(community.social, looked.id, 'visit', { resolved: true, evidence: ['photo'] })).toEqual([
        409,
        'photo-is-no-evidence',
      ]);
      expect(await give(community.social, looked.id, 'visit', { resolved: true, evidence: ['visit'] })).toEqual(done);
      expect(await caseBecomes(looked.id, { status: 'closed' })).toMatchObject({ how: 'visited' });
    },
    LONG_MS,
  );

  it(
    'S20 S51 S63: a dispute with the firm hears both sides and has a neutral mediator',
    async () => {
      const { firm, committee } = community;
      const { id } = await report({ kind: 'dispute', subject: 'conduct', about: firm, words: '他推了我' });
      expect(await give(committee, id, 'mediation', { outcome: 'agreed' })).toEqual([409, 'other-side-not-heard']);
      expect(await give(firm, id, 'statements', { words: '她先动手' })).toEqual(done);
      expect(await give(firm, id, 'mediation', { outcome: 'agreed' })).toEqual([403, 'outside-duty']);
      expect(await give(committee, id, 'mediation', { outcome: 'agreed' })).toEqual(done);
      const { statements } = await mortal.read(`cases/${id}`, committee);
      expect(statements).toEqual([
        expect.objectContaining({ side: 'household', words: '他推了我' }),
        expect.objectContaining({ side: 'other-side', words: '她先动手' }),
      ]);
    },
    LONG_MS,
  );

  it(
    'I21: who complains gets what the draw gives, no more and no less',
    async () => {
      const { world } = mortal;
      const { households } = community;
      const offerId = await announce(world, community, { sku: 'veg', priceFen: 3000, weightGrams: 5000 });
      const roundId = await openRound(world, community, [{ offerId, capPerHousehold: 2 }]);
      const orders = new Map<string, string>();
      for (const each of households) {
        const id = newId();
        const wish = { id, roundId, home: each, lines: [{ offerId, quantity: 2 }], place: { kind: 'door' } as const };
        expect((await place(world, wish, each.resident)).status).toBe(201);
        orders.set(each.id, id);
      }
      for (const each of households.slice(0, 3)) await report({ about: community.platform, harm: 'danger' }, each);
      await world.client.must(`rounds/${roundId}/closing`, { reason: 'all' }, { as: community.committee });
      const lines = [{ offerId, accepted: HOMES + 3 }];
      const load = await dispatch(world, community, { roundId, lines });
      await world.client.must(`consignments/${load}/count`, await countBody(world, lines), { as: community.firm });
      const got = new Map<string, number>();
      for (const { id, resident } of households) {
        const order = orders.get(id)!;
        await becomes(world, order, { as: resident, status: ['confirmed', 'shorted'] });
        const { granted } = await orderOf(world, order, resident);
        got.set(
          id,
          (granted as { quantity: number }[]).reduce((sum, { quantity }) => sum + quantity, 0),
        );
      }
      const round = await mortal.read(`rounds/${roundId}`, community.committee);
      const { seed } = round['fixed'] as { seed: string };
      const wishes = new Map(households.map(({ id }) => [id, 2]));
      // A computation that knows nothing of cases.
      expect(got).toEqual(shareOut(wishes, HOMES + 3, seed));
    },
    LONG_MS,
  );
});
