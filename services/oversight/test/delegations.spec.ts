import { randomBytes, randomUUID } from 'node:crypto';
import { ordersContracts } from '@baogong/contracts';
import { uuid7 } from '@baogong/kernel';
import { COMMUNITY, eventually, Stage } from './stage.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const HOUSEHOLD = ordersContracts.HouseholdRegistered.example;

describe('rights that pass from one actor to another', () => {
  const stage = new Stage();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const ids = { delegation: newId(), proxy: newId() };
  const delegation = (more: object = {}) => ({
    ...{ id: ids.delegation, to: 'pf-y', role: 'residents-committee', territory: `${COMMUNITY}/b-07` },
    ...{ actions: ['ReceiveGoods'], expiresAt: tomorrow },
    ...more,
  });
  const proxy = (more: object = {}) => ({
    ...{ id: ids.proxy, actorId: 'pf-y', territory: HOUSEHOLD.territory, kind: 'neighbour', consent: 'telephone' },
    ...{ actions: ['PlaceOrder'], expiresAt: tomorrow },
    ...more,
  });
  const rights = (actor: string) => Promise.resolve(stage.oversight.runtime.authority.grantsOf(actor));
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];

  beforeAll(async () => {
    await stage.open('orders');
    for (const [id, role] of [
      ['rc-y', 'residents-committee'],
      ['pf-y', 'property-firm'],
    ] as const) {
      const actor = { id, kind: 'organisation', name: `Office ${id}`, territory: COMMUNITY };
      expect((await stage.post('do-1', 'actors', actor)).status).toBe(201);
      const grant = { id: newId(), actorId: id, role, territory: COMMUNITY };
      expect((await stage.post('do-1', 'grants', grant)).status).toBe(201);
    }
    await eventually(
      () => rights('rc-y'),
      (held) => held.length === 1,
    );
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S4 S12: a lane of bungalows is registered below its community, no orphan and no circle', async () => {
    const register = async (territory: string, as = 'do-1') =>
      codeOf(await stage.post(as, 'territories', { territory, name: territory }));
    expect(await register(`${COMMUNITY}/l-1`)).toEqual([409, 'orphan-territory']);
    expect(await register('d-pudong/s-weifang')).toEqual([201, undefined]);
    expect(await register(COMMUNITY)).toEqual([201, undefined]);
    expect(await register(`${COMMUNITY}/l-1`, 'rc-y')).toEqual([201, undefined]);
    expect(await register(`${COMMUNITY}/l-1/c-y`)).toEqual([400, 'malformed-request']);
    expect(await register('d-other/s-x', 'rc-y')).toEqual([404, 'not-found']);
  });

  it('S47: a committee hands named duties to the firm, in one building, and the firm has them within 2 s', async () => {
    expect(codeOf(await stage.post('rc-y', 'delegations', delegation()))).toEqual([201, undefined]);
    const held = await eventually(
      () => rights('pf-y'),
      (all) => all.length === 2,
    );
    expect(held).toContainEqual(
      expect.objectContaining({ role: 'residents-committee', actions: ['ReceiveGoods'], delegatedBy: 'rc-y' }),
    );
  });

  const list = async (as: string, path: string) => {
    const { status, body } = await stage.get(as, path);
    return { status, items: body.items };
  };

  it('S47: whoever gave or was given a delegation sees it, and so do the offices above; nobody else', async () => {
    const { items } = await eventually(
      () => list('rc-y', 'delegations'),
      ({ items: found }) => found?.length === 1,
    );
    expect(items).toMatchObject([
      { id: ids.delegation, from: { id: 'rc-y' }, to: { id: 'pf-y' }, role: 'residents-committee' },
    ]);
    expect((await list('pf-y', 'delegations')).items).toEqual(items);
    expect((await list('do-1', 'delegations')).items).toEqual(items);
    expect((await list('nobody', 'delegations')).status).toBe(404);
  });

  it('S4: a grant below a community names a place that is registered there', async () => {
    const ask = async (territory: string) =>
      codeOf(await stage.post('do-1', 'grants', { id: newId(), actorId: 'rc-y', role: 'grid-worker', territory }));
    expect(await ask(`${COMMUNITY}/b-99`)).toEqual([409, 'territory-not-registered']);
    expect(await ask(`${COMMUNITY}/l-1`)).toEqual([201, undefined]);
  });

  it('S47: neither policy nor what is not one’s own, nor in a circle, nor onwards', async () => {
    const ask = async (as: string, more: object) =>
      codeOf(await stage.post(as, 'delegations', delegation({ id: newId(), ...more })));
    expect(await ask('rc-y', { actions: ['IssuePolicy'] })).toEqual([409, 'not-delegable']);
    expect(await ask('rc-y', { role: 'police' })).toEqual([409, 'not-yours-to-delegate']);
    expect(await ask('rc-y', { to: 'rc-y' })).toEqual([409, 'to-oneself']);
    expect(await ask('rc-y', { to: 'nobody' })).toEqual([409, 'unknown-actor']);
    expect(await ask('rc-y', { expiresAt: '2020-01-01T00:00:00Z' })).toEqual([409, 'no-end']);
    expect(await ask('pf-y', { to: 'rc-y' })).toEqual([409, 'delegation-cycle']);
    expect(await ask('pf-y', { to: 'do-1' })).toEqual([409, 'passed-on-already']);
    expect(await ask('rc-y', { actions: ['Dance'] })).toEqual([400, 'malformed-request']);
  });

  it('S47: the firm cannot revoke it, the committee can, and it ends within 2 s', async () => {
    const path = `delegations/${ids.delegation}/revocation`;
    expect(codeOf(await stage.post('pf-y', path, {}))).toEqual([409, 'not-your-delegation']);
    expect(codeOf(await stage.post('rc-y', path, {}))).toEqual([200, undefined]);
    const since = Date.now();
    const held = await eventually(
      () => rights('pf-y'),
      (all) => all.length === 1,
    );
    expect([held.length, Date.now() - since < 2000]).toEqual([1, true]);
    expect(codeOf(await stage.post('rc-y', `delegations/${newId()}/revocation`, {}))).toEqual([404, 'not-found']);
  });

  it('S3: a household’s consent, heard by the committee, makes a proxy until it is taken back', async () => {
    const told = { type: 'HouseholdRegistered', at: '2026-04-15T01:00:00.000Z', data: HOUSEHOLD };
    await stage.tell('orders', 'household-1', { ...told, territory: HOUSEHOLD.territory });
    await eventually(
      () => rights(HOUSEHOLD.members[0]!),
      (all) => all.length === 1,
    );
    expect(codeOf(await stage.post('rc-y', 'proxies', proxy({ consent: 'own-account' })))).toEqual([
      409,
      'consent-not-heard',
    ]);
    expect(codeOf(await stage.post('rc-y', 'proxies', proxy({ actions: ['SeeHousehold'] })))[0]).toBe(400);
    expect(codeOf(await stage.post('pf-y', 'proxies', proxy()))[0]).toBe(403);
    expect(codeOf(await stage.post('rc-y', 'proxies', proxy()))).toEqual([201, undefined]);
    const held = await eventually(
      () => rights('pf-y'),
      (all) => all.length === 2,
    );
    expect(held).toContainEqual(
      expect.objectContaining({ role: 'resident', territory: HOUSEHOLD.territory, actions: ['PlaceOrder'] }),
    );
    const seen = await eventually(
      () => list('rc-y', 'proxies'),
      ({ items }) => items?.length === 1,
    );
    expect(seen.items).toMatchObject([{ id: ids.proxy, proxy: { id: 'pf-y' }, territory: HOUSEHOLD.territory }]);
    // Neither who lives where nor, were it a person, who stands in for them.
    expect((await list('do-1', 'proxies')).items).toMatchObject([{ id: ids.proxy, territory: COMMUNITY }]);
    expect((await list(HOUSEHOLD.members[0]!, 'proxies')).items).toEqual(seen.items);
    const path = `proxies/${ids.proxy}/revocation`;
    expect(codeOf(await stage.post(HOUSEHOLD.members[0]!, path, {}))).toEqual([200, undefined]);
    expect(
      await eventually(
        () => rights('pf-y'),
        (all) => all.length === 1,
      ),
    ).toHaveLength(1);
  });

  it('S50: tells a refusal in Chinese to whoever asks for it', async () => {
    const answer = await stage.post('pf-y', 'proxies', proxy());
    expect(answer.body['detail']).toMatch(/^The property firm may not appoint a proxy/);
    const chinese = await stage.send('pf-y', {
      path: 'proxies',
      body: proxy(),
      headers: { 'idempotency-key': randomUUID(), 'accept-language': 'zh-CN' },
    });
    expect(chinese.body['detail']).toBe(
      '物业公司不能指定代办人：现行规则明确禁止。依据：《个人信息保护法》第十三条：个人同意（规则 appoint-proxy/property-firm）。有异议请找：居委会，其次街道办事处。',
    );
  });
});
