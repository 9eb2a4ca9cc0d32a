import { until } from '@baogong/drill';
import { foundCommunity, SUBDISTRICT, type Community, type Household } from './support/community.js';
import { issuePolicy } from './support/issue-policy.js';
import { Mortal } from './support/mortal.js';
import { newId, OFFICE } from './support/world.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const HOMES = 8;
/** What those who are turned away are asked. */
const ASKED = ['tenant', 'tenant', 'in-arrears'];
const LONG_MS = 240_000;
const daily = { id: 'daily', howMuch: { times: 1, days: 1 } };
const mortal = new Mortal();
let community: Community;
let approvalId: string;

type Item = Record<string, unknown>;

const send = async (path: string, body: object, as: string) => {
  const answer = await mortal.command({ path, body, as });
  return { ...answer.body, status: answer.status } as Item & { status: number };
};
const listed = async (path: string, as: string) => {
  const { items } = await mortal.read(`${path}territory=${community.territory}&limit=100`, as);
  return items as Item[];
};
/** What the property firm is said to have added, as the district reads it. */
const breaches = async (as = OFFICE) =>
  (await listed('obligations?', as)).filter(({ action }) => action === 'AddRestriction');
const pending = (id: string, status: string) =>
  until(`approval ${id} is ${status}`, async () =>
    (await listed('approvals?', OFFICE)).find((each) => each['id'] === id && each['status'] === status),
  );

beforeAll(async () => {
  await mortal.start();
  const buildings = Array.from({ length: HOMES }, (_, n) => `b-0${1 + (n % 2)}`);
  community = await foundCommunity(mortal.world, 'scenario-d', buildings);
  const { territory } = community;
  for (const place of [SUBDISTRICT, territory]) await send('territories', { territory: place }, OFFICE);
  await mortal.world.client.must('posture', { posture: 'lockdown', territory, reason: 'order 12' }, { as: OFFICE });
  await issuePolicy(mortal.world, { territory, clauses: [daily] });
}, LONG_MS);
afterAll(() => mortal.end(), 60_000);

