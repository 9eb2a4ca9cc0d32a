import { cursorOf, direct } from '@baogong/event-store';
import { backOffMs, isTransient, textOf } from '../failures.js';
import { Redelivery, type EventRecord, type ShardBatch, type ShardHead } from '../port.js';
import { Applier } from './applier.js';
import { chainAfter } from './chain.js';
import { keyOf, type Place } from './place.js';
import { Overtaken } from './shared-commit.js';

const RELOADS = 5;
const BACKFILL = 500;
const VERIFY_EVERY_MS = 2000;
const SAVE_AFTER_MS = 500;

interface Spot {
  pos: number;
  digest: string;
}

/** One consumer on one shard: each position applied once and in order, whatever the pipe does. */
export class ShardWorker {
  head = 0;
  duplicates = 0;
  repeats = 0;
  quarantined = false;
  lastAt: string | undefined;
  private spot: Spot | undefined;
  private startedAt = 0;
  private failures = 0;
  private verifiedAt = 0;
  private readonly applier: Applier;
  private turn: Promise<unknown> = Promise.resolve();
  private saving: NodeJS.Timeout | undefined;

  constructor(
    readonly place: Place,
    private readonly onMoved: () => void,
  ) {
    this.applier = new Applier(place, (record) => this.moved(record));
  }

  get at(): number {
    return this.spot?.pos ?? 0;
  }

  /** Reads the cursor anew: while the shard was elsewhere another process may have moved it. */
  start(): Promise<number> {
    return this.inTurn(async () => {
      this.startedAt = (await this.load()).pos;
      return this.startedAt;
    });
  }

  /** Another process goes on with the shard: nothing that is known of it here stays true. */
  release(): void {
    void this.save().catch(() => undefined);
    void this.inTurn(() => {
      this.spot = undefined;
      this.head = 0;
      this.lastAt = undefined;
      this.quarantined = false;
      return Promise.resolve();
    });
  }

  take(batch: ShardBatch): Promise<void> {
    return this.inTurn(async () => {
      if (this.quarantined) return;
      try {
        await this.takeFresh(batch);
        this.failures = 0;
        this.saving ??= setTimeout(() => void this.save().catch(() => undefined), SAVE_AFTER_MS).unref();
      } catch (error) {
        const waitMs = error instanceof Redelivery ? error.afterMs : backOffMs(++this.failures);
        this.place.alarm({ kind: 'delayed', ...keyOf(this.place), error: textOf(error) });
        throw new Redelivery(waitMs, { cause: error });
      }
    });
  }

  /** Writes the cursor past what did not concern the consumer. */
  save(): Promise<void> {
    clearTimeout(this.saving);
    this.saving = undefined;
    return this.inTurn(() =>
      this.applier.save().catch((error: unknown) => {
        // Another process holds the shard now: the cursor is read anew before anything else is applied.
        this.spot = undefined;
        throw error;
      }),
    );
  }

