import {
  createEventStore,
  eventStoreMigrations,
  migrate,
  shardOf,
  transaction,
  type EventStore,
  type Pool,
} from '@baogong/event-store';
import { activated, community, cupboard, eventTypes, granted, matrix, recordOf, withdrawn } from './spec/cupboard.js';
import type { Caller, CommandDesk } from './desk-types.js';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import type { Authority } from './types.js';
import { authorityMigrations } from './authority-tables.js';
import { authorityProjection } from './authority-projection.js';
import { createAuthority } from './authority.js';
import { createCommandDesk } from './desk.js';
import { createLogger } from '@baogong/observability';
import { DataSource } from 'typeorm';
import type { EventRecord } from '@baogong/event-pipe';
import { hearing } from './hearing.js';
import { instantOf } from '@baogong/kernel';

describe('the command desk', () => {
  let database: FreshDatabase;
  let source: DataSource;
  let pool: Pool;
  let store: EventStore;
  let authority: Authority;
  let desk: CommandDesk;
  let nowMs = Date.parse('2026-04-15T06:00:10.000Z');
  let stale = false;
  const clock = { now: () => instantOf(nowMs) };
  const log = createLogger({ service: 'spec', level: 'silent' });
  let ids = 0;

  beforeAll(async () => {
    database = await freshDatabase('commanding_desk');
    const { ownerUrl, appUrl, appRole } = database;
    await migrate({ ownerUrl, appRole, migrations: [...eventStoreMigrations, ...authorityMigrations] });
    source = await new DataSource({ type: 'postgres', url: appUrl, poolSize: 8 }).initialize();
    pool = (source.driver as unknown as { master: Pool }).master;
    store = await createEventStore({ pool, owner: 'delivery', clock, eventTypes: { ...eventTypes, DutyRefused: 1 } });
    const copy = createAuthority({ pool, clock });
    authority = { ...copy, isStale: () => stale };
    desk = createCommandDesk({
      service: 'delivery',
      store,
      authority,
      clock,
      ids: { newId: () => `id-${++ids}` },
      log,
    });
  }, 120_000);

  afterAll(async () => {
    await desk?.close();
    await store?.close(2000);
    await authority?.close();
    await source?.destroy();
    await database?.drop();
  }, 30_000);

  const learn = async (...records: EventRecord[]) => {
    await transaction(pool, (tx) => authorityProjection().apply(tx, records));
    await authority.refresh();
  };
  const caller = (actor: string, more: Partial<Caller> = {}): Caller => ({
    actor,
    key: `k-${++ids}`,
    requestHash: 'h',
    correlation: 'corr',
    ...more,
  });
  const open = (who: Caller, id: string, territory = community) =>
    desk.handle({
      action: 'OpenStation',
      caller: who,
      stream: { id, kind: 'cupboard', territory },
      decider: cupboard,
      data: { shelves: 3 },
    });
  const fill = (who: Caller, id: string, change = 1) =>
    desk.handle({
      action: 'AdjustStock',
      caller: who,
      stream: { id, kind: 'cupboard', territory: community },
      decider: cupboard,
      data: () => Promise.resolve({ change }),
    });
  const refusalsOf = async (actor: string) => {
    const events = await store.read(shardOf(`refusals-${actor}`), 0, 1000);
    return events.filter(({ stream }) => stream === `refusals-${actor}`).map(({ data }) => data as { count: number });
  };

  it('answers that authority is unknown before the first matrix, and lets only an installation in', async () => {
    expect(await open(caller('pf-y'), 'early')).toEqual({ kind: 'authority-unknown' });
    expect(desk.see(caller('pf-y'), 'SeeStock', community)).toEqual({
      ok: false,
      refusal: { kind: 'authority-unknown' },
    });
    const stream = { id: 'installed', kind: 'cupboard', territory: community };
    const command = { action: 'OpenStation', stream, data: { shelves: 1 } };
    const origin = { key: 'installation-0', correlation: 'i', causation: 'i' };
    expect(await desk.issue({ command, decider: cupboard, ...origin })).toEqual({ kind: 'authority-unknown' });
    const first = await desk.issue({ command, decider: cupboard, ...origin, installation: true });
    expect(first).toMatchObject({ kind: 'done', replayed: false });
    await learn(activated(), granted('pf-y', 'property-firm'), granted('pf-y', 'volunteer'));
    const late = { ...command, stream: { ...stream, id: 'too-late' }, action: 'PackParcel' };
    const second = await desk.issue({ command: late, decider: cupboard, ...origin, installation: true });
    expect(second).toMatchObject({ kind: 'refused', rule: 'no-rule' });
  });

  it('S61 N4: does what a rule allows and names rule, version and role with the event', async () => {
    const done = await open(caller('pf-y'), 'first');
    expect(done).toMatchObject({ kind: 'done', version: 1, replayed: false });
    const shard = shardOf('first');
    expect(done).toMatchObject({ position: expect.stringMatching(new RegExp(`^delivery:${shard}=\\d+$`)) });
    const event = (await store.read(shard, 0, 100)).find(({ stream }) => stream === 'first');
    expect(event).toMatchObject({
      ...{ actor: 'pf-y', role: 'property-firm', rule: 'property-firm-OpenStation@1', policyVersion: 0 },
      ...{ authorityStale: false, community, data: { shelves: 3, openedBy: 'property-firm' } },
    });
  });

  it('tells the domain refusal, the stale version and the missing one', async () => {
    expect(await open(caller('pf-y'), 'first')).toMatchObject({ kind: 'rejected', code: 'already-open' });
    expect(await fill(caller('pf-y', { ifMatch: 9 }), 'first')).toMatchObject({ kind: 'stale', version: 1 });
    const needs = caller('pf-y', { ifMatch: 'missing', needsIfMatch: true });
    expect(await fill(needs, 'first')).toEqual({ kind: 'version-required' });
    expect(await fill(caller('pf-y', { ifMatch: 1, needsIfMatch: true }), 'first')).toMatchObject({ version: 2 });
  });

  it('I20: hides a stream of another community as if it were not there, even from its own key', async () => {
    await learn(granted('pf-z', 'property-firm', 'pf-z-1'));
    const before = caller('pf-z');
    expect(await open(before, 'hidden')).toMatchObject({ kind: 'done' });
    await learn(withdrawn('pf-z', 'property-firm', 'pf-z-1'));
    expect(await open(before, 'hidden')).toEqual({ kind: 'not-found' });
    expect(await open(caller('pf-y'), 'beyond', 'd-pudong/s-weifang/c-z')).toEqual({ kind: 'not-found' });
    expect(desk.see(caller('pf-y'), 'SeeStock', 'd-pudong/s-weifang/c-z')).toEqual({
      ok: false,
      refusal: { kind: 'not-found' },
    });
  });

  it('I20: replays the first answer before it asks for the duty, and refuses a new key', async () => {
    await learn(granted('vo-7', 'property-firm'), granted('vo-7', 'volunteer'));
    const first = caller('vo-7');
    const done = await open(first, 'replayed');
    await learn(withdrawn('vo-7', 'property-firm'));
    expect(await open(first, 'replayed')).toEqual({ ...done, replayed: true });
    expect(await open({ ...first, requestHash: 'other' }, 'replayed')).toEqual({ kind: 'key-reused' });
    expect(await open(caller('vo-7'), 'never')).toMatchObject({ kind: 'refused', rule: 'volunteer-OpenStation' });
  });

  it('refuses a withdrawn role within 2 s in a process that did not apply the withdrawal itself', async () => {
    await learn(granted('vo-8', 'property-firm'), granted('vo-8', 'volunteer'));
    expect(await open(caller('vo-8'), 'eight')).toMatchObject({ kind: 'done' });
    await transaction(pool, (tx) => authorityProjection().apply(tx, [withdrawn('vo-8', 'property-firm')]));
    const since = Date.now();
    let answer = await fill(caller('vo-8'), 'eight');
    while (answer.kind === 'done' && Date.now() - since < 2000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      answer = await fill(caller('vo-8'), 'eight');
    }
    expect(answer).toMatchObject({ kind: 'refused', rule: 'no-rule', role: 'volunteer' });
  });

  it('keeps a withdrawal that overtook its grant', async () => {
    await learn(withdrawn('vo-6', 'property-firm'));
    await learn(granted('vo-6', 'property-firm'));
    expect(authority.grantsOf('vo-6')).toEqual([]);
  });

  it('S61: records refusals once per actor, rule and minute, with their count', async () => {
    await learn(granted('vo-9', 'volunteer'));
    for (let i = 0; i < 3; i++) expect(await open(caller('vo-9'), `no-${i}`)).toMatchObject({ kind: 'refused' });
    expect(await desk.flushRefusals()).toBeGreaterThan(0);
    expect(await refusalsOf('vo-9')).toEqual([
      {
        ...{ actor: 'vo-9', role: 'volunteer', action: 'OpenStation', rule: 'volunteer-OpenStation', count: 3 },
        ...{ basis: 'district emergency plan', territory: community },
      },
    ]);
    for (let i = 0; i < 2; i++) await open(caller('vo-9'), `again-${i}`);
    await desk.flushRefusals();
    expect(await refusalsOf('vo-9')).toHaveLength(1);
    nowMs += 60_000;
    await desk.flushRefusals();
    expect((await refusalsOf('vo-9')).map(({ count }) => count)).toEqual([3, 2]);
  });

  it('S61: lets a second replica add its count to the next minute, never a second event to this one', async () => {
    await learn(granted('vo-10', 'volunteer'));
    const other = createCommandDesk({
      ...{ service: 'delivery', store, authority, clock, log },
      ids: { newId: () => `other-${++ids}` },
    });
    await open(caller('vo-10'), 'x');
    other.see(caller('vo-10'), 'OpenStation', community);
    await desk.flushRefusals();
    await other.flushRefusals();
    expect(await refusalsOf('vo-10')).toHaveLength(1);
    nowMs += 60_000;
    await other.close();
    expect(await refusalsOf('vo-10')).toHaveLength(2);
  });

  it('marks what was done on a copy that nobody confirmed', async () => {
    stale = true;
    expect(await open(caller('pf-y'), 'marked')).toMatchObject({ kind: 'done' });
    const events = await store.read(shardOf('marked'), 0, 1000);
    expect(events.find(({ stream }) => stream === 'marked')).toMatchObject({ authorityStale: true });
    stale = false;
  });

  it('S6: judges a command under way by one version, whole', async () => {
    const second = { ...matrix, version: 2, rules: matrix.rules.map((rule) => ({ ...rule, id: `${rule.id}/v2` })) };
    const ids: string[] = [];
    const openNext = async () => {
      const id = `version-${ids.length}`;
      ids.push(id);
      expect(await open(caller('pf-y'), id)).toMatchObject({ kind: 'done' });
    };
    await openNext();
    let learnt = false;
    const lane = async () => {
      while (!learnt) await openNext();
      await openNext();
    };
    const lanes = [lane(), lane(), lane()];
    await learn(recordOf('DutyMatrixActivated', second));
    learnt = true;
    await Promise.all(lanes);
    const logs = await Promise.all(ids.map((id) => store.read(shardOf(id), 0, 1000)));
    const events = logs.flat().filter(({ stream }) => stream.startsWith('version-'));
    const told = new Set(events.map(({ rule, policyVersion }) => `${policyVersion} ${rule}`));
    expect([...told].sort()).toEqual(['0 property-firm-OpenStation/v2@2', '0 property-firm-OpenStation@1']);
  });

  it('I10 S84: decides and records by one version of the policy, whole, while it is switched', async () => {
    const opened: { id: string; decidedUnder: number; text?: string }[] = [];
    const openNext = async () => {
      const next: (typeof opened)[0] = { id: `policy-${opened.length}`, decidedUnder: -1 };
      opened.push(next);
      const done = await desk.handle({
        action: 'OpenStation',
        caller: caller('pf-y'),
        stream: { id: next.id, kind: 'cupboard', territory: community },
        decider: cupboard,
        data: { shelves: 3 },
        byPolicy: true,
        toCommand(command, _state, { policyVersion, policy }) {
          next.decidedUnder = policyVersion;
          next.text = `${policy!.version} ${policy!.clauses[0]!.id}`;
          return command as Parameters<typeof cupboard.decide>[0];
        },
      });
      expect(done).toMatchObject({ kind: 'done' });
    };
    const issued = (version: number, more: object = {}) =>
      recordOf('PolicyIssued', {
        ...{ version, territory: 'd-pudong', parentVersion: 0, keeps: [], effectiveFrom: '2026-01-01T00:00:00.000Z' },
        ...{ clauses: [{ id: `clause-${version}` }], source: { title: `Notice ${version}`, article: 'article 3' } },
        ...more,
      });
    let learnt = false;
    const lane = async () => {
      while (!learnt) await openNext();
      await openNext();
    };
    await openNext();
    const lanes = [lane(), lane(), lane()];
    await learn(issued(1));
    await openNext();
    await learn(issued(2), issued(3, { territory: community, parentVersion: 2 }));
    learnt = true;
    await Promise.all(lanes);
    const logs = await Promise.all(opened.map(({ id }) => store.read(shardOf(id), 0, 5000)));
    const recorded = new Map(logs.flat().map(({ stream, policyVersion }) => [stream, policyVersion]));
    expect(opened.filter(({ id, decidedUnder }) => recorded.get(id) !== decidedUnder)).toEqual([]);
    // Of versions that came in one event, or in one batch of them, nobody ever stands between.
    expect([...new Set(opened.map(({ decidedUnder }) => decidedUnder))].sort()).toEqual([0, 1, 3]);
    const texts = new Set(opened.map(({ decidedUnder, text }) => `${decidedUnder}: ${text}`));
    expect([...texts].sort()).toEqual(['0: 0 everything', '1: 1 clause-1', '3: 3 clause-3']);
    expect(authority.inForce('d-pudong/s-weifang/c-z')?.policyVersion).toBe(2);
    expect(authority.inForce('d-other')?.policyVersion).toBe(0);
  });

  it('keeps the keys of issued commands from callers', async () => {
    expect(await open(caller('pf-y', { key: '3:17:0' }), 'guess')).toEqual({ kind: 'key-reused' });
    expect(await open(caller('pf-y', { key: 'timer:close-1' }), 'guess')).toEqual({ kind: 'key-reused' });
  });

  it('takes the posture of the nearest place, and the later of two for one place', async () => {
    const turned = (territory: string, posture: string, at: string) =>
      recordOf('PostureSwitched', { territory, posture, reason: 'r' }, { at });
    await learn(
      turned('d-pudong', 'alert', '2026-04-15T01:00:00.000Z'),
      turned(community, 'lockdown', '2026-04-15T03:00:00.000Z'),
      turned(community, 'normal', '2026-04-15T02:00:00.000Z'),
    );
    expect(authority.posture(`${community}/b-07`)).toBe('lockdown');
    expect(authority.posture('d-pudong/s-weifang/c-z')).toBe('alert');
    expect(authority.posture('d-other')).toBe('normal');
    expect(authority.posture()).toBe('alert');
  });

  const delegated = (from: string, to: string, more: object = {}) =>
    recordOf('DutyDelegated', {
      ...{ delegationId: `${from}-${to}`, from, to, role: 'property-firm', territory: community, organisation: from },
      ...{ actions: ['OpenStation'], startsAt: instantOf(nowMs), expiresAt: instantOf(nowMs + 60_000), ...more },
    });

  it('S47: lets a delegate do what was named, in the role and for the organisation it came from', async () => {
    await learn(granted('pf-d', 'property-firm'), granted('so-d', 'volunteer'), delegated('pf-d', 'so-d'));
    expect(await open(caller('so-d'), 'delegated')).toMatchObject({ kind: 'done' });
    const events = await store.read(shardOf('delegated'), 0, 1000);
    expect(events.find(({ stream }) => stream === 'delegated')).toMatchObject({ actor: 'so-d', role: 'property-firm' });
    const refused = await fill(caller('so-d', { askedRole: 'property-firm' }), 'delegated');
    expect(refused).toMatchObject({ kind: 'refused', reason: 'not-in-grant' });
  });

  it('S47: ends a delegation with its end, with its revocation and with the right of who gave it', async () => {
    const may = () => authority.grantsOf('so-e').length;
    await learn(granted('pf-e', 'property-firm'), delegated('pf-e', 'so-e', { startsAt: instantOf(nowMs + 1000) }));
    expect(may()).toBe(0);
    nowMs += 2000;
    expect(may()).toBe(1);
    await learn(withdrawn('pf-e', 'property-firm'));
    expect(may()).toBe(0);
    await learn(granted('pf-e', 'property-firm', 'pf-e-again'));
    expect(may()).toBe(1);
    await learn(delegated('so-e', 'vo-e'));
    expect(authority.grantsOf('vo-e')).toEqual([]);
    nowMs += 60_000;
    expect(may()).toBe(0);
    await learn(delegated('pf-e', 'so-e', { delegationId: 'again' }));
    expect(may()).toBe(1);
    await learn(recordOf('DelegationRevoked', { delegationId: 'again', from: 'pf-e', to: 'so-e' }));
    expect(may()).toBe(0);
  });

  it('S3: lets a proxy speak for the household in what was named, until revoked', async () => {
    const territory = `${community}/b-07/h-0302`;
    const appointed = recordOf('ProxyAppointed', {
      ...{ proxyId: 'px-1', householdId: '0302', territory, actorId: 'vo-p', kind: 'neighbour', consent: 'paper' },
      ...{ actions: ['SeeStock'], startsAt: instantOf(nowMs), expiresAt: instantOf(nowMs + 60_000) },
    });
    await learn(appointed);
    expect(authority.grantsOf('vo-p')).toMatchObject([{ role: 'resident', territory, actions: ['SeeStock'] }]);
    expect(desk.see(caller('vo-p'), 'SeePass', territory)).toMatchObject({ refusal: { reason: 'not-in-grant' } });
    await learn(recordOf('ProxyRevoked', { proxyId: 'px-1', actorId: 'vo-p' }));
    expect(authority.grantsOf('vo-p')).toEqual([]);
  });

  it('S6 S14: takes the ration with its posture and the risk of the nearest place', async () => {
    const at = '2026-04-16T01:00:00.000Z';
    const told = {
      territory: community,
      posture: 'lockdown',
      reason: 'r',
      incident: 'flood',
      rationing: { perItem: 1 },
    };
    await learn(
      recordOf('PostureSwitched', told, { at }),
      recordOf('RiskLevelSet', { territory: 'd-pudong', level: 'low', reason: 'r' }, { at }),
      recordOf('RiskLevelSet', { territory: community, level: 'high', reason: 'r' }, { at }),
    );
    const { matrix: _matrix, policy: _policy, ...measures } = authority.inForce(`${community}/b-07`)!;
    expect(measures).toEqual({
      policyVersion: 3,
      posture: 'lockdown',
      risk: 'high',
      incident: 'flood',
      rationing: { perItem: 1 },
    });
    expect(authority.inForce('d-pudong/s-weifang/c-z')).toMatchObject({ risk: 'low' });
    expect(authority.inForce('d-other')).toMatchObject({ risk: 'medium', posture: 'normal' });
  });

  it('ends a grant at its expiry', async () => {
    const soon = granted('vo-11', 'volunteer');
    Object.assign(soon.data as object, { expiresAt: instantOf(nowMs + 1000) });
    await learn(soon);
    expect(authority.grantsOf('vo-11')).toHaveLength(1);
    nowMs += 2000;
    expect(authority.grantsOf('vo-11')).toEqual([]);
  });

  it('I10: says that it does not know the policy yet under which others act already, and guesses nothing', async () => {
    const byPolicy = (id: string, territory = community) =>
      desk.handle({
        ...{ action: 'OpenStation', caller: caller('pf-y'), decider: cupboard, data: { shelves: 3 }, byPolicy: true },
        stream: { id, kind: 'cupboard', territory },
      });
    const consumer = hearing(
      { name: 'any', source: 'orders', handles: [], handle: () => Promise.resolve() },
      authority,
    );
    const told = (policyVersion: number, rule: string) =>
      'handle' in consumer ? consumer.handle(recordOf('OrderPlaced', {}, { policyVersion, rule })) : undefined;
    await told(9, 'a-rule-of-old');
    await told(3, 'place-order/resident@2');
    expect(await byPolicy('known')).toMatchObject({ kind: 'done' });
    await told(4, 'place-order/resident@2');
    expect(await byPolicy('unseen')).toEqual({ kind: 'authority-unknown' });
    expect(await open(caller('pf-y'), 'of-no-policy')).toMatchObject({ kind: 'done' });
    await learn(
      recordOf('PolicyIssued', {
        ...{ version: 4, territory: community, parentVersion: 2, keeps: [], effectiveFrom: '2026-01-01T00:00:00.000Z' },
        ...{ clauses: [{ id: 'clause-4' }], source: { title: 'Notice 4', article: 'article 1' } },
      }),
    );
    expect(await byPolicy('unseen')).toMatchObject({ kind: 'done' });
    expect(authority.inForce(community)?.policy).toMatchObject({
      ...{ version: 4, clauses: [{ id: 'clause-4' }] },
      lineage: [
        { version: 2, title: 'Notice 2' },
        { version: 4, territory: community, title: 'Notice 4' },
      ],
    });
    // Another district counts its own versions.
    await learn(
      recordOf('PolicyIssued', {
        ...{ version: 4, territory: 'd-other', parentVersion: 0, keeps: [], effectiveFrom: '2026-01-01T00:00:00.000Z' },
        ...{ clauses: [{ id: 'theirs' }], source: { title: 'Another notice', article: 'article 1' } },
      }),
    );
    expect(authority.inForce('d-other')?.policy?.clauses).toEqual([{ id: 'theirs' }]);
    expect(authority.inForce(community)?.policy?.clauses).toEqual([{ id: 'clause-4' }]);
  });

  it('S6: decides one command by one moment of matrix, posture, ration and policy, whatever is switched meanwhile', async () => {
    const decided: { id: string; moment: string }[] = [];
    const openNext = async () => {
      const next = { id: `moment-${decided.length}`, moment: '' };
      decided.push(next);
      const done = await desk.handle({
        ...{ action: 'OpenStation', caller: caller('pf-y'), decider: cupboard, data: { shelves: 3 }, byPolicy: true },
        stream: { id: next.id, kind: 'cupboard', territory: community },
        toCommand(command, _state, { matrix: { version }, policy, policyVersion, incident, rationing }) {
          const turn = policy!.clauses[0]!.id;
          next.moment = [version, policyVersion, policy!.version, turn, incident, rationing?.perItem].join(' ');
          return command as Parameters<typeof cupboard.decide>[0];
        },
      });
      expect(done).toMatchObject({ kind: 'done' });
    };
    const turn = (n: number): EventRecord[] => [
      recordOf('DutyMatrixActivated', { ...matrix, version: n }),
      recordOf(
        'PostureSwitched',
        { territory: community, posture: 'lockdown', reason: 'r', incident: `turn-${n}`, rationing: { perItem: n } },
        { at: `2026-05-${n}T00:00:00.000Z` },
      ),
      recordOf('PolicyIssued', {
        ...{ version: n, territory: community, parentVersion: 2, keeps: [], effectiveFrom: '2026-01-01T00:00:00.000Z' },
        ...{ clauses: [{ id: `turn-${n}` }], source: { title: `Notice ${n}`, article: 'article 1' } },
      }),
    ];
    const TURNS = [10, 11, 12, 13, 14];
    let over = false;
    const lane = async () => {
      while (!over) await openNext();
    };
    await learn(...turn(TURNS[0]!));
    const lanes = [lane(), lane(), lane()];
    for (const n of TURNS.slice(1)) {
      await learn(...turn(n));
      await openNext();
    }
    over = true;
    await Promise.all(lanes);
    const logs = await Promise.all(decided.map(({ id }) => store.read(shardOf(id), 0, 5000)));
    const recorded = new Map(logs.flat().map(({ stream, ...event }) => [stream, event]));
    const moments = TURNS.map((n) => `${n} ${n} ${n} turn-${n} turn-${n} ${n}`);
    expect([...new Set(decided.map(({ moment }) => moment))].sort()).toEqual(moments);
    const mixed = decided.filter(({ id, moment }) => {
      const { rule, policyVersion } = recorded.get(id)!;
      return rule !== `property-firm-OpenStation@${policyVersion}` || !moment.startsWith(`${policyVersion} `);
    });
    expect(mixed).toEqual([]);
  });
});
