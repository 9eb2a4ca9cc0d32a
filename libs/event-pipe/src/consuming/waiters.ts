import { isContext, type Context } from '@baogong/contracts';
import { direct, type Pool } from '@baogong/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ShardWorker } from './shard-worker.js';

interface Target {
  source: Context;
  shard: number;
  pos: number;
}

const ASK_DATABASE_MS = 100;

/** Waits for consumers to reach positions, by this process's own workers or, where others have the shard, by cursors. */
export class PositionWaiters {
  private readonly waiting = new Set<() => void>();
  private closed = false;

  constructor(
    private readonly workers: ShardWorker[],
    private readonly pool: Pool,
  ) {}

  /** Called whenever a cursor moved. */
  look(): void {
    for (const check of this.waiting) check();
  }

  close(): void {
    this.closed = true;
    this.look();
  }

  async waitFor(vector: string, milliseconds: number): Promise<boolean> {
    const targets = targetsOf(vector);
    const giveUpAt = Date.now() + milliseconds;
    const behind = () => this.behind(targets);
    for (let first = true; behind().length > 0; first = false) {
      if (!first && (await this.reachedElsewhere(targets, behind()))) return true;
      const left = giveUpAt - Date.now();
      if (left <= 0 || this.closed) return false;
      await this.moveOr(Math.min(left, ASK_DATABASE_MS), behind);
    }
    return true;
  }

  private behind(targets: Target[]): { worker: ShardWorker; pos: number }[] {
    return targets.flatMap(({ source, shard, pos }) =>
      this.workers
        .filter(({ place, at }) => place.source === source && place.shard === shard && at < pos)
        .map((worker) => ({ worker, pos })),
    );
  }

  private async moveOr(milliseconds: number, behind: () => unknown[]): Promise<void> {
    const timer = new AbortController();
    const check = () => {
      if (behind().length === 0 || this.closed) timer.abort();
    };
    this.waiting.add(check);
    await sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined);
    this.waiting.delete(check);
  }

  private async reachedElsewhere(targets: Target[], behind: { worker: ShardWorker; pos: number }[]): Promise<boolean> {
    const rows = await direct(this.pool).query<{ consumer: string; source: string; shard: number; pos: number }>(
      'select consumer, source, shard, pos::float8 as pos from es.cursor where source = any ($1) and shard = any ($2)',
      [targets.map(({ source }) => source), targets.map(({ shard }) => shard)],
    );
    return behind.every(({ worker: { place }, pos }) =>
      rows.some(
        (row) =>
          row.consumer === place.consumer.name &&
          row.source === place.source &&
          row.shard === place.shard &&
          row.pos >= pos,
      ),
    );
  }
}

/** `orders:3=17,inventory:2=5`, as in the header Baogong-Position. What is no position is not waited for. */
function targetsOf(vector: string): Target[] {
  return vector.split(',').flatMap((part) => {
    const [, source = '', shard, pos] = /^\s*([a-z]+):(\d{1,4})=(\d{1,15})\s*$/.exec(part) ?? [];
    return isContext(source) ? [{ source, shard: Number(shard), pos: Number(pos) }] : [];
  });
}