  /** Something parked was settled: where nothing is parked any more, nobody needs to ask for each batch. */
  settled(): void {
    void this.inTurn(() => this.applier.lookForParked()).catch(() => undefined);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async load(): Promise<Spot> {
    const { pos, digest } = await cursorOf(direct(this.place.pool), keyOf(this.place));
    await this.applier.load();
    this.spot = { pos, digest };
    this.head = Math.max(this.head, pos);
    this.onMoved();
    return this.spot;
  }

  private async takeFresh(batch: ShardBatch): Promise<void> {
    const records = inOrder(batch.records);
    const spot = this.spot ?? (await this.load());
    this.countDropped(batch.records, spot.pos);
    for (let reloads = 0; ; reloads++) {
      try {
        return await this.takeOnce(records, batch.head);
      } catch (error) {
        if (!(error instanceof Overtaken) || reloads === RELOADS) throw error;
        await this.load();
      }
    }
  }

  private async takeOnce(records: EventRecord[], head: ShardHead | undefined): Promise<void> {
    if (records.some(({ pos, chain }) => pos === this.at && chain !== this.spot?.digest)) {
      await this.compareWithProducer('a record at the cursor differs');
    }
    await this.applyFresh(records.filter(({ pos }) => pos > this.at));
    if (head && !this.quarantined) await this.compareHead(head);
  }

  private async applyFresh(fresh: EventRecord[]): Promise<void> {
    this.head = Math.max(this.head, fresh.at(-1)?.pos ?? 0);
    for (const run of runsOf(fresh, this.place.batchSize)) {
      if (this.quarantined) return;
      const first = run[0]?.pos ?? 0;
      if (first > this.at + 1) await this.fill(first - 1);
      await this.applyRun(run.filter(({ pos }) => pos > this.at));
    }
  }

  private countDropped(records: EventRecord[], at: number): void {
    const seen = new Set<number>();
    for (const { pos } of records) {
      if (pos <= this.startedAt) this.repeats++;
      else if (pos <= at || seen.has(pos)) this.duplicates++;
      seen.add(pos);
    }
  }

  private async applyRun(records: EventRecord[]): Promise<void> {
    const broken = this.firstBroken(records);
    const sound = broken === -1 ? records : records.slice(0, broken);
    if (sound.length > 0) await this.applier.apply({ from: this.at, records: sound });
    const odd = records[broken];
    if (!odd) return;
    // Spoiled on its way, or a log that is not the one we followed so far: only the producer can tell.
    const [told] = await this.place.read({ ...this.address(), from: this.at, limit: 1 }).catch(() => []);
    if (!told || this.firstBroken([told]) !== -1) return this.quarantine('the chain does not follow from the cursor');
    await this.applier.apply({ from: this.at, records: [told] });
    await this.applyRun(records.slice(broken + 1));
  }

  /** Index of the first record that does not follow from the one before it; -1 if all do. */
  private firstBroken(records: EventRecord[]): number {
    let { pos, digest } = this.spot ?? { pos: 0, digest: '' };
    return records.findIndex((record) => {
      const known = pos === 0 || digest !== '';
      const follows =
        record.pos === pos + 1 && (!known || chainAfter(digest, record.leaf, record.pos) === record.chain);
      ({ pos, chain: digest } = record);
      return !follows;
    });
  }

  private async fill(to: number): Promise<void> {
    this.place.alarm({ kind: 'hole', ...keyOf(this.place), from: this.at + 1, to });
    while (this.at < to && !this.quarantined) {
      const records = await this.place.read({
        ...this.address(),
        from: this.at,
        limit: Math.min(BACKFILL, to - this.at),
      });
      if (records.length === 0)
        throw new Error(`the log of ${this.place.source} does not hold ${this.at + 1} to ${to}`);
      await this.applyRun(inOrder(records));
    }
  }

  private async compareHead(head: ShardHead): Promise<void> {
    if (head.pos > this.at) {
      this.head = Math.max(this.head, head.pos);
      return this.fill(head.pos);
    }
    const differs = head.pos === this.at && head.chain !== undefined && head.chain !== this.spot?.digest;
    if (differs || head.pos < this.at) await this.compareWithProducer(`its head is ${head.pos}`);
  }

  /** An old sign of life may come again after a restart, so the producer's own log decides. */
  private async compareWithProducer(suspicion: string): Promise<void> {
    if (this.at === 0 || Date.now() - this.verifiedAt < VERIFY_EVERY_MS) return;
    this.verifiedAt = Date.now();
    const answer = await this.place.read({ ...this.address(), from: this.at - 1, limit: 1 }).catch((error: unknown) => {
      if (isTransient(error)) return undefined;
      throw error;
    });
    if (answer && answer[0]?.chain !== this.spot?.digest) {
      this.quarantine(`the producer's log differs at the cursor: ${suspicion}`);
    }
  }

  private quarantine(reason: string): void {
    this.quarantined = true;
    this.place.alarm({ kind: 'quarantined', ...keyOf(this.place), pos: this.at, reason });
  }

  private moved({ pos, chain, at }: EventRecord): void {
    this.spot = { pos, digest: chain };
    this.lastAt = at;
    this.onMoved();
  }

  private address() {
    return { source: this.place.source, shard: this.place.shard };
  }
}

/** Sorted by position, each once. */
function inOrder(records: EventRecord[]): EventRecord[] {
  const sorted = [...records].sort((left, right) => left.pos - right.pos);
  return sorted.filter(({ pos }, index) => pos !== sorted[index - 1]?.pos);
}

/** Stretches without a hole, none longer than a batch may be. */
function runsOf(records: EventRecord[], size: number): EventRecord[][] {
  const runs: EventRecord[][] = [];
  for (const record of records) {
    const run = runs.at(-1);
    if (run && run.length < size && run.at(-1)?.pos === record.pos - 1) run.push(record);
    else runs.push([record]);
  }
  return runs;
}
