import { verifyBulletins } from '@baogong/disclosure';
import { until } from '@baogong/drill';
import { foundCommunity, SUBDISTRICT, type Community } from './support/community.js';
import { announce, dispatch, openRound, place } from './support/goods.js';
import { liveView } from './support/live.js';
import { Mortal } from './support/mortal.js';
import { newId, OFFICE, type World } from './support/world.js';

const HOUSEHOLDS = 6;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** After the end of a day; then its page is due. */
const HOURS_GIVEN = 8;
const LONG_MS = 240_000;

const mortal = new Mortal();
let community: Community;
let day: string;

/** In Beijing time. */
const dayOf = (ms: number) => new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 10);
const world = (): World => mortal.world;
const get = async (path: string, as = OFFICE) => (await world().client.get(path, as)).body;
const span = async () => {
  const now = await world().now();
  const [from, to] = [now - 2 * DAY_MS, now + HOUR_MS].map((ms) => new Date(ms).toISOString());
  return `territory=${community.territory}&from=${from}&to=${to}`;
};

/** The firm's own. */
const proposeRule = () => {
  const gate = { id: 'gate', who: { except: ['tenant'] }, howMuch: { times: 1, days: 3 } };
  const rule = { id: newId(), territory: community.territory, title: 'Gate rule', clauses: [gate] };
  return world().client.must('local-rules', rule, { as: community.firm });
};

beforeAll(async () => {
  await mortal.start();
  community = await foundCommunity(
    world(),
    'view',
    Array.from({ length: HOUSEHOLDS }, (_, index) => `b-0${index + 1}`),
  );
  for (const territory of [SUBDISTRICT, community.territory]) {
    await world().client.must('territories', { territory }, { as: OFFICE });
  }
  // Into a crisis: now clocks run.
  const lockdown = { posture: 'lockdown', territory: community.territory, reason: 'order 12', incident: 'epidemic' };
  await world().client.must('posture', lockdown, { as: OFFICE });
  day = dayOf(await world().now());
  const offerId = await announce(world(), community, {
    sku: 'veg',
    priceFen: 3000,
    weightGrams: 5000,
    arrivesInHours: 1,
  });
  const roundId = await openRound(world(), community, [{ offerId, capPerHousehold: 1 }]);
  for (const home of community.households) {
    const wish = { id: newId(), roundId, home, lines: [{ offerId, quantity: 1 }], place: { kind: 'door' } as const };
    await place(world(), wish, home.resident);
  }
  await proposeRule();
  // Goods are on their way to the firm, which lets the time for counting them go by.
  await dispatch(world(), community, { roundId, lines: [{ offerId, accepted: HOUSEHOLDS }] });
}, LONG_MS);
afterAll(() => mortal.end(), 60_000);

