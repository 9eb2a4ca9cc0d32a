import { isDeepStrictEqual } from 'node:util';
import { answered } from './resend.js';
import { shardOf } from './shards.js';
import type { Folding, Pool } from './types.js';

export interface Snapshot {
  state: unknown;
  version: number;
}

interface Offered extends Snapshot {
  stream: string;
  revision: number;
}

const EVERY_EVENTS = 100;
const MAX_WAITING = 256;
const MAX_BYTES = 4_194_304;
const WRITE = `insert into es.snapshot as kept (shard, stream, fold_revision, version, state) values ($1, $2, $3, $4, $5)
  on conflict (shard, stream, fold_revision) do update set version = excluded.version, state = excluded.state
  where kept.version < excluded.version`;

/**
 * Writes states of committed versions, one at a time and behind the commands. One that is lost costs a longer fold:
 * whoever folds that much again writes it.
 */
export class SnapshotWriter {
  private readonly pool: Pool;
  private readonly waiting = new Map<string, Offered>();
  private writing: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /** To be called with what is in the log only; `from` is the version that was known before. */
  offer(
    stream: string,
    folding: Folding<unknown, unknown>,
    { state, version, from }: Snapshot & { from: number },
  ): void {
    const revision = folding.snapshotRevision;
    if (revision === undefined || !isDue(from, version)) return;
    const name = `${revision} ${stream}`;
    if (this.waiting.size >= MAX_WAITING && !this.waiting.has(name)) return;
    this.waiting.set(name, { stream, revision, state, version });
    this.writing ??= this.drain().finally(() => (this.writing = undefined));
  }

  /** Once all that was offered so far is written, or was given up. */
  async written(): Promise<void> {
    await this.writing;
  }

  private async drain(): Promise<void> {
    for (const [name, offered] of this.waiting) {
      this.waiting.delete(name);
      await this.write(offered).catch(() => this.waiting.clear());
    }
  }

  private async write({ stream, revision, state, version }: Offered): Promise<void> {
    const text = textOf(state);
    if (text === undefined) return;
    const values = [shardOf(stream), stream, revision, version, text];
    await answered(this.pool, { name: 'es.snapshot', text: WRITE, values });
  }
}

/** Every 100 events; of a long stream, whose state may be as long, every tenth of its length. */
export function isDue(from: number, version: number): boolean {
  const every = Math.max(EVERY_EVENTS, 10 ** (Math.floor(Math.log10(Math.max(1, version))) - 1));
  return Math.floor(version / every) > Math.floor(from / every);
}

/** Only a state that its JSON gives back as it is: from another the fold would go on elsewhere. */
function textOf(state: unknown): string | undefined {
  const text = JSON.stringify(state);
  if (text === undefined || text.length > MAX_BYTES) return undefined;
  return isDeepStrictEqual(JSON.parse(text), state) ? text : undefined;
}
