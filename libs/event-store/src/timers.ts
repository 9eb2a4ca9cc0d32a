import type { IssuedCommand } from '@baogong/decider';
import type { Clock, Instant } from '@baogong/kernel';
import { direct } from './transaction.js';
import type { Pool, Tx } from './types.js';

export interface TimerRunner {
  close(): Promise<void>;
}

export interface TimerOptions {
  pool: Pool;
  clock: Clock;
  /** Must be idempotent by the timer's id: a process that dies between firing and saying so fires again. */
  fire(timerId: string, command: IssuedCommand): Promise<void>;
  pollMs?: number;
  onError?(timerId: string, error: unknown): void;
}

const BATCH = 64;
/** Longer than an answer may take; a timer that a killed process had claimed fires after it. */
const CLAIM_SECONDS = 15;
const RETRY_MS = 1_000;

/** The same id again moves a waiting timer and leaves a fired or cancelled one alone, so a redo changes nothing. */
export async function scheduleTimer(
  tx: Tx,
  { id, dueAt, command }: { id: string; dueAt: Instant; command: IssuedCommand },
): Promise<void> {
  await tx.query(
    `insert into es.timer as old (id, due_at, command) values ($1, $2, $3)
     on conflict (id) do update set due_at = excluded.due_at, command = excluded.command
       where old.status = 'waiting' and (old.due_at <> excluded.due_at or old.command::text <> excluded.command::text)`,
    [id, dueAt, JSON.stringify(command)],
  );
}

export async function cancelTimer(tx: Tx, id: string): Promise<void> {
  await tx.query(`update es.timer set status = 'cancelled' where id = $1 and status = 'waiting'`, [id]);
}

/** Fires what is due by the Clock, one process at a time for each timer. */
export function runTimers({ pool, clock, fire, pollMs = 200, onError }: TimerOptions): TimerRunner {
  const tx = direct(pool);
  let closed = false;
  let wake: NodeJS.Timeout | undefined;

  const fireOne = async ({ id, command }: Due) => {
    try {
      await fire(id, command);
      await tx.query(`update es.timer set status = 'fired', last_error = null where id = $1 and status = 'waiting'`, [
        id,
      ]);
    } catch (error) {
      onError?.(id, error);
      await release(tx, id, error);
    }
  };
  const round = async (): Promise<void> => {
    const due = closed ? [] : await claim(tx, clock.now());
    await Promise.all(due.map(fireOne));
    if (due.length === BATCH) await round();
  };
  let running = Promise.resolve();
  const turn = () => {
    running = round()
      .catch((error: unknown) => onError?.('', error))
      .then(() => {
        if (!closed) wake = setTimeout(turn, pollMs);
      });
  };
  turn();
  return {
    async close() {
      closed = true;
      clearTimeout(wake);
      await running;
    },
  };
}

interface Due {
  id: string;
  command: IssuedCommand;
}

/** The claim runs by the server's own clock: two processes never fire one timer at the same time. */
function claim(tx: Tx, now: Instant): Promise<Due[]> {
  return tx.query<Due>(
    `update es.timer t set claimed_until = clock_timestamp() + make_interval(secs => $2), attempts = attempts + 1
     from (select id from es.timer where status = 'waiting' and due_at <= $1 and claimed_until < clock_timestamp()
           order by due_at limit $3 for update skip locked) d
     where t.id = d.id returning t.id, t.command`,
    [now, CLAIM_SECONDS, BATCH],
  );
}

async function release(tx: Tx, id: string, error: unknown): Promise<void> {
  await tx
    .query(
      `update es.timer set last_error = $2,
         claimed_until = clock_timestamp() + least(attempts, 60) * make_interval(secs => $3::float8 / 1000)
       where id = $1`,
      [id, String(error).slice(0, 500), RETRY_MS],
    )
    .catch(() => undefined);
}
