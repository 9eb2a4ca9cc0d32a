import { instantOf, type Clock } from '@baogong/kernel';
import { direct } from './transaction.js';
import type { Pool } from './types.js';

export interface Installation {
  drill: boolean;
  clockOffsetMs: number;
  shards: number;
  shardHash: string;
  service: string | undefined;
}

export interface RunningClock extends Clock {
  /** Settled once the offset was read for the first time. */
  ready: Promise<void>;
  refresh(): Promise<void>;
  close(): void;
}

const POLL_MS = 200;

export async function installationOf(pool: Pool): Promise<Installation> {
  const [row] = await direct(pool).query<Omit<Installation, 'service'> & { service: string | null }>(
    `select drill, clock_offset_ms::float8 as "clockOffsetMs", shards, shard_hash as "shardHash", service
     from es.installation`,
  );
  if (!row) throw new Error('the database was not migrated');
  return { ...row, service: row.service ?? undefined };
}

/** Marks an empty database for drills: only there may the clock be moved. There is no way back. */
export async function markDrill(pool: Pool): Promise<void> {
  await direct(pool).query('select es.mark_drill()');
}

export async function moveClock(pool: Pool, offsetMs: number): Promise<void> {
  await direct(pool).query('select es.move_clock($1)', [offsetMs]);
}

/** The machine's time plus the installation's offset, which is 0 outside drills and the same in all processes. */
export function createClock(pool: Pool): RunningClock {
  let offsetMs = 0;
  let reading: Promise<void> | undefined;
  const refresh = () =>
    (reading ??= installationOf(pool)
      .then((found) => void (offsetMs = found.clockOffsetMs))
      .finally(() => (reading = undefined)));
  // A broken connection leaves the offset as it was: time goes on.
  const poll = () => refresh().catch(() => undefined);
  const timer = setInterval(poll, POLL_MS);
  timer.unref();
  return { now: () => instantOf(Date.now() + offsetMs), ready: poll(), refresh, close: () => clearInterval(timer) };
}
