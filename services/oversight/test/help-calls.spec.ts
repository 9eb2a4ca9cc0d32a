import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const MINUTE_MS = 60_000;
const newId = () => uuid7(Date.now(), randomBytes(10));
const RESIDENTS = ['re-1', 're-2', 're-3'];
const HOME = `${COMMUNITY}/b-07/h-0301`;

describe('a call for help', () => {
  const stage = new DrillStage();
  const inMinutes = (minutes: number) => new Date(Date.parse(stage.now()) + minutes * MINUTE_MS).toISOString();
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const wanted = (more: object = {}) => ({
    ...{ id: newId(), territory: COMMUNITY, role: 'volunteer', actions: ['ReceiveGoods'], places: 2 },
    ...{ from: inMinutes(60), to: inMinutes(180) },
    ...more,
  });
  const called = async (more: object = {}) => {
    const body = wanted(more);
    expect(codeOf(await stage.post('rc-y', 'help-calls', body))).toEqual([201, undefined]);
    return body.id;
  };
  const signUp = async (as: string, id: string) => codeOf(await stage.post(as, `help-calls/${id}/sign-ups`, {}));
  const told = async (id: string, as = 're-1') =>
    (await stage.get(as, 'help-calls?limit=100')).body.items.find((call) => call['id'] === id);
  const roleOf = (actor: string) =>
    stage.oversight.runtime.authority.grantsOf(actor).find(({ role }) => role === 'volunteer');
  const role = (actor: string, held: boolean) =>
    eventually(
      () => Promise.resolve(roleOf(actor)),
      (grant) => (grant !== undefined) === held,
    );

  beforeAll(async () => {
    await stage.open('orders');
    await stage.enrol('rc-y', 'residents-committee');
    await stage.enrol('pf-y', 'property-firm');
    await stage.enrol('rc-z', 'residents-committee', 'd-pudong/s-weifang/c-z');
    const data = { householdId: '0301', territory: HOME, people: 3, members: RESIDENTS };
    const registered = { type: 'HouseholdRegistered', at: stage.now(), data };
    await stage.tell('orders', 'household-0301', { ...registered, territory: HOME });
    for (const actor of RESIDENTS) {
      await eventually(
        () => Promise.resolve(stage.oversight.runtime.authority.grantsOf(actor)),
        (held) => held.length === 1,
      );
    }
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S16: is answered in one step, gives the right in its hours alone, and ends with a record of who came', async () => {
    const id = await called();
    await stage.settle();
    expect(await told(id)).toMatchObject({ places: 2, taken: 0, status: 'open', actions: ['ReceiveGoods'] });
    expect([await signUp('re-1', id), await signUp('re-2', id)]).toEqual([
      [201, undefined],
      [201, undefined],
    ]);
    expect([await signUp('re-1', id), await signUp('re-3', id)]).toEqual([
      [409, 'already-signed-up'],
      [409, 'call-full'],
    ]);
    await stage.settle();
    // One or two persons are a number to the committee alone.
    expect([(await told(id))!['taken'], (await told(id, 'rc-y'))!['taken']]).toEqual([null, 2]);
    expect(await told(id)).toMatchObject({ status: 'full' });
    expect(roleOf('re-1')).toBeUndefined();
    await stage.pass(61);
    const terms = { organisation: 'rc-y', territory: COMMUNITY, actions: ['ReceiveGoods'] };
    expect([await role('re-1', true), await role('re-2', true)]).toEqual([
      expect.objectContaining(terms),
      expect.objectContaining(terms),
    ]);
    await stage.pass(120);
    expect(await role('re-1', false)).toBeUndefined();
    const over = await eventually(
      () => told(id),
      (call) => call!['status'] === 'over',
    );
    expect(over!['status']).toBe('over');
    expect(await signUp('re-3', id)).toEqual([409, 'call-over']);
    const [ended] = await stage.asOwner<{ data: unknown }>(
      `select data from es.event where stream = 'help-call-${id}' and type = 'HelpCallEnded'`,
    );
    expect(ended!.data).toEqual({ callId: id, how: 'over', places: 2, helpers: ['re-1', 're-2'] });
  });

  it('S16: once withdrawn gives nobody a right, whether its hours have begun or not', async () => {
    const [before, running] = [await called(), await called({ from: inMinutes(-1) })];
    for (const id of [before, running]) expect(await signUp('re-3', id)).toEqual([201, undefined]);
    expect(await role('re-3', true)).toMatchObject({ actions: ['ReceiveGoods'] });
    for (const id of [before, running]) {
      const answer = await stage.post('rc-y', `help-calls/${id}/ending`, { reason: 'rain' });
      expect([answer.status, answer.body]).toEqual([200, { id, status: 'withdrawn', reason: 'rain' }]);
    }
    expect(await role('re-3', false)).toBeUndefined();
    await stage.settle();
    expect(await told(before)).toMatchObject({ status: 'withdrawn', reason: 'rain' });
    await stage.pass(61);
    await stage.settle();
    expect(roleOf('re-3')).toBeUndefined();
  });

  it.each([
    ['what helpers may not do', { actions: ['ReceiveGoods', 'SwitchPosture'] }, 409, 'not-for-helpers'],
    ['what needs training', { actions: ['PackParcel'] }, 409, 'not-for-helpers'],
    ['another role', { role: 'property-firm' }, 400, 'malformed-request'],
    ['an unknown action', { actions: ['Dance'] }, 400, 'malformed-request'],
    ['nobody', { places: 0 }, 400, 'malformed-request'],
    ['hours that are over', { from: '2020-01-01T00:00:00Z', to: '2020-01-01T01:00:00Z' }, 409, 'in-the-past'],
  ])('S59: is refused for %s', async (_what, more, status, code) => {
    expect(codeOf(await stage.post('rc-y', 'help-calls', wanted(more)))).toEqual([status, code]);
  });

  it('S14: is the committee’s to make, and nothing to the community next door', async () => {
    expect(codeOf(await stage.post('pf-y', 'help-calls', wanted()))).toEqual([403, 'outside-duty']);
    expect(codeOf(await stage.post('rc-z', 'help-calls', wanted()))).toEqual([404, 'not-found']);
    const id = await called();
    await stage.settle();
    expect([await signUp('rc-z', id), await signUp('pf-y', id)]).toEqual([
      [404, 'not-found'],
      [403, 'outside-duty'],
    ]);
    expect(await told(id, 'rc-z')).toBeUndefined();
    expect(await signUp('re-1', newId())).toEqual([404, 'not-found']);
  });
});
