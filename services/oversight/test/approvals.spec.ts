import { randomBytes } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { DrillStage } from './drill-stage.js';
import { COMMUNITY, eventually } from './stage.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const SUBDISTRICT = 'd-pudong/s-weifang';
const WEEK_MINUTES = 7 * 24 * 60;
const ACTORS = [
  ['rc-y', 'residents-committee', COMMUNITY],
  ['pf-y', 'property-firm', COMMUNITY],
  ['rc-z', 'residents-committee', `${SUBDISTRICT}/c-z`],
  ['sd-1', 'subdistrict-office', SUBDISTRICT],
] as const;

// The cluster of all specs stops in a hook of its own, after those of this block.
describe('approvals', () => {
  const stage = new DrillStage();
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']];
  const ask = async (as: string, more: object = {}) => {
    const id = newId();
    const body = {
      id,
      action: 'OpenStation',
      territory: COMMUNITY,
      subject: 'a third station',
      reason: 'full',
      ...more,
    };
    return { id, answer: codeOf(await stage.post(as, 'approvals', body)) };
  };
  const give = async (as: string, id: string, what: string, body: object = {}) =>
    codeOf(await stage.post(as, `approvals/${id}/${what}`, body));
  const list = async (as: string, query = '') => (await stage.get(as, `approvals?limit=100${query}`)).body.items;
  const becomes = (id: string, status: string) =>
    eventually(
      async () => (await list('do-1')).find((each) => each['id'] === id),
      (found) => found?.['status'] === status,
    );
  const posture = async (name: string) => {
    const body = { posture: name, territory: 'd-pudong', reason: 'spec' };
    expect((await stage.post('do-1', 'posture', body)).status).toBe(200);
    await eventually(
      () => Promise.resolve(stage.oversight.runtime.authority.posture(COMMUNITY)),
      (held) => held === name,
    );
  };

  beforeAll(async () => {
    await stage.open();
    await stage.settle();
    await stage.oversight.runtime.authority.refresh();
    for (const [id, role, territory] of ACTORS) {
      const actor = { id, kind: 'organisation', name: `Office ${id}`, territory };
      expect((await stage.post('do-1', 'actors', actor)).status).toBe(201);
      expect((await stage.post('do-1', 'grants', { id: newId(), actorId: id, role, territory })).status).toBe(201);
    }
    await stage.settle();
    await stage.oversight.runtime.authority.refresh();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S42: go to the office above first; it grants, declines with a reason or forwards once', async () => {
    const first = await ask('rc-y');
    expect(first.answer).toEqual([201, undefined]);
    expect(await becomes(first.id, 'pending')).toMatchObject({
      hop: 1,
      with: { role: 'subdistrict-office', id: 'sd-1' },
    });
    expect(await give('sd-1', first.id, 'grant')).toEqual([200, undefined]);
    const second = await ask('pf-y');
    expect(await give('sd-1', second.id, 'refusal', { reason: ' ' })).toEqual([409, 'reason-missing']);
    expect(await give('sd-1', second.id, 'refusal', { reason: 'no room' })).toEqual([200, undefined]);
    expect(await becomes(second.id, 'declined')).toMatchObject({ answer: 'no room' });
    const third = await ask('rc-y');
    expect(await give('sd-1', third.id, 'forwarding')).toEqual([200, undefined]);
    expect(await give('sd-1', third.id, 'grant')).toEqual([409, 'not-your-turn']);
    expect(await give('do-1', third.id, 'grant')).toEqual([200, undefined]);
  });

  it('I19: never reach a third office', async () => {
    const { id } = await ask('rc-y');
    await give('sd-1', id, 'forwarding');
    expect(await give('do-1', id, 'forwarding')).toEqual([409, 'no-third-hop']);
    expect(await give('do-1', id, 'refusal', { reason: 'not needed' })).toEqual([200, undefined]);
    const own = await ask('sd-1');
    expect(await becomes(own.id, 'pending')).toMatchObject({ hop: 1, with: { role: 'district-office', id: 'do-1' } });
    expect(await give('sd-1', own.id, 'grant')).toEqual([409, 'own-request']);
    expect(await give('do-1', own.id, 'grant')).toEqual([200, undefined]);
  });

  it('refuse clearly what cannot be asked or answered', async () => {
    expect((await ask('rc-y', { action: 'Dance' })).answer).toEqual([400, 'malformed-request']);
    expect((await ask('rc-y', { reason: ' ' })).answer).toEqual([409, 'reason-missing']);
    expect((await ask('pf-y', { action: 'AddRestriction' })).answer).toEqual([409, 'not-approvable']);
    expect((await ask('rc-z')).answer).toEqual([404, 'not-found']);
    const { id } = await ask('rc-y');
    expect((await ask('rc-y', { id })).answer).toEqual([409, 'already-requested']);
    expect(await give('rc-y', id, 'grant')).toEqual([403, 'outside-duty']);
    expect(await give('rc-z', id, 'grant')).toEqual([404, 'not-found']);
    expect(await give('sd-1', newId(), 'grant')).toEqual([404, 'not-found']);
    expect(await give('sd-1', id, 'grant')).toEqual([200, undefined]);
    expect(await give('sd-1', id, 'refusal', { reason: 'late' })).toEqual([409, 'already-decided']);
    expect((await list('rc-z')).length).toBe(0);
    expect((await list('pf-y')).map(({ role }) => role)).toEqual(['property-firm']);
  });

  it('S42 S6 N6: are granted by silence after the time of the rule, restart or not, and only in a crisis', async () => {
    const quiet = await ask('rc-y');
    await stage.pass(5 * 60);
    expect(await becomes(quiet.id, 'pending')).not.toHaveProperty('dueAt');
    await posture('lockdown');
    const { id } = await ask('rc-y');
    const waiting = (await becomes(id, 'pending'))!;
    expect(Date.parse(String(waiting['dueAt'])) - Date.parse(String(waiting['requestedAt']))).toBe(4 * 3_600_000);
    await stage.stop();
    await stage.pass(4 * 60 + 1);
    await stage.start();
    expect(await becomes(id, 'tacit')).toMatchObject({ hop: 1, waitedMinutes: 241 });
    // Its clock began with the switch.
    expect(await becomes(quiet.id, 'tacit')).toBeDefined();
    const stopped = await ask('rc-y');
    await becomes(stopped.id, 'pending');
    await posture('recovery');
    await eventually(
      () => becomes(stopped.id, 'pending'),
      (found) => !('dueAt' in found!),
    );
    await stage.pass(5 * 60);
    expect(await becomes(stopped.id, 'pending')).toBeDefined();
    expect(await give('sd-1', stopped.id, 'grant')).toEqual([200, undefined]);
  });

  it('S72: are counted by week and action, and an alarm tells when their steps grow', async () => {
    const settle = async (forward: boolean) => {
      const { id } = await ask('rc-y', { action: 'IssueEntryPass' });
      if (forward) await give('sd-1', id, 'forwarding');
      expect(await give(forward ? 'do-1' : 'sd-1', id, 'grant')).toEqual([200, undefined]);
    };
    const steps = async () =>
      (await stage.get('do-1', 'approvals/steps?limit=100')).body.items.filter(
        ({ action }) => action === 'IssueEntryPass',
      );
    for (const forward of [false, false, false]) await settle(forward);
    await stage.pass(WEEK_MINUTES);
    for (const forward of [false, true, true]) await settle(forward);
    const told = await eventually(steps, (found) => found.some(({ grew }) => grew === true));
    expect(told.map(({ ended, meanHops, maxHops, grew }) => [ended, meanHops, maxHops, grew])).toEqual([
      [3, 1, 1, false],
      [3, 1.67, 2, true],
    ]);
    const { week } = told[1]!;
    const later = (await stage.get('do-1', `approvals/steps?from=${String(week)}T00:00:00%2B08:00`)).body.items;
    expect(later.map((each) => each['week'])).toEqual([week]);
    expect((await stage.get('do-1', 'approvals/steps?from=yesterday')).status).toBe(400);
  });
});
