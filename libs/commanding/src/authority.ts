import { covers, millisOf, type Clock, type Territory } from '@baogong/kernel';
import { changesSince, type Changes } from './authority-rows.js';
import { createPolicyBooks, type PolicyBooks } from './policy-books.js';
import type { Authority, Grant, InForce } from './types.js';
import type { Pool } from '@baogong/event-store';
import { DEFAULT_RISK, type DutyMatrix, type RiskLevel } from '@baogong/duties';

const POLL_MS = 250;
/** Oversight's log is asked every second; several answers missing in a row are no accident of load. */
const STALE_AFTER_SECONDS = 5;

export interface AuthorityOptions {
  pool: Pool;
  clock: Clock;
  staleAfterSeconds?: number;
  onFailure?(error: unknown): void;
}

interface Copy {
  seq: string;
  grants: Map<string, Map<string, Grant>>;
  matrix?: DutyMatrix;
  postures: Map<Territory, Turned>;
  risks: Map<Territory, RiskLevel>;
  policies: PolicyBooks;
  confirmedMs: number;
}

type Turned = Omit<InForce, 'matrix' | 'risk' | 'policyVersion' | 'policy'>;

/** Kept in memory, because every command asks it; the tables hold the truth and are asked four times a second. */
export function createAuthority(options: AuthorityOptions): Authority {
  const { pool, clock, staleAfterSeconds = STALE_AFTER_SECONDS } = options;
  // A confirmation is a matter of real time: moving the drill's clock makes no copy older.
  const copy: Copy = {
    seq: '-1',
    grants: new Map(),
    postures: new Map(),
    risks: new Map(),
    policies: createPolicyBooks(),
    confirmedMs: performance.now(),
  };
  const refresh = oneAtATime(() => readChanges(pool, copy));
  const poll = setInterval(() => void refresh().catch((error: unknown) => options.onFailure?.(error)), POLL_MS);
  poll.unref();
  const staleSeconds = () => (performance.now() - copy.confirmedMs) / 1000;
  return {
    grantsOf: (actor) => liveGrants(copy.grants, actor, millisOf(clock.now())),
    matrix: () => copy.matrix,
    posture: (territory) => standingAt(copy.postures, territory).posture,
    inForce: (territory) => copy.matrix && { matrix: copy.matrix, ...measuresAt(copy, territory, clock) },
    staleSeconds,
    isStale: () => staleSeconds() > staleAfterSeconds,
    hear: (heard) => copy.policies.hear(heard),
    confirm: () => void (copy.confirmedMs = performance.now()),
    refresh,
    async close() {
      clearInterval(poll);
      await refresh.settled();
    },
  };
}

function liveGrants(all: Copy['grants'], actor: string, nowMs: number): Grant[] {
  const own = (who: string) => [...(all.get(who)?.values() ?? [])].filter((grant) => runsAt(grant, nowMs));
  const stands = ({ delegatedBy, role, territory }: Grant) =>
    delegatedBy === undefined ||
    own(delegatedBy).some(
      (right) => right.delegatedBy === undefined && right.role === role && covers(right.territory, territory),
    );
  return own(actor).filter(stands);
}

function runsAt({ startsAt, expiresAt }: Grant, nowMs: number): boolean {
  if (startsAt !== undefined && nowMs < millisOf(startsAt)) return false;
  return expiresAt === undefined || nowMs < millisOf(expiresAt);
}

function standingAt(postures: Copy['postures'], territory?: Territory): Turned {
  return nearest(postures, territory) ?? { posture: 'normal' };
}

function measuresAt(copy: Copy, territory: Territory, clock: Clock): Omit<InForce, 'matrix'> {
  const { postures, risks, policies } = copy;
  return {
    ...standingAt(postures, territory),
    risk: nearest(risks, territory) ?? DEFAULT_RISK,
    ...policies.inForce(territory, clock.now()),
  };
}

function nearest<T>(all: Map<Territory, T>, territory?: Territory): T | undefined {
  const places = [...all.keys()].filter((place) => territory === undefined || covers(place, territory));
  // Without a place asked for, the widest counts; with one, the nearest above it.
  const order = territory === undefined ? 1 : -1;
  const [first] = places.sort((a, b) => order * (a.length - b.length));
  return first === undefined ? undefined : all.get(first);
}

async function readChanges(pool: Pool, copy: Copy): Promise<void> {
  const changes = await changesSince(pool, copy.seq);
  if (!changes) return;
  const { matrix, postures, risks, policies } = changes;
  for (const change of changes.grants) remember(copy.grants, change);
  if (matrix && matrix.version >= (copy.matrix?.version ?? 0)) copy.matrix = matrix;
  for (const { territory, ...standing } of postures) copy.postures.set(territory, standing);
  for (const { territory, level } of risks) copy.risks.set(territory, level);
  copy.policies.add(policies);
  copy.seq = changes.seq;
}

function remember(all: Copy['grants'], { actor, grantId, grant }: Changes['grants'][number]): void {
  const held = all.get(actor) ?? new Map<string, Grant>();
  all.set(actor, held);
  if (grant) held.set(grantId, grant);
  else held.delete(grantId);
}

interface Settling {
  (): Promise<void>;
  settled(): Promise<void>;
}

/** A call during a run waits for one more run after it: what was committed before the call is then surely seen. */
function oneAtATime(run: () => Promise<void>): Settling {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    const mine = run().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  const call = (): Promise<void> => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
  return Object.assign(call, { settled: async () => void (await running?.catch(() => undefined)) });
}
