import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from '@baogong/event-store';
import type { Turns } from '../../application/runtime.js';

/** Far longer than a command takes: a holder that died with its program does not stop the household for ever. */
const HELD_SECONDS = 10;
const WAIT_MS = 3_000;
const STEP_MS = 25;

/** Held in a row and not by a connection: those who wait would else keep the appends from theirs. */
export class PostgresTurns implements Turns {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  async alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const holder = randomUUID();
    if (!(await this.waitFor(name, holder))) return undefined;
    try {
      return await work();
    } finally {
      await this.pool.query('delete from orders.turn where name = $1 and holder = $2', [name, holder]);
    }
  }

  private async waitFor(name: string, holder: string): Promise<boolean> {
    for (let waitedMs = 0; waitedMs <= WAIT_MS; waitedMs += STEP_MS) {
      const { rowCount } = await this.pool.query(
        `insert into orders.turn (name, holder, until) values ($1, $2, clock_timestamp() + make_interval(secs => $3))
         on conflict (name) do update set holder = excluded.holder, until = excluded.until
           where turn.until < clock_timestamp()`,
        [name, holder, HELD_SECONDS],
      );
      if (rowCount === 1) return true;
      await pause(STEP_MS);
    }
    return false;
  }
}
