import { until } from '@baogong/drill';
import { foundCommunity, SUBDISTRICT, type Community } from './support/community.js';
import { announce, becomes, countBody, dispatch, HOUR_MS, openRound, place } from './support/goods.js';
import { issuePolicy } from './support/issue-policy.js';
import { carry, pack, passOf, show } from './support/parcels.js';
import { instant, newId, OFFICE, openWorld, type World } from './support/world.js';

const MINUTE_MS = 60_000;
const daily = { id: 'daily', howMuch: { times: 1, days: 1 } };

describe('a property firm that adds rules', () => {
  let world: World;
  let community: Community;
  let version: number;
  let food: string;

  const issue = (more: object = {}) =>
    issuePolicy(world, { territory: community.territory, clauses: [daily], ...more });
  const propose = (clauses: object[], as = community.firm) =>
    world.client.command(
      'local-rules',
      { id: newId(), territory: community.territory, title: 'Gate rule', clauses },
      { as },
    );
  const eventsOf = (service: string, type: string) =>
    world.sql<{ role: string; policy_version: number; territory: string }>(
      service,
      'select role, policy_version, territory from es.event where type = $1 and starts_with(territory, $2) order by shard, pos',
      [type, community.territory],
    );

  const worksUnder = async (expected: number) => {
    const station = { territory: community.territory, name: 'Gate house', opensAt: '08:00', closesAt: '20:00' };
    await world.client.must('stations', { id: newId(), ...station }, { as: community.firm });
    const opened = (await eventsOf('delivery', 'StationOpened')).filter(({ role }) => role === 'property-firm');
    return opened.some(({ policy_version }) => policy_version === expected);
  };

  /** Asked once this service has the version in force; its copy is in use a quarter of a second later. */
  const knows = async <T>(service: string, ask: () => Promise<T>): Promise<T> => {
    const sql = 'select version from authority.policy where version = $1';
    await until(`${service} has it`, async () => (await world.sql(service, sql, [version]))[0], 2);
    await new Promise((later) => setTimeout(later, 500));
    return ask();
  };

  /** What the first household is answered: the status, or what a refusal tells. */
  const ask = async (roundId: string, offerId: string, kind: 'door' | 'station') => {
    const home = community.households[0]!;
    const station = { kind: 'station', stationId: community.stations[0]!.id } as const;
    const wish = { roundId, home, lines: [{ offerId, quantity: 1 }], place: kind === 'door' ? { kind } : station };
    const { status, body } = await place(world, wish, home.resident);
    return status === 409 ? (body['params'] ?? body['code']) : status;
  };

  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'rule', ['b-01', 'b-02', 'b-01', 'b-02', 'b-01']);
    for (const territory of [SUBDISTRICT, community.territory])
      await world.client.must('territories', { territory }, { as: OFFICE });
    version = await issue({ delegated: [{ clause: 'daily', parameter: 'times', least: 1, most: 3 }] });
  }, 120_000);

  it('S30 S49 S84 N5: no tenants, no fruit, one exit in three days: rejected at once with three differences, for all to read', async () => {
    const gate = {
      id: 'gate',
      who: { except: ['tenant'] },
      what: { except: ['food:fruit'] },
      howMuch: { times: 1, days: 3 },
    };
    const answer = await propose([gate]);
    expect([answer.status, answer.body['outcome'], answer.body['policyVersion']]).toEqual([201, 'rejected', version]);
    const differences = answer.body['differences'] as { kind: string; dimension: string; zh: string; en: string }[];
    expect(differences.map(({ kind, dimension }) => [kind, dimension])).toEqual([
      ['protected', 'who'],
      ['lost', 'what'],
      ['less', 'how-much'],
    ]);
    const path = `local-rules?territory=${community.territory}`;
    for (const reader of [community.households[1]!.resident, community.committee, community.volunteer, OFFICE]) {
      const { body } = await world.client.get(path, reader, answer.position);
      expect((body['items'] as object[])[0]).toMatchObject({
        ...{ id: answer.body['id'], outcome: 'rejected', proposedBy: community.firm, differences },
      });
    }
  });

  it('S65 S26: what the committee sets in its range is what the next rule of the firm is held against', async () => {
    const fitting = await propose([daily]);
    const listed = await world.client.get(`local-rules?territory=${community.territory}`, OFFICE, fitting.position);
    expect((listed.body['items'] as object[])[0]).toMatchObject({
      ...{ id: fitting.body['id'], outcome: 'accepted', differences: [] },
    });
    const parameter = {
      territory: community.territory,
      clause: 'daily',
      parameter: 'times',
      value: 2,
      reason: 'infants',
    };
    const set = await world.client.must('local-parameters', parameter, { as: community.committee });
    expect((await propose([daily])).body).toMatchObject({ outcome: 'rejected', policyVersion: set.body['version'] });
    version = Number(set.body['version']);
  });

  it('I10 S84: each service writes the version in force into what a property firm does', async () => {
    await until('delivery works under it', async () => ((await worksUnder(version)) ? true : undefined), 2);
    const known = await world.sql<{ version: number }>('delivery', 'select version from authority.policy');
    const carried = (await eventsOf('delivery', 'StationOpened')).map(({ policy_version }) => policy_version);
    expect(carried.filter((one) => one !== 0 && !known.some((each) => each.version === one))).toEqual([]);
  });

  it('S26: a policy takes effect in every service when its time comes, and not before', async () => {
    const effectiveFrom = instant((await world.now()) + 45_000);
    const next = await issue({ effectiveFrom, clauses: [{ ...daily, howMuch: { times: 2, days: 1 } }] });
    const path = `policies?territory=${community.territory}`;
    const { body } = await world.client.get(path, community.households[0]!.resident);
    expect([body['version'], (body['upcoming'] as { version: number }[]).map((one) => one.version)]).toEqual([
      version,
      [next],
    ]);
    await world.pass(46_000);
    version = next;
    await until('delivery works under it', async () => ((await worksUnder(next)) ? true : undefined), 2);
    expect((await world.client.get(path, community.firm)).body).toMatchObject({ version: next, upcoming: [] });
  });

  it('S48: a rule met at the gate that nobody can show is reported, with what is in force and what was rejected', async () => {
    const [home] = community.households;
    const report = { id: newId(), territory: home!.territory, met: [{ ...daily, who: { except: ['tenant'] } }] };
    const { body } = await world.client.must('rule-reports', report, { as: home!.resident });
    expect(body).toMatchObject({ policyVersion: version, differences: [{ kind: 'protected' }, { kind: 'less' }] });
    const told = await world.sql<{ data: object }>(
      'oversight',
      `select data from es.event where type = 'UnknownRuleReported' and stream = $1`,
      [`rule-report-${report.id}`],
    );
    expect(JSON.stringify(told[0]!.data)).not.toContain(home!.id);
  });

  it('S46 S65 S84: orders lets through what the policy in force permits, class by class, and says by which text not', async () => {
    const { territory, committee } = community;
    food = await announce(world, community, { sku: 'greens', priceFen: 3000, weightGrams: 5000 });
    const drug = { sku: 'insulin', priceFen: 900, weightGrams: 100, itemClass: 'medicine' } as const;
    const medicine = await announce(world, community, drug);
    const items = [food, medicine].map((offerId) => ({ offerId, capPerHousehold: 2 }));
    const rounds = [await openRound(world, community, items), await openRound(world, community, items)] as const;
    const atStation = { what: { only: ['food'] }, where: { channels: ['station'] } };
    version = await issue({
      clauses: [
        { id: 'food', ...atStation, howMuch: { times: 1, days: 3 } },
        { id: 'rest', what: { except: ['food'] } },
      ],
      delegated: [{ clause: 'food', parameter: 'times', least: 1, most: 3 }],
    });
    const lineage = `${territory} ${version}: Notice 12 of the district command, article 3`;
    const byDoor = { policy: version, clause: 'food', part: 'channel', lineage };
    const told = await knows('orders', () => ask(rounds[0], food, 'door'));
    expect(told).toMatchObject(byDoor);
    expect(await ask(rounds[0], food, 'station')).toBe(201);
    const more = {
      policy: version,
      clause: 'food',
      part: 'how-much',
      times: 1,
      days: 3,
      en: expect.any(String) as string,
    };
    expect(await ask(rounds[1], food, 'station')).toMatchObject(more);
    const parameter = { territory, clause: 'food', parameter: 'times', value: 2, reason: 'two rounds a day' };
    const set = await world.client.must('local-parameters', parameter, { as: committee });
    version = Number(set.body['version']);
    expect(await knows('orders', () => ask(rounds[1], food, 'station'))).toBe(201);
    const next = await openRound(world, community, items);
    expect(await ask(next, food, 'station')).toMatchObject({ policy: version, times: 2 });
    expect(await ask(next, medicine, 'door')).toBe(201);
  });

  it('S40 S64 S65: what the households vote for is in force when the poll is over, and the next order is judged by it', async () => {
    const { territory, committee, households } = community;
    const asked = { territory, policyVersion: version, clause: 'food', parameter: 'times' };
    const open = async (more: object) => {
      const closesAt = instant((await world.now()) + HOUR_MS + MINUTE_MS);
      const poll = { id: newId(), ...asked, options: [1, 3], closesAt, ...more };
      const { status, body } = await world.client.command('polls', poll, { as: committee });
      return status === 201 ? poll.id : [body['code'], body['params']];
    };
    const out = { least: 1, most: 3, value: 4 };
    expect(await open({ options: [1, 4] })).toEqual(['outside-delegated-range', out]);
    expect(await open({ parameter: 'days' })).toMatchObject(['nothing-delegated', {}]);
    const path = `polls/${String(await open({}))}`;
    for (const [n, { resident }] of households.entries())
      await world.client.must(`${path}/votes`, { option: n === 0 ? 1 : 3 }, { as: resident });
    await world.client.must(`${path}/votes`, { option: 3 }, { as: households[0]!.resident });
    await world.pass(HOUR_MS + 2 * MINUTE_MS);
    const over = await until('the poll has bound', async () => {
      const { body } = await world.client.get(path, households[0]!.resident);
      return body['binding'] ? body : undefined;
    });
    const counts = [{ option: 1, votes: 0 }, { option: 3, votes: 5 }]; // prettier-ignore
    expect(over).toMatchObject({ outcome: 'decided', value: 3, votes: 5, counts, binding: { binds: true } });
    version = (over['binding'] as { policyVersion: number }).policyVersion;
    const items = [{ offerId: food, capPerHousehold: 2 }];
    const rounds = [await openRound(world, community, items), await openRound(world, community, items)] as const;
    // Twice had been all; the third is let through and the fourth is not.
    expect(await knows('orders', () => ask(rounds[0], food, 'station'))).toBe(201);
    expect(await ask(rounds[1], food, 'station')).toMatchObject({ policy: version, part: 'how-much', times: 3 });
  });

  it('S66 S43: what a meeting decided has an owner and a day, is overdue by itself and ends with an outcome', async () => {
    const { territory, committee, firm, households } = community;
    const dueAt = instant((await world.now()) + HOUR_MS);
    const decision = { id: newId(), territory, title: 'A second gate', owner: firm, dueAt };
    await world.client.must('decisions', decision, { as: committee });
    const is = (status: string) =>
      until(`the decision is ${status}`, async () => {
        const { body } = await world.client.get('decisions', households[1]!.resident);
        const found = (body['items'] as Record<string, unknown>[]).find(({ id }) => id === decision.id);
        return found?.['status'] === status ? found : undefined;
      });
    expect(await is('open')).toMatchObject({ owner: { role: 'property-firm', actor: firm }, dueAt });
    await world.pass(HOUR_MS + MINUTE_MS);
    await is('overdue');
    const outcome = { outcome: 'fulfilled' };
    const end = (as: string) => world.client.command(`decisions/${decision.id}/outcome`, outcome, { as });
    expect((await end(firm)).status).toBe(403);
    expect((await end(committee)).status).toBe(200);
    expect(await is('ended')).toMatchObject(outcome);
  });

  it('S84 I10: delivery hands over in the hours of the policy, and the refused try names the policy', async () => {
    const home = community.households[1]!;
    const offerId = await announce(world, community, { sku: 'rice', priceFen: 2800, weightGrams: 5000 });
    const roundId = await openRound(world, community, [{ offerId, capPerHousehold: 1 }]);
    const station = community.stations[0]!;
    const where = { kind: 'station', stationId: station.id } as const;
    const wish = { roundId, home, lines: [{ offerId, quantity: 1 }], place: where };
    const { body } = await place(world, wish, home.resident);
    const parcelId = String(body['id']);
    await world.client.must(`rounds/${roundId}/closing`, { reason: 'all' }, { as: community.committee });
    const lines = [{ offerId, accepted: 1 }];
    const load = await dispatch(world, community, { roundId, lines });
    await world.client.must(`consignments/${load}/count`, await countBody(world, lines), { as: community.firm });
    await becomes(world, parcelId, { as: home.resident, status: 'confirmed' });
    await pack(world, community, parcelId);
    await carry(world, community, { id: parcelId, to: station.keeper });
    // From two hours on, by the clock of the place: nothing may be fetched before.
    const local = new Date((await world.now()) + 10 * HOUR_MS).getUTCHours();
    const hours = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
    const days = [1, 2, 3, 4, 5, 6, 7];
    const end = local + 3 > 24 ? 24 : local + 3;
    version = await issue({ clauses: [{ id: 'hours', when: [{ days, from: hours(local % 24), to: hours(end) }] }] });
    const { token } = await passOf(world, parcelId, home.resident);
    const fetched = async () => {
      const answer = await show(world, { place: station.id, pass: token }, station.keeper);
      return answer.status === 201 ? answer.status : [answer.body['code'], answer.body['params']];
    };
    const refused = ['outside-policy', { policy: version, clause: 'hours', part: 'when' }];
    expect(await knows('delivery', fetched)).toMatchObject(refused);
    await world.pass(2 * HOUR_MS);
    expect(await fetched()).toBe(201);
  });
});
