import { until } from '@baogong/drill';
import { foundCommunity, SUBDISTRICT, type Community } from './support/community.js';
import { instant, newId, OFFICE, openWorld, type World } from './support/world.js';

const daily = { id: 'daily', howMuch: { times: 1, days: 1 } };

describe('a property firm that adds rules', () => {
  let world: World;
  let community: Community;
  let version: number;

  const issue = async (more: object = {}) => {
    const { body } = await world.client.get(`policies?territory=${SUBDISTRICT}`, OFFICE);
    const source = { title: 'Notice 12 of the district command', article: 'article 3' };
    // Others may issue for their communities meanwhile: the next number is asked for until it is ours.
    for (let next = Number(body['version']) + 1; ; next += 1) {
      const asked = { version: next, territory: community.territory, parentVersion: 0, source, clauses: [daily] };
      const answer = await world.client.command('policies', { ...asked, ...more }, { as: OFFICE });
      if (answer.status === 201) return next;
      if (answer.body['code'] !== 'version-must-rise-by-one') throw new Error(JSON.stringify(answer.body));
    }
  };
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

  beforeAll(async () => {
    world = await openWorld();
    community = await foundCommunity(world, 'rule', ['b-01', 'b-02']);
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
});
