import { contractOf } from '@baogong/contracts';
import {
  advance,
  direct,
  listParked,
  park,
  parkedStreams,
  settleParked,
  transaction,
  type ParkedEnd,
  type Tx,
} from '@baogong/event-store';
import type { ProcessConsumer, Projection } from '../consumers.js';
import { isTransient, textOf } from '../failures.js';
import type { EventRecord } from '../port.js';
import { CursorMoved, keyOf, type Place } from './place.js';

/** A run of records right after the cursor's position `from`. */
export interface Run {
  from: number;
  records: EventRecord[];
}

/** Applies runs and moves the cursor with them; parks what can never be applied. */
export class Applier {
  private anyParked = false;
  /** Passed over since the cursor was last written: records that do not concern this consumer cost it no write. */
  private passed: Run | undefined;
  private readonly handles: Set<string>;

  constructor(
    private readonly place: Place,
    private readonly onMoved: (record: EventRecord) => void,
  ) {
    this.handles = new Set(place.consumer.handles);
  }

  async load(): Promise<void> {
    this.passed = undefined;
    const { consumer, source, shard } = keyOf(this.place);
    const found = await direct(this.place.pool).query(
      `select 1 from es.parked where consumer = $1 and source = $2 and shard = $3 and status = 'parked' limit 1`,
      [consumer, source, shard],
    );
    this.anyParked = found.length > 0;
  }

  apply(run: Run): Promise<void> {
    const { consumer } = this.place;
    return 'apply' in consumer ? this.project(consumer, run) : this.process(consumer, run);
  }

  /** All of the batch or, by halves, all but the one record that fails alone. */
  private async project(projection: Projection, run: Run): Promise<void> {
    try {
      await this.commit(run, (tx, records) => projection.apply(tx, records));
    } catch (error) {
      if (error instanceof CursorMoved || isTransient(error)) throw error;
      const { from, records } = run;
      if (records.length === 1) return this.parkPoison(run, error);
      const middle = Math.floor(records.length / 2);
      await this.project(projection, { from, records: records.slice(0, middle) });
      await this.project(projection, { from: from + middle, records: records.slice(middle) });
    }
  }

  private async process(process: ProcessConsumer, { from, records }: Run): Promise<void> {
    let done = from;
    for (const [index, record] of records.entries()) {
      if (!this.handles.has(record.type)) continue;
      const before = { from: done, records: records.slice(done - from, index) };
      const alone = { from: from + index, records: [record] };
      const failure = await this.handleOne(process, record);
      if (failure === undefined) continue;
      if (before.records.length > 0) await this.move(before);
      done = from + index;
      if (failure.kind === 'held-back') await this.commit(alone, () => Promise.resolve());
      else if (isTransient(failure.error)) throw failure.error;
      else await this.parkPoison(alone, failure.error);
      done++;
    }
    const rest = records.slice(done - from);
    if (rest.length > 0) await this.move({ from: done, records: rest });
  }

  private async handleOne(
    process: ProcessConsumer,
    record: EventRecord,
  ): Promise<{ kind: 'held-back' } | { kind: 'failed'; error: unknown } | undefined> {
    try {
      if ((await this.heldBack(direct(this.place.pool), [record])).size > 0) return { kind: 'held-back' };
      this.check(record);
      await process.handle(record);
      return undefined;
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  private async commit({ from, records }: Run, work: (tx: Tx, records: EventRecord[]) => Promise<void>): Promise<void> {
    const handled = records.filter(({ type }) => this.handles.has(type));
    if (handled.length === 0) return this.passOver({ from, records });
    await transaction(this.place.pool, async (tx) => {
      const held = await this.heldBack(tx, handled);
      const free = handled.filter(({ stream }) => !held.has(stream));
      for (const record of handled)
        if (held.has(record.stream)) await this.parkRecord(tx, record, 'behind a parked event');
      free.forEach((record) => this.check(record));
      if (free.length > 0) await work(tx, free);
      await this.advanceIn(tx, { from, records });
    });
    this.movedTo(records);
  }

  private async parkPoison(run: Run, error: unknown): Promise<void> {
    const [record] = run.records;
    if (!record) return;
    const reason = textOf(error).replaceAll('\0', '');
    await transaction(this.place.pool, async (tx) => {
      await this.parkRecord(tx, record, reason);
      await this.advanceIn(tx, run);
    });
    this.anyParked = true;
    this.place.alarm({ kind: 'parked', ...keyOf(this.place), pos: record.pos, stream: record.stream, error: reason });
    this.movedTo(run.records);
  }

  private parkRecord(tx: Tx, record: EventRecord, reason: string): Promise<void> {
    return park(tx, { ...keyOf(this.place), pos: record.pos, stream: record.stream, reason, record });
  }

  private async move(run: Run): Promise<void> {
    if (!run.records.some(({ type }) => this.handles.has(type))) return this.passOver(run);
    await this.advanceIn(direct(this.place.pool), run);
    this.movedTo(run.records);
  }

  private passOver({ from, records }: Run): void {
    this.passed = { from: this.passed?.from ?? from, records: records.slice(-1) };
    this.tellMoved(records);
  }

  /** Writes the cursor past what was passed over; after a crash before it, those records are passed over once more. */
  async save(): Promise<void> {
    const { passed } = this;
    if (!passed) return;
    await this.advanceIn(direct(this.place.pool), passed);
    this.passed = undefined;
  }

  private movedTo(records: EventRecord[]): void {
    this.passed = undefined;
    this.tellMoved(records);
  }

  private async advanceIn(tx: Tx, run: Run): Promise<void> {
    const from = this.passed?.from ?? run.from;
    const last = run.records.at(-1);
    if (!last) return;
    if (!(await advance(tx, { ...keyOf(this.place), from, to: last.pos, digest: last.chain }))) throw new CursorMoved();
  }

  private tellMoved(records: EventRecord[]): void {
    const last = records.at(-1);
    if (last) this.onMoved(last);
  }

  private async heldBack(tx: Tx, records: EventRecord[]): Promise<Set<string>> {
    if (!this.anyParked) return new Set();
    return parkedStreams(tx, { ...keyOf(this.place), streams: [...new Set(records.map(({ stream }) => stream))] });
  }

  private check(record: EventRecord): void {
    if (this.place.own) return;
    const { source, type, data } = record;
    if (data === undefined) throw new Error(`${type} of ${source} is not published`);
    contractOf(source, type)?.schema.parse(data);
  }

  /** In order of position; stops at the first that fails again. */
  async settle({ stream, end, by }: { stream: string; end: ParkedEnd; by: string }): Promise<number> {
    const key = keyOf(this.place);
    const parked = (await listParked(direct(this.place.pool), key.consumer)).filter(
      (row) => row.stream === stream && row.shard === key.shard && row.source === key.source,
    );
    for (const row of parked) {
      const record = row.record as EventRecord;
      if (end === 'replayed' && 'handle' in this.place.consumer) await this.place.consumer.handle(record);
      await transaction(this.place.pool, async (tx) => {
        if (end === 'replayed' && 'apply' in this.place.consumer) await this.place.consumer.apply(tx, [record]);
        await settleParked(tx, { key: { ...key, pos: row.pos }, end, by });
      });
    }
    await this.load();
    return parked.length;
  }
}