describe('scenario D: the property firm adds rules', () => {
  it(
    'S30 S49 S84 N5: its rule is rejected at once with three differences, which all may read',
    async () => {
      const { territory, firm, households } = community;
      const gate = { id: 'gate', who: { except: ['tenant'] }, what: { except: ['food:fruit'] } };
      const clauses = [{ ...gate, howMuch: { times: 1, days: 3 } }];
      const told = await send('local-rules', { id: newId(), territory, title: 'Gate rule', clauses }, firm);
      expect([told.status, told['outcome']]).toEqual([201, 'rejected']);
      const rule = await until('it is published', async () => {
        const published = await listed('local-rules?', households[0]!.resident);
        return published.find(({ id }) => id === told['id']);
      });
      expect(rule).toMatchObject({ outcome: 'rejected', proposedBy: firm });
      expect((rule['differences'] as Item[]).map(({ kind }) => kind)).toEqual(['protected', 'lost', 'less']);
    },
    LONG_MS,
  );

  it(
    'S84 S49 S53 S48 I14: each tenant turned away at its desk later, or household that owes fees, is a breach, told to the committee, and nobody is named',
    async () => {
      const { firm, committee, households } = community;
      const turnedAway = async ({ territory, resident }: Household, met: object, imposedBy = firm) =>
        send('rule-reports', { id: newId(), territory, met: [met], imposedBy }, resident);
      for (const [index, criterion] of ASKED.entries()) {
        const report = await turnedAway(households[index]!, { ...daily, who: { except: [criterion] } });
        expect([report.status, report['localRules']]).toMatchObject([201, [{ outcome: 'rejected' }]]);
      }
      // What the policy permits all the same is no restriction, and whoever has no desk here imposes none.
      expect((await turnedAway(households[3]!, daily)).status).toBe(201);
      expect(await turnedAway(households[3]!, daily, 'nobody-1')).toMatchObject({ code: 'unknown-organisation' });
      const found = await until('the district sees them', async () => {
        const all = await breaches();
        return all.length === ASKED.length && all.every(({ level }) => level === 1) ? all : undefined;
      });
      const owner = { id: firm, name: `Organisation ${firm}` };
      for (const each of found) {
        expect(each).toMatchObject({
          status: 'breached',
          owner,
          answering: { role: 'residents-committee', id: committee },
        });
      }
      const view = await until('they are counted', async () => {
        const told = await mortal.read(`district-view?territory=${community.territory}`, OFFICE);
        const { breached } = told['duties'] as { breached: Item[] };
        return breached.some(({ organisation }) => organisation === firm) ? { told, breached } : undefined;
      });
      expect(view.breached).toEqual([{ organisation: firm, count: ASKED.length }]);
      for (const { id, resident } of households) {
        const shown = JSON.stringify([found, view.told]);
        expect([shown.includes(id), shown.includes(resident)]).toEqual([false, false]);
      }
      expect(await breaches(firm)).toHaveLength(ASKED.length);
    },
    LONG_MS,
  );

  it(
    'S44 S46: seven complain about fruit, one alone has no infant formula and is served first',
    async () => {
      const complain = async ({ territory, resident }: Household, goods: object) =>
        send('cases', { id: newId(), kind: 'complaint', subject: 'missing-goods', territory, ...goods }, resident);
      for (const home of community.households.slice(1))
        expect((await complain(home, { itemClass: 'food', sku: 'fruit', daysOfCover: 4 })).status).toBe(201);
      const formula = await complain(community.households[0]!, { itemClass: 'infant', sku: 'infant-formula' });
      const list = await until('all are on the list', async () => {
        const cases = (await listed('cases?', community.firm)).filter(({ kind }) => kind === 'complaint');
        return cases.length === HOMES ? cases : undefined;
      });
      expect(list[0]).toMatchObject({ id: formula['id'], severity: 1 });
    },
    LONG_MS,
  );

  it(
    'S42 S72 I19: an approval passes two offices; another that nobody answers, killed in its middle, is granted by silence',
    async () => {
      const { territory, committee, subdistrict } = community;
      const ask = async () => {
        const id = newId();
        const why = { subject: 'a third station', reason: 'the others are full' };
        expect((await send('approvals', { id, action: 'OpenStation', territory, ...why }, committee)).status).toBe(201);
        return id;
      };
      const first = await ask();
      expect((await send(`approvals/${first}/forwarding`, {}, subdistrict)).status).toBe(200);
      expect(await send(`approvals/${first}/forwarding`, {}, OFFICE)).toMatchObject({ code: 'no-third-hop' });
      expect((await send(`approvals/${first}/grant`, {}, OFFICE)).status).toBe(200);
      expect(await pending(first, 'granted')).toMatchObject({ hop: 2 });
      approvalId = await ask();
      await pending(approvalId, 'pending');
      await mortal.world.pass(2 * HOUR_MS);
      await mortal.strikeAll();
      await mortal.world.pass(2 * HOUR_MS + MINUTE_MS);
      expect(await pending(approvalId, 'tacit')).toMatchObject({ hop: 1 });
    },
    LONG_MS,
  );

  it(
    'S43 S24: the breaches outlived the kill: unanswered, they go one level up, and the firm settles none of them',
    async () => {
      const { firm, subdistrict } = community;
      await mortal.world.pass(4 * HOUR_MS);
      const found = await until('they are told to the office above', async () => {
        const all = await breaches();
        return all.length === ASKED.length && all.every(({ level }) => level === 2) ? all : undefined;
      });
      const settling = { outcome: 'upheld', reason: 'tenants were turned away' };
      const path = `obligations/${String(found[0]!['id'])}/settlement`;
      expect(await send(path, settling, firm)).toMatchObject({ status: 403, code: 'outside-duty' });
      expect((await send(path, settling, subdistrict)).status).toBe(200);
      await until('it is settled', async () => (await breaches()).find(({ outcome }) => outcome === 'upheld'));
    },
    LONG_MS,
  );
});