describe('what the district sees when a property firm adds rules', () => {
  it(
    'S84 S78: the rejected rule, the refusals and the breach by organisation, and nobody’s name, over a kill in the middle',
    async () => {
      await until('the clock of the firm runs', async () => {
        const { items } = await get(`obligations?territory=${community.territory}`);
        return (items as { action: string }[]).some(({ action }) => action === 'ReceiveGoods') ? true : undefined;
      });
      await mortal.strike(['oversight']);
      const body = { posture: 'normal', territory: community.territory, reason: 'too much work' };
      expect((await mortal.command({ path: 'posture', body, as: community.firm })).status).toBe(403);
      await world().pass(5 * HOUR_MS);
      const seen = await until(
        'the district sees it all',
        async () => {
          const view = await get(`district-view?${await span()}`);
          const { duties, rules, refusals } = view as Record<string, Record<string, unknown[]>>;
          const all = [duties?.['breached'], rules?.['rejected'], refusals];
          return all.every((part) => Array.isArray(part) && part.length > 0) ? view : undefined;
        },
        90,
      );
      const firm = expect.objectContaining({ organisation: community.firm }) as unknown;
      expect(seen).toMatchObject({
        duties: { breached: expect.arrayContaining([firm]) as unknown },
        rules: { rejected: [{ organisation: community.firm, count: 1 }] },
        refusals: expect.arrayContaining([firm]) as unknown,
        flow: { stages: { requested: { count: HOUSEHOLDS } } },
      });
      const text = JSON.stringify([seen, await get(`needs?territory=${community.territory}`)]);
      const named = community.households.flatMap(({ id, resident, name, telephone, room }) => [
        ...[id, resident, name, telephone],
        room,
      ]);
      expect(named.filter((one) => text.includes(one))).toEqual([]);
      expect([text.includes(community.volunteer), text.includes(community.police)]).toEqual([false, false]);
    },
    LONG_MS,
  );

  it('S67: the consignment that is late, with its holder and for how long', async () => {
    const { items } = await get(`throughput/consignments?territory=${community.territory}`);
    expect(items).toMatchObject([{ holder: community.platform, status: 'on-its-way' }]);
    expect((items as { heldMinutes: number }[])[0]!.heldMinutes).toBeGreaterThanOrEqual(300);
  });

  it('S84: another rejected rule is on the live view of the district as it comes', async () => {
    const rejectedIn = (view: Record<string, unknown>) =>
      (view['rules'] as { rejected: { organisation: string; count: number }[] }).rejected[0]?.count;
    const counts: unknown[] = [];
    for await (const view of liveView(world(), `district-view/live?territory=${community.territory}`, OFFICE)) {
      counts.push(rejectedIn(view));
      if (counts.length === 1) await proposeRule();
      if (rejectedIn(view) === 2) break;
    }
    expect([counts[0], counts.at(-1)]).toEqual([1, 2]);
  });

  it('S15: a breach is told upward once the district asked to hear of the first one', async () => {
    const asked = { territory: community.territory, measure: 'breaches', atLeast: 1 };
    await world().client.must('alert-thresholds', { id: newId(), ...asked }, { as: OFFICE });
    const alerts = await until('the threshold is crossed', async () => {
      const { items } = await get(`alerts?${await span()}`);
      return (items as unknown[]).length > 0 ? items : undefined;
    });
    expect(alerts).toMatchObject([{ ...asked, direction: 'above' }]);
  });

  it(
    'N17 S52 S79: a bulletin a day by the clock, one chain over a kill, and a changed number in it is found',
    async () => {
      await world().pass(DAY_MS + 12 * HOUR_MS);
      const path = `bulletins?territory=${community.territory}`;
      const reader = community.households[0]!.resident;
      const first = await until('the day is published', async () => {
        const { items } = await get(path, reader);
        return (items as { day: string }[] | undefined)?.find((item) => item.day === day);
      }, 60); // prettier-ignore
      await mortal.strike(['oversight']);
      await world().pass(DAY_MS);
      const newest = dayOf((await world().now()) - DAY_MS - HOURS_GIVEN * HOUR_MS);
      const days = await until(`the one of ${newest} is published`, async () => {
        const { items } = await get(path, reader);
        const all = ((items ?? []) as { day: string }[]).map((item) => item.day).sort();
        return all.at(-1) === newest ? all : undefined;
      }, 60); // prettier-ignore
      expect(days).toContain(first.day);
      const place = community.territory.replaceAll('/', '.');
      const files = await Promise.all(
        days.map(async (source) => ({
          source,
          text: JSON.stringify(await get(`bulletins/${place}/${source}`, reader)),
        })),
      );
      const { findings, chains } = verifyBulletins(files);
      expect(findings).toEqual([]);
      expect(chains).toEqual([expect.objectContaining({ pages: days.length, fromTheBeginning: true })]);
      const mine = files.find(({ source }) => source === day)!;
      expect(mine.text).toContain(`"requested":${HOUSEHOLDS}`);
      const changed = files.map((file) =>
        file === mine ? { ...file, text: file.text.replace(`"requested":${HOUSEHOLDS}`, '"requested":7') } : file,
      );
      expect(verifyBulletins(changed).findings.map(({ fault }) => fault)).toContain('digest-differs');
      const again = await mortal.command({
        path: 'bulletins',
        body: { territory: community.territory, day: days.at(-1) },
        as: community.committee,
      });
      expect([again.status, again.body['code']]).toEqual([409, 'already-published']);
    },
    LONG_MS,
  );
});
