import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { foundCommunity, type Community } from './support/community.js';
import { parkedIn, SERVICES } from './support/commands-parked.js';
import { CALLS } from './support/commands.js';
import { openWorld, type World } from './support/world.js';

interface Operation {
  parameters?: { in: string; name: string }[];
}
const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, { get?: Operation }>;
};
/** The law is public to all. */
const PUBLIC = ['/api/v1/duty-matrix'];
const reads = Object.entries(document.paths).flatMap(([path, { get }]) =>
  get && !PUBLIC.includes(path) ? [{ path, get }] : [],
);
const asks = (get: Operation, where: string, name?: string) =>
  get.parameters?.some((each) => each.in === where && (name === undefined || each.name === name)) ?? false;
const byTerritory = reads.filter(({ get }) => asks(get, 'query', 'territory')).map(({ path }) => path);
const byId = reads.filter(({ get }) => asks(get, 'path')).map(({ path }) => path);
const lists = reads.filter(({ path }) => !byTerritory.includes(path) && !byId.includes(path)).map(({ path }) => path);

/** The day before, in Beijing time. */
const dayBefore = (ms: number) => new Date(ms + (8 - 24) * 3_600_000).toISOString().slice(0, 10);

describe('communities side by side', () => {
  let world: World;
  let own: Community;
  let ids: Record<string, string>;
  let strangers: string[];
  let resident: string;

  beforeAll(async () => {
    world = await openWorld();
    own = await foundCommunity(world, 'ten-own', ['b-01']);
    const next = await foundCommunity(world, 'ten-next', ['b-01']);
    strangers = [next.committee, next.firm, next.platform, next.stations[0]!.keeper, next.volunteer];
    resident = next.households[0]!.resident;
    strangers.push(resident, next.transporter, 'nobody');
    const made = await Promise.all(
      ['HandOverParcel', 'ReceiveGoods', 'DisableWebhook', 'AnswerCase', 'VoteInPoll'].map((action) =>
        CALLS.find((call) => call.action === action)!.make(world, own),
      ),
    );
    const { orderId, roundId, offerId, consignmentId, webhookId, caseId, pollId } = Object.assign(
      {},
      ...made,
    ) as Record<string, string>;
    const day = dayBefore(await world.now());
    await world.client.must('bulletins', { territory: own.territory, day }, { as: own.committee });
    ids = {
      bulletins: own.territory.replaceAll('/', '.'),
      day,
      parked: (await parkedIn(SERVICES, world, own)).id,
      households: own.households[0]!.id,
      stations: own.stations[0]!.id,
      consignments: consignmentId!,
      orders: orderId!,
      parcels: orderId!,
      passes: orderId!,
      rounds: roundId!,
      stock: offerId!,
      'supply-offers': offerId!,
      webhooks: webhookId!,
      cases: caseId!,
      polls: pollId!,
    };
  }, 120_000);

  const secrets = () => Object.entries(ids).flatMap(([name, id]) => (name === 'day' ? [] : [id]));
  const read = async (as: string, path: string) => {
    const { status, body } = await world.client.get(path.replace('/api/v1/', ''), as);
    return { status, text: JSON.stringify(body) };
  };
  const statuses = async (path: string) =>
    Promise.all(strangers.map(async (as) => [as, (await read(as, path)).status]));

  it.each(byTerritory)(
    'S14: %s is not there for the community next door, nor anything of another district',
    async (path) => {
      for (const as of strangers) {
        const { status, text } = await read(as, `${path}?territory=${own.territory}`);
        // A resident is shown what is the resident's own, whatever place is asked for.
        expect([as, status === 404 || (as === resident && status === 200)]).toEqual([as, true]);
        expect([as, secrets().filter((id) => text.includes(id))]).toEqual([as, []]);
      }
      expect((await read(own.committee, `${path}?territory=d-other/s-x/c-x`)).status).toBe(404);
      if (!path.endsWith('/live')) {
        const answers = await Promise.all(
          [own.committee, own.platform].map((as) => read(as, `${path}?territory=${own.territory}`)),
        );
        expect(answers.some(({ status }) => [200, 403].includes(status))).toBe(true);
      }
    },
  );

  it.each(byId)('S14: %s is not there for the community next door', async (path) => {
    const [, , , topic] = path.split('/');
    const one = path.replace(/\{\w+\}/, ids[topic!] ?? `no id of ${topic}`).replace('{day}', ids['day']!);
    expect(await statuses(one)).toEqual(strangers.map((as) => [as, 404]));
    const answers = await Promise.all([own.committee, own.platform].map((as) => read(as, one)));
    expect(answers.some(({ status }) => [200, 403].includes(status))).toBe(true);
  });

  it.each(lists)('S14: %s names nothing of the community next door', async (path) => {
    for (const as of strangers) {
      const { text } = await read(as, `${path}?limit=100`);
      expect([as, secrets().filter((id) => text.includes(id))]).toEqual([as, []]);
    }
  });
});
