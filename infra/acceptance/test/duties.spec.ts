import { until } from '@baogong/drill';
import { AWAITED_ACTIONS } from '@baogong/duties';
import { foundCommunity, type Community } from './support/community.js';
import { CALLS, type Call } from './support/commands.js';
import { verdictOf, type PublishedRule, type Verdict } from './support/verdict.js';
import { OFFICE, openWorld, type World } from './support/world.js';

let world: World;
let community: Community;
let rules: PublishedRule[];
let texts: Record<string, { zh: string; en: string }>;
let actors: [role: string, actor: string][];
/** Whoever works next door, in every role that ends at a community, and somebody who is registered nowhere. */
let strangers: string[];

beforeAll(async () => {
  world = await openWorld();
  community = await foundCommunity(world, 'duty', ['b-01', 'b-02']);
  const sibling = await foundCommunity(world, 'duty-next', ['b-01']);
  strangers = [
    ...[sibling.committee, sibling.firm, sibling.platform, sibling.volunteer, sibling.transporter, sibling.social],
    ...[sibling.police, sibling.grid, sibling.stations[0]!.keeper, sibling.households[0]!.resident, 'nobody'],
  ];
  const { body } = await world.client.get('duty-matrix', community.households[0]!.resident);
  rules = body['rules'] as PublishedRule[];
  texts = body['texts'] as typeof texts;
  actors = [
    ['district-office', OFFICE],
    ['subdistrict-office', community.subdistrict],
    ['residents-committee', community.committee],
    ['property-firm', community.firm],
    ['platform', community.platform],
    ['pickup-station', community.stations[0]!.keeper],
    ['volunteer', community.volunteer],
    ['resident', community.households[0]!.resident],
    ['transporter', community.transporter],
    ['social-organisation', community.social],
    ['police', community.police],
    ['grid-worker', community.grid],
  ];
}, 120_000);

describe('every role and every command route', () => {
  it('S50 N4: has a route here for every command that a person may give', () => {
    const awaited = AWAITED_ACTIONS as readonly string[];
    const byHand = rules.filter(
      ({ role, action, modality }) => role !== 'system' && modality !== 'forbidden' && !awaited.includes(action),
    );
    const commands = new Set(byHand.map(({ action }) => action).filter((action) => !action.startsWith('See')));
    expect([...commands].sort()).toEqual([...new Set(CALLS.map(({ action }) => action))].sort());
  });

  it('N4: the district issues the next version, and it is the law from then on', async () => {
    const { body } = await world.client.get('duty-matrix', OFFICE);
    const version = (body['version'] as number) + 1;
    const issued = await world.client.must('duty-matrix', { version }, { as: OFFICE });
    expect(issued.body).toEqual({ version, rules: rules.length });
    const inForce = await world.client.get('duty-matrix', community.firm, issued.position);
    expect([inForce.body['version'], inForce.body['rules']]).toEqual([version, rules]);
  });

  it.each(CALLS.map((call) => [call.action, call] as const))(
    'N4 S45 S50 S84: %s is answered to each role as the published matrix says',
    async (_action, call) => {
      call.things = await call.make(world, community);
      for (const [role, actor] of actors) await judge(call, call.things, { role, actor });
    },
  );

  it.each(CALLS.filter(refusesInCommunity).map((call) => [call.action, call] as const))(
    'S14: %s finds nothing in the community next door, whoever asks',
    async (_action, call) => {
      const answers = strangers.map(async (as) => {
        const { path, body, ifMatch } = call.request(call.things, community);
        const more = { ...(call.method ? { method: call.method } : {}), ...(ifMatch ? { ifMatch } : {}) };
        const { status } = await world.client.command(path, body, { as, ...more });
        return [as, status];
      });
      expect(await Promise.all(answers)).toEqual(strangers.map((as) => [as, 404]));
    },
  );

  it('I20: none is taken without an Idempotency-Key', async () => {
    for (const { action, method = 'POST', things, request } of CALLS) {
      const { path, body: asked } = request(things, community);
      const { status, body } = await world.raw({ path, method, body: asked, as: community.committee });
      expect([action, status, body['code']]).toEqual([action, 400, 'idempotency-key-missing']);
    }
  });

  it.each(['alert', 'lockdown', 'recovery'] as const)(
    'S6 N4: in %s every command is answered to each role as the published matrix says',
    async (name) => {
      const body = { posture: name, territory: community.territory, reason: 'test', incident: 'flood' };
      await world.client.must('posture', body, { as: OFFICE });
      // Within two seconds every service knows.
      await new Promise((later) => setTimeout(later, 2000));
      for (const call of CALLS) {
        const asking = actors.filter(([role]) => role !== 'district-office' || call.action !== 'SwitchPosture');
        await Promise.all(asking.map(([role, actor]) => judge(call, call.things, { role, actor, posture: name })));
      }
    },
    120_000,
  );

  it('S61: what no rule allows is refused, and says that no rule does', async () => {
    const { status, body } = await world.client.command('posture', alert(), { as: OFFICE, role: 'police' });
    expect([status, body['rule']]).toEqual([403, 'role-not-held']);
    const { body: gap } = await world.client.command('stations', station(), { as: community.grid });
    expect(gap).toMatchObject({ rule: 'no-rule', basis: expect.stringContaining('S61') as string });
  });

  it('S84: every refusal reached the district', async () => {
    const told = async () => {
      const path = `refusals?territory=${community.territory}&limit=100`;
      const items: { role: string; action: string }[] = [];
      for (let cursor = ''; ;) {
        const { body } = await world.client.get(`${path}${cursor}`, OFFICE);
        items.push(...(body['items'] as typeof items));
        if (body['next'] === null) return new Set(items.map(({ role, action }) => `${role} ${action}`));
        cursor = `&cursor=${String(body['next'])}`;
      }
    };
    let missing = [...refused];
    // A minute's refusals of one actor under one rule are told together, at the minute's end.
    await until(
      'all refusals are told',
      async () => {
        const seen = await told();
        missing = missing.filter((each) => !seen.has(each));
        return missing.length === 0 ? true : undefined;
      },
      15,
    ).catch((late: Error) => {
      throw new Error(`${late.message}: ${missing.join(', ')}`);
    });
  });
});

