import { covers, millisOf, type Clock, type Territory } from '@baogong/kernel';
import type { Authority, Grant } from './types.js';
import type { Pool } from '@baogong/event-store';
import type { DutyMatrix, DutyRule, Posture, Role } from '@baogong/duties';

const POLL_MS = 250;
/** Oversight's log is asked every second; several answers missing in a row are no accident of load. */
const STALE_AFTER_SECONDS = 5;

export interface AuthorityOptions {
  pool: Pool;
  clock: Clock;
  staleAfterSeconds?: number;
  onFailure?(error: unknown): void;
}

interface GrantRow {
  grant_id: string;
  actor: string;
  role: Role | null;
  territory: string | null;
  organisation: string | null;
  expires_at: string | null;
  withdrawn: boolean;
}

interface Copy {
  seq: string;
  grants: Map<string, Map<string, Grant>>;
  matrix?: DutyMatrix;
  postures: Map<Territory, Posture>;
  confirmedMs: number;
}

/** Kept in memory, because every command asks it; the tables hold the truth and are asked four times a second. */
export function createAuthority(options: AuthorityOptions): Authority {
  const { pool, clock, staleAfterSeconds = STALE_AFTER_SECONDS } = options;
  // A confirmation is a matter of real time: moving the drill's clock makes no copy older.
  const copy: Copy = { seq: '-1', grants: new Map(), postures: new Map(), confirmedMs: performance.now() };
  const refresh = oneAtATime(() => readChanges(pool, copy));
  const poll = setInterval(() => void refresh().catch((error: unknown) => options.onFailure?.(error)), POLL_MS);
  poll.unref();
  const staleSeconds = () => (performance.now() - copy.confirmedMs) / 1000;
  return {
    grantsOf(actor) {
      const nowMs = millisOf(clock.now());
      const grants = [...(copy.grants.get(actor)?.values() ?? [])];
      return grants.filter(({ expiresAt }) => expiresAt === undefined || nowMs < millisOf(expiresAt));
    },
    matrix: () => copy.matrix,
    posture: (territory) => postureAt(copy.postures, territory),
    staleSeconds,
    isStale: () => staleSeconds() > staleAfterSeconds,
    confirm: () => void (copy.confirmedMs = performance.now()),
    refresh,
    async close() {
      clearInterval(poll);
      await refresh.settled();
    },
  };
}

function postureAt(postures: Map<Territory, Posture>, territory?: Territory): Posture {
  const places = [...postures.keys()].filter((place) => territory === undefined || covers(place, territory));
  // Without a place asked for, the widest posture counts; with one, the nearest above it.
  const order = territory === undefined ? 1 : -1;
  const nearest = places.sort((a, b) => order * (a.length - b.length))[0];
  return nearest === undefined ? 'normal' : postures.get(nearest)!;
}

async function readChanges(pool: Pool, copy: Copy): Promise<void> {
  const head = await pool.query<{ seq: string }>('select seq from authority.change');
  const seq = head.rows[0]?.seq;
  if (seq === undefined || seq === copy.seq) return;
  const since = [copy.seq];
  const [grants, matrix, postures] = await Promise.all([
    pool.query<GrantRow>('select * from authority.role_grant where seq > $1', since),
    pool.query<{ version: number; rules: DutyRule[] }>(
      'select version, rules from authority.duty_matrix where seq > $1 order by version desc limit 1',
      since,
    ),
    pool.query<{ territory: string; posture: Posture }>('select * from authority.posture where seq > $1', since),
  ]);
  for (const row of grants.rows) remember(copy.grants, row);
  const next = matrix.rows[0];
  if (next && next.version >= (copy.matrix?.version ?? 0)) copy.matrix = { version: next.version, rules: next.rules };
  for (const { territory, posture } of postures.rows) copy.postures.set(territory, posture);
  copy.seq = seq;
}

function remember(all: Copy['grants'], row: GrantRow): void {
  const { grant_id: grantId, actor, role, territory, organisation, expires_at: expiresAt, withdrawn } = row;
  const grants = all.get(actor) ?? new Map<string, Grant>();
  all.set(actor, grants);
  if (withdrawn || role === null || territory === null) grants.delete(grantId);
  else {
    const more = { ...(organisation === null ? {} : { organisation }), ...(expiresAt === null ? {} : { expiresAt }) };
    grants.set(grantId, { grantId, actor, role, territory, ...more });
  }
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
