import {
  advanceAll,
  Batcher,
  holdParkedStreams,
  park,
  transaction,
  type CursorMove,
  type Pool,
  type Tx,
} from '@baogong/event-store';
import type { Consumer, Projection } from '../consumers.js';
import { isTransient } from '../failures.js';
import type { EventRecord } from '../port.js';

/** Another process moved the cursor, or settled what was parked, first; nothing of ours was kept. */
export class Overtaken extends Error {
  constructor() {
    super('another process was first');
  }
}

/** What one consumer did, or wants done, on one shard. */
export interface Share {
  consumer: Consumer;
  move: CursorMove;
  /** For a projection to apply, in order. */
  records: EventRecord[];
  /** Put aside because an earlier event of their stream is. */
  behind: EventRecord[];
  /** Put aside because it can never be applied. */
  poison?: { record: EventRecord; reason: string };
}

/** Read models lag by so much more under load, and cost a fraction of the commits. */
const REST_MS = 50;
const MAX_RECORDS = 2000;

/**
 * Effects and cursors of all consumers of a service in one transaction at a time: sixteen shards times all consumers,
 * each committing for itself, would spend the machine on commits, and wait for each other's rows. Where the whole
 * fails, each share is tried alone, so that one consumer's fault stays its own.
 */
export class SharedCommit {
  private readonly batcher: Batcher<Share, true>;

  constructor(private readonly pool: Pool) {
    this.batcher = new Batcher({
      max: MAX_RECORDS,
      concurrency: 1,
      restMs: REST_MS,
      weigh: ({ records }) => Math.max(1, records.length),
      send: (shares) => this.commit(shares),
    });
  }

  /** @throws Overtaken, or what the consumer's own work failed with; nothing of the share is kept then */
  async submit(share: Share): Promise<void> {
    await this.batcher.submit(share);
  }

  private async commit(shares: Share[]): Promise<(true | Error)[]> {
    const failure = await this.together(shares);
    if (failure === undefined) return shares.map(() => true);
    return shares.length === 1 ? [failure] : this.eachAlone(shares);
  }

  private async eachAlone(shares: Share[]): Promise<(true | Error)[]> {
    const results: (true | Error)[] = [];
    // Where the database is away the others need not find out one by one.
    let away: Error | undefined;
    for (const share of shares) {
      const failure = away ?? (await this.together([share]));
      if (failure && !(failure instanceof Overtaken) && isTransient(failure)) away = failure;
      results.push(failure ?? true);
    }
    return results;
  }

  private async together(shares: Share[]): Promise<Error | undefined> {
    try {
      await transaction(this.pool, async (tx) => {
        await apply(tx, shares);
        for (const share of shares) await parkAll(tx, share);
        const moved = await advanceAll(
          tx,
          shares.map(({ move }) => move),
        );
        if (moved.length < shares.length) throw new Overtaken();
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    for (const { applied } of projectionsOf(shares).keys()) applied?.();
    return undefined;
  }
}

async function apply(tx: Tx, shares: Share[]): Promise<void> {
  for (const [projection, records] of projectionsOf(shares)) await projection.apply(tx, records);
}

/** Shard by shard, and within one in order of position. */
function projectionsOf(shares: Share[]): Map<Projection, EventRecord[]> {
  const all = new Map<Projection, EventRecord[]>();
  for (const { consumer, records } of shares) {
    if (!('apply' in consumer) || records.length === 0) continue;
    all.set(consumer, [...(all.get(consumer) ?? []), ...records]);
  }
  return all;
}

async function parkAll(tx: Tx, { move, behind, poison }: Share): Promise<void> {
  const { consumer, source, shard } = move;
  const streams = [...new Set(behind.map(({ stream }) => stream))];
  const held = streams.length === 0 ? new Set() : await holdParkedStreams(tx, { consumer, source, shard, streams });
  // Settled meanwhile: what would be parked now would wait behind nothing.
  if (held.size < streams.length) throw new Overtaken();
  const parked = (record: EventRecord, reason: string) =>
    ({ consumer, source, shard, pos: record.pos, stream: record.stream, reason, record }) as const;
  for (const record of behind) await park(tx, parked(record, 'behind a parked event'), 0);
  if (poison) await park(tx, parked(poison.record, poison.reason));
}