const refused = new Set<string>();

/** Where no rule speaks, basis and appeal only have to be there. */
function citedBy({ rule }: Verdict, told: { basis: unknown; appeal: unknown }) {
  if (!rule) return { rule: 'no-rule', ...told };
  return { rule: rule.id, basis: texts[rule.legalBasis]?.en, appeal: texts[rule.appeal]?.en };
}

function refusesInCommunity({ action }: Call): boolean {
  return action !== 'ActivateDutyMatrix';
}

async function judge(
  call: Call,
  things: Call['things'],
  { role, actor, posture = 'normal' }: { role: string; actor: string; posture?: string },
): Promise<void> {
  const { path, body, ifMatch } = call.request(things, community);
  const at = new Date(await world.now()).toISOString();
  const verdict = verdictOf(rules, { role, action: call.action, at, posture });
  const sending = { as: actor, role, ...(call.method ? { method: call.method } : {}), ...(ifMatch ? { ifMatch } : {}) };
  const answer = await world.client.command(path, body, sending);
  const told = `${role} ${call.action}: ${answer.status} ${JSON.stringify(answer.body)}`;
  if (verdict.allowed) {
    // Within duty the domain has the word: done, or rejected with its own reason.
    if (answer.status >= 300 && ![409, 412].includes(answer.status)) throw new Error(told);
    return;
  }
  const { rule, basis, appeal, code } = answer.body;
  const expected = citedBy(verdict, { basis, appeal });
  expect([told.split(':')[0], answer.status, code, { rule, basis, appeal }]).toEqual([
    `${role} ${call.action}`, 403, 'outside-duty', expected,
  ]); // prettier-ignore
  expect([typeof basis, typeof appeal]).toEqual(['string', 'string']);
  if (refusesInCommunity(call)) refused.add(`${role} ${call.action}`);
}

const alert = () => ({ posture: 'alert', territory: community.territory, reason: 'test' });
const station = () => ({ id: 'st-x', territory: community.territory, name: 'x', opensAt: '08:00', closesAt: '20:00' });
