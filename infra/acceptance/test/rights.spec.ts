import { until } from '@baogong/drill';
import { foundCommunity, type Community } from './support/community.js';
import { CALLS } from './support/commands.js';
import { helpBody } from './support/commands-help.js';
import { countBody, dispatch } from './support/goods.js';
import { opened, parcelled } from './support/things.js';
import { instant, newId, OFFICE, openWorld, type World } from './support/world.js';

describe('rights that change', () => {
  let world: World;
  let community: Community;
  const lasting = { expiresAt: instant(Date.now() + 30 * 86_400_000) };
  /** One action per service, none of which a social organisation has a rule for. */
  const handed = ['RegisterHousehold', 'AnnounceSupply', 'OpenStation'];

  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'rights', ['b-01', 'b-02']);
  }, 120_000);

  const attempt = async (action: string, as: string, role: string) => {
    const call = CALLS.find((each) => each.action === action)!;
    const { path, body } = call.request(call.things, community);
    const { status, body: told } = await world.client.command(path, body, { as, role });
    return told['reason'] ?? told['code'] ?? status;
  };
  const becomes = (expected: unknown, ask: () => Promise<unknown>) =>
    until(`${String(expected)} within two seconds`, async () => ((await ask()) === expected ? true : undefined), 2);

  const told = (list: string, id: string, as: string) =>
    until(`${id} is among the ${list}`, async () => {
      const within = as === OFFICE ? `?territory=${community.territory}` : '';
      const { body } = await world.client.get(`${list}${within}`, as);
      return (body['items'] as Record<string, unknown>[]).find((each) => each['id'] === id);
    });

  it('S47: a delegation acts in every service within 2 s, and so does its end', async () => {
    const { committee, social, territory } = community;
    const id = newId();
    const body = { id, to: social, role: 'residents-committee', territory, actions: handed, ...lasting };
    for (const action of handed) expect(await attempt(action, social, 'residents-committee')).toBe('role-not-held');
    await world.client.must('delegations', body, { as: committee });
    for (const action of handed) await becomes(201, () => attempt(action, social, 'residents-committee'));
    // Oversight itself may be the last that has heard of it.
    await becomes('not-in-grant', () => attempt('RegisterActor', social, 'residents-committee'));
    const terms = { id, from: { id: committee }, to: { id: social }, role: 'residents-committee', territory };
    expect(await told('delegations', id, OFFICE)).toMatchObject({ ...terms, actions: handed });
    await world.client.must(`delegations/${id}/revocation`, {}, { as: committee });
    for (const action of handed) await becomes('role-not-held', () => attempt(action, social, 'residents-committee'));
    await until('the list tells of its end', async () => (await told('delegations', id, social))['revokedAt']);
  });

  it('S3: a proxy orders for the household that agreed, and no longer when it takes that back or the time is over', async () => {
    const { volunteer, households } = community;
    const [home, other] = households as [Community['households'][0], Community['households'][0]];
    const call = CALLS.find(({ action }) => action === 'PlaceOrder')!;
    const things = await call.make(world, community);
    const order = async (place: { id: string }) => {
      const { path, body } = call.request(things, community);
      const asked = { ...(body as object), householdId: place.id };
      const { status, body: told } = await world.client.command(path, asked, { as: volunteer, role: 'resident' });
      return told['reason'] ?? told['code'] ?? status;
    };
    const appoint = async (more: object = {}) => {
      const id = newId();
      const terms = { kind: 'volunteer', consent: 'own-account', actions: ['PlaceOrder'], ...lasting };
      const body = { id, actorId: volunteer, territory: home.territory, ...terms, ...more };
      await world.client.must('proxies', body, { as: home.resident });
      return id;
    };
    expect(await order(home)).toBe('role-not-held');
    const first = await appoint();
    await becomes(201, () => order(home));
    expect(await order(other)).toBe('not-your-household');
    await becomes('not-in-grant', () => attempt('SwitchPosture', volunteer, 'resident'));
    // Whoever may see no persons learns neither who it is nor, above the household, for which one.
    const named = { id: first, proxy: { persons: 1 }, kind: 'volunteer', actions: ['PlaceOrder'] };
    expect(await told('proxies', first, home.resident)).toMatchObject({ ...named, territory: home.territory });
    expect(await told('proxies', first, OFFICE)).toMatchObject({ ...named, territory: community.territory });
    expect(await told('proxies', first, community.committee)).toMatchObject({ proxy: { id: volunteer } });
    await world.client.must(`proxies/${first}/revocation`, {}, { as: home.resident });
    await becomes('role-not-held', () => order(home));
    await appoint({ expiresAt: instant((await world.now()) + 60_000) });
    await becomes('already-ordered', () => order(home));
    await world.pass(61_000);
    await becomes('role-not-held', () => order(home));
  });

  it('S16: whoever answers a call for help counts goods in its hours, neither before nor after', async () => {
    const { committee, firm, households } = community;
    const [helper, late] = households.map(({ resident }) => resident) as [string, string];
    const { offerId, roundId } = (await opened(world, community)) as { offerId: string; roundId: string };
    const lines = [{ offerId, accepted: 5 }];
    const load = await dispatch(world, { ...community, firm: committee }, { roundId, lines });
    const count = await countBody(world, lines);
    const attemptToCount = async () => {
      const path = `consignments/${load}/count`;
      const { status, body } = await world.client.command(path, count, { as: helper, role: 'volunteer' });
      return body['reason'] ?? body['code'] ?? status;
    };
    const now = await world.now();
    const hours = { from: instant(now + 1_800_000), to: instant(now + 5_400_000) };
    const call = helpBody(community, { actions: ['ReceiveGoods'], places: 1, ...hours });
    await world.client.must('help-calls', call, { as: committee });
    expect(await told('help-calls', call.id, helper)).toMatchObject({ status: 'open', taken: 0, ...hours });
    const signUp = (as: string) => world.client.command(`help-calls/${call.id}/sign-ups`, {}, { as });
    const [place, none] = [await signUp(helper), await signUp(late)];
    expect([place.status, place.body]).toEqual([201, { id: call.id, status: 'signed-up', ...hours }]);
    expect([none.status, none.body['code']]).toEqual([409, 'call-full']);
    expect(await attemptToCount()).toBe('role-not-held');
    await world.pass(1_801_000);
    await becomes(200, attemptToCount);
    await world.pass(3_600_000);
    await becomes('role-not-held', attemptToCount);
    const isOver = async () => (await told('help-calls', call.id, firm))['status'] === 'over' || undefined;
    await until('its end is recorded', isOver);
  });

  it('S6: one switch of posture brings its ration to every order', async () => {
    const { territory, households } = community;
    const call = CALLS.find(({ action }) => action === 'PlaceOrder')!;
    const things = await call.make(world, community);
    const order = async () => {
      const { path, body } = call.request(things, community);
      const { id: householdId, resident } = households[1]!;
      const [line] = (body as { lines: { offerId: string }[] }).lines;
      const asked = { ...(body as object), householdId, lines: [{ offerId: line!.offerId, quantity: 2 }] };
      const { status, body: told } = await world.client.command(path, asked, { as: resident });
      return told['code'] ?? status;
    };
    const rationing = { perItem: 1 };
    const lockdown = { posture: 'lockdown', territory, reason: 'short of vans', incident: 'flood', rationing };
    await world.client.must('posture', lockdown, { as: OFFICE });
    await new Promise((later) => setTimeout(later, 2000));
    expect(await order()).toBe('over-ration');
    await world.client.must('posture', { posture: 'recovery', territory, reason: 'over' }, { as: OFFICE });
    await becomes(201, order);
  });

  it('S28: a building whose risk is high is told so, and its goods are left at the door', async () => {
    const { firm, territory, households } = community;
    const [home, other] = households as [Community['households'][0], Community['households'][0]];
    const { orderId } = await parcelled(world, community);
    const risk = { level: 'high', territory: `${territory}/${home.building}`, reason: 'two cases' };
    await world.client.must('risk-levels', risk, { as: OFFICE });
    const noticesOf = async (as: string) =>
      (await world.client.get('notices', as)).body['items'] as Record<string, unknown>[];
    const isRisk = ({ change }: Record<string, unknown>) => (change as { kind: string }).kind === 'risk';
    const told = await until('the building is told', async () => (await noticesOf(home.resident)).find(isRisk));
    expect(told).toMatchObject({ territory: risk.territory, change: { level: 'high' }, contactless: true });
    const left = async () =>
      (await world.client.get(`parcels/${orderId}`, firm)).body['contactless'] === true || undefined;
    await until('the carrier is told', left);
    expect((await noticesOf(other.resident)).filter(isRisk)).toEqual([]);
  });
});
