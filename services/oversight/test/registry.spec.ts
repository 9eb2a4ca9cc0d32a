import { randomBytes, randomUUID } from 'node:crypto';
import { uuid7 } from '@baogong/kernel';
import { matrixCheckOf, matrixKeyOf, sealMatrix } from '@baogong/commanding';
import { ordersContracts, oversightContracts, type DutyMatrixActivated } from '@baogong/contracts';
import { shardOf } from '@baogong/event-store';
import { COMMUNITY, eventually, SEED, Stage } from './stage.js';
import { builtIn } from '../src/application/matrices.js';
import { matrixStream } from '../src/application/streams.js';
import { dutiesPart } from '../src/parts/duties.part.js';
import { registryPart } from '../src/parts/registry.part.js';

const newId = () => uuid7(Date.now(), randomBytes(10));
const stage = new Stage();
const ids = { committee: newId(), firm: newId(), volunteer: newId() };

// The cluster of all specs stops in a hook of its own, after those of this block.
describe('oversight as registry and lawgiver', () => {
  beforeAll(async () => {
    await stage.open('orders');
    await eventually(
      () => stage.get('do-1', 'actors'),
      ({ status }) => status === 200,
    );
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  const organisation = (id: string) => ({ id, kind: 'organisation', name: `Office ${id}`, territory: COMMUNITY });
  const grant = (id: string, actorId: string, role: string) => ({ id, actorId, role, territory: COMMUNITY });

  describe('the installation', () => {
    it('N4: has the duty matrix in force and one district office', async () => {
      const matrix = await stage.get('do-1', 'duty-matrix');
      expect([matrix.status, matrix.body['version'], matrix.headers.get('etag')]).toEqual([200, 1, '"1"']);
      const actors = await stage.get('do-1', 'actors');
      expect(actors.body.items.map(({ id }) => id)).toEqual(['do-1', 'system']);
    });

    it('happens once: a second start appends nothing', async () => {
      const before = await stage.oversight.runtime.store.heads();
      await stage.stop();
      await stage.start();
      expect(await stage.oversight.runtime.store.heads()).toEqual(before);
    }, 30_000);
  });

  describe('the registry of actors', () => {
    it('S1: the district registers and grants a committee and a property firm', async () => {
      for (const [id, grantId, role] of [
        ['rc-y', ids.committee, 'residents-committee'],
        ['pf-y', ids.firm, 'property-firm'],
      ] as const) {
        expect((await stage.post('do-1', 'actors', organisation(id))).status).toBe(201);
        expect((await stage.post('do-1', 'grants', grant(grantId, id, role))).status).toBe(201);
      }
    });

    it('replays the first answer to a repeated key and refuses the key for another request', async () => {
      const key = randomUUID();
      const first = await stage.post('do-1', 'actors', organisation('ps-1'), key);
      const second = await stage.post('do-1', 'actors', organisation('ps-1'), key);
      expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
      const other = { ...organisation('ps-1'), name: 'Another name' };
      expect((await stage.post('do-1', 'actors', other, key)).status).toBe(422);
    });

    it('within 2 s the committee takes in a volunteer of its own', async () => {
      const person = { id: 'vo-001', kind: 'person', territory: COMMUNITY };
      const ask = () => stage.post('rc-y', 'actors', person);
      expect((await eventually(ask, ({ status }) => status === 201)).status).toBe(201);
      expect((await stage.post('rc-y', 'grants', grant(ids.volunteer, 'vo-001', 'volunteer'))).status).toBe(201);
    });

    it('the committee cannot make a station, and is told why', async () => {
      const answer = await stage.post('rc-y', 'grants', grant(newId(), 'vo-001', 'pickup-station'));
      expect([answer.status, answer.body['code']]).toEqual([409, 'role-not-yours-to-grant']);
    });

    it('S4: what lies in another community does not exist for the committee', async () => {
      const elsewhere = { id: 'vo-900', kind: 'person', territory: 'd-pudong/s-weifang/c-z' };
      expect((await stage.post('rc-y', 'actors', elsewhere)).status).toBe(404);
    });

    it('S78: the district sees persons counted, the committee sees its own people', async () => {
      const ask = () => stage.get('do-1', 'actors');
      const seen = await eventually(ask, ({ body }) => JSON.stringify(body['persons']) === '{"volunteer":1}');
      expect(seen.body['persons']).toEqual({ volunteer: 1 });
      expect(seen.body.items.map(({ id }) => id)).not.toContain('vo-001');
      expect((await stage.get('rc-y', 'actors')).body.items.map(({ id }) => id)).toContain('vo-001');
    });

    it('refuses unknown fields, wrong places and a missing key with pointers', async () => {
      const bad = await stage.post('do-1', 'actors', { ...organisation('x-1'), telephone: '555' });
      expect([bad.status, bad.body['errors']]).toMatchObject([400, [{ pointer: '/telephone', code: 'unknown-field' }]]);
      expect((await stage.post('do-1', 'actors', { ...organisation('x-1'), territory: 'd-a/x-9' })).status).toBe(400);
      expect((await stage.post('do-1', 'actors', organisation('x-1'), '')).status).toBe(400);
    });

    it('S1: a registered household makes each member a resident of it', async () => {
      const { example } = ordersContracts.HouseholdRegistered;
      const told = { type: 'HouseholdRegistered', at: '2026-04-15T01:00:00.000Z', data: example };
      await stage.tell('orders', `household-${example.householdId}`, { ...told, territory: example.territory });
      const ask = () => stage.get('rc-y', 'grants?actorId=re-0001');
      const { body } = await eventually(ask, ({ body }) => body.items?.length === 1);
      expect(body.items).toMatchObject([{ actorId: 're-0001', role: 'resident', territory: example.territory }]);
    });

    it('S1: who no longer lives there is a resident of it no longer', async () => {
      const { example } = ordersContracts.HouseholdRegistered;
      const told = {
        type: 'HouseholdAmended',
        at: '2026-04-15T02:00:00.000Z',
        data: { ...example, members: ['re-0001'] },
      };
      await stage.tell('orders', `household-${example.householdId}`, { ...told, territory: example.territory });
      const ask = () => stage.get('rc-y', 'grants?actorId=re-0002');
      const { body } = await eventually(ask, ({ body }) => body.items?.[0]?.['withdrawnAt'] !== undefined);
      expect(body.items).toMatchObject([{ actorId: 're-0002', role: 'resident' }]);
      expect((await stage.get('rc-y', 'grants?actorId=re-0001')).body.items[0]).not.toHaveProperty('withdrawnAt');
    });
  });

  describe('policy and posture', () => {
    it('S14: the district sets how dangerous a community is', async () => {
      const body = { level: 'high', territory: COMMUNITY, reason: 'three cases in building 7' };
      expect((await stage.post('do-1', 'risk-levels', body)).status).toBe(200);
      const risk = () => Promise.resolve(stage.oversight.runtime.authority.inForce(COMMUNITY)?.risk);
      expect(await eventually(risk, (level) => level === 'high')).toBe('high');
    });

    it('S83 S84: the property firm cannot switch the posture; the refusal cites the rule and the district sees it', async () => {
      const body = { posture: 'lockdown', territory: COMMUNITY, reason: 'we decided so' };
      const refused = await stage.post('pf-y', 'posture', body);
      expect([refused.status, refused.body]).toMatchObject([
        403,
        {
          rule: 'switch-posture/property-firm',
          appeal: 'district office',
          basis: expect.stringContaining('Emergency'),
        },
      ]);
      const ask = () => stage.get('do-1', 'refusals');
      const { body: seen } = await eventually(ask, ({ body }) => (body.items?.length ?? 0) > 0);
      expect(seen.items).toMatchObject([
        { rule: 'switch-posture/property-firm', role: 'property-firm', persons: null },
      ]);
      expect(JSON.stringify(seen.items)).not.toContain('"actor"');
      expect((await stage.get('pf-y', 'refusals')).status).toBe(403);
    });

    it('S6: the district switches it, and obligations begin', async () => {
      const body = { posture: 'lockdown', territory: 'd-pudong', reason: 'order 12 of the district command' };
      expect((await stage.post('do-1', 'posture', body)).status).toBe(200);
      const posture = () => Promise.resolve(stage.oversight.runtime.authority.posture(COMMUNITY));
      expect(await eventually(posture, (now) => now === 'lockdown')).toBe('lockdown');
      expect((await stage.post('do-1', 'posture', body)).body['code']).toBe('already-in-posture');
    });

    it('N4: versions of the matrix rise by one', async () => {
      const { rules } = (await stage.get('do-1', 'duty-matrix')).body;
      const skipped = await stage.post('do-1', 'duty-matrix', { version: 3, rules });
      expect([skipped.status, skipped.body['code']]).toEqual([409, 'version-must-rise-by-one']);
      expect((await stage.post('rc-y', 'duty-matrix', { version: 2, rules })).status).toBe(403);
      expect((await stage.post('do-1', 'duty-matrix', { version: 2, rules })).status).toBe(200);
      const ask = () => stage.get('do-1', 'duty-matrix');
      expect((await eventually(ask, ({ body }) => body['version'] === 2)).body['version']).toBe(2);
    }, 30_000);

    const inForce = (version: number) =>
      eventually(
        () => stage.get('do-1', 'duty-matrix'),
        ({ body }) => body['version'] === version,
      );

    it('N4: what the district wrote stays in force over a start; what Baogong brings is offered beside it', async () => {
      await stage.stop();
      await stage.start();
      const { body } = await inForce(2);
      expect([body['version'], body['edition'], body['offered']]).toEqual([
        ...[2, undefined],
        { edition: builtIn(1).edition, actionsWithoutRule: [] },
      ]);
      expect((await stage.post('do-1', 'duty-matrix', { version: 3 })).status).toBe(200);
      const taken = (await inForce(3)).body;
      expect([taken['version'], taken['edition'], taken['offered']]).toEqual([3, builtIn(1).edition, undefined]);
    }, 30_000);

    it('S50: a document that forbids what it obliges to is refused, and the one in force stays', async () => {
      const { rules } = builtIn(1);
      const duty = rules.find(({ modality, role }) => modality === 'obliged' && role === 'property-firm')!;
      const { deadlineMinutes: _minutes, escalateTo: _to, conditions: _conditions, ...rest } = duty;
      const never = { ...rest, id: 'never', modality: 'forbidden' as const };
      const { status, body } = await stage.post('do-1', 'duty-matrix', { version: 4, rules: [...rules, never] });
      expect([status, body['code']]).toEqual([409, 'rules-contradict']);
      expect((await inForce(3)).body['version']).toBe(3);
    });

    it('N4: an older document of Baogong’s own gives way to that of this version at the start, signed', async () => {
      const older = sealMatrix({ ...builtIn(4), edition: 1 }, SEED);
      await stage.append(matrixStream('d-pudong'), { type: 'DutyMatrixActivated', data: older });
      await inForce(4);
      await stage.stop();
      await stage.start();
      const { body } = await inForce(5);
      expect([body['version'], body['edition']]).toEqual([5, builtIn(1).edition]);
      const { store } = stage.oversight.runtime;
      const log = await store.read(shardOf('duty-matrix'), 0, 1000);
      const [last] = log.filter(({ stream }) => stream === 'duty-matrix').slice(-1);
      const told = last!.data as DutyMatrixActivated;
      const isGenuine = matrixCheckOf([matrixKeyOf(SEED)]);
      expect([isGenuine(told), isGenuine({ ...told, version: 6 })]).toEqual([true, false]);
    }, 30_000);

    it('a withdrawn role is refused within 2 s', async () => {
      expect((await stage.get('rc-y', 'actors')).status).toBe(200);
      expect((await stage.post('do-1', `grants/${ids.committee}/withdrawal`, {})).status).toBe(200);
      const since = Date.now();
      const ask = () => stage.get('rc-y', 'actors');
      expect((await eventually(ask, ({ status }) => status === 404)).status).toBe(404);
      expect(Date.now() - since).toBeLessThan(2000);
      expect((await stage.post('do-1', `grants/${newId()}/withdrawal`, {})).status).toBe(404);
    }, 10_000);
  });

  describe('what oversight told its neighbours', () => {
    it('is what its contracts say, every type of the registry and the duties', async () => {
      const { definition, runtime } = stage.oversight;
      const { store } = runtime;
      const heads = await store.heads();
      const logs = await Promise.all(heads.map((_, shard) => store.read(shard, 0, 1000)));
      const told = new Set<string>();
      for (const event of logs.flat().filter(({ type }) => type in definition.published)) {
        const { schema } = oversightContracts[event.type as keyof typeof oversightContracts];
        expect(schema.parse(definition.published[event.type]!(event))).toEqual(event.data);
        told.add(event.type);
      }
      const types = Object.keys({ ...registryPart.published, ...dutiesPart.published });
      expect(types.filter((type) => !told.has(type))).toEqual([]);
      expect(Object.keys(definition.published).filter((type) => !(type in oversightContracts))).toEqual([]);
    });

    it('L11: names a rule of the matrix, but for the installation and own records', async () => {
      const { store, authority } = stage.oversight.runtime;
      const heads = await store.heads();
      const logs = await Promise.all(heads.map((_, shard) => store.read(shard, 0, 1000)));
      const known = new Set(authority.matrix()!.rules.map(({ id }) => id));
      const strange = logs.flat().filter(({ rule }) => !known.has(rule.replace(/@\d$/, '')));
      expect(new Set(strange.map(({ rule }) => rule))).toEqual(new Set(['installation', 'own-record', 'told-by-spec']));
    });
  });
});
