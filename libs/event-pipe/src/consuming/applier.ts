import { direct, parkedStreams, type CursorMove } from '@baogong/event-store';
import type { ProcessConsumer, Projection } from '../consumers.js';
import { isTransient, textOf } from '../failures.js';
import type { EventRecord } from '../port.js';
import { handleByStream } from './by-stream.js';
import { keyOf, type Place } from './place.js';
import { checkContract } from './settling.js';
import { Overtaken } from './shared-commit.js';

/** A run of records right after the cursor's position `from`. */
export interface Run {
  from: number;
  records: EventRecord[];
}

const STREAMS_AT_ONCE = 32;

/** Applies runs and moves the cursor with them; parks what can never be applied. */
export class Applier {
  private anyParked = false;
  /** Passed over since the cursor was last written: records that do not concern this consumer cost it no write. */
  private passed: Run | undefined;
  /** Handled beyond the cursor, while a record of another stream before them is not. A new process does them again. */
  private readonly done = new Set<number>();
  private readonly handles: Set<string>;

  constructor(
    private readonly place: Place,
    private readonly onMoved: (record: EventRecord) => void,
  ) {
    this.handles = new Set(place.consumer.handles);
  }

  async load(): Promise<void> {
    this.passed = undefined;
    this.done.clear();
    await this.lookForParked();
  }

  async lookForParked(): Promise<void> {
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
      await this.commit(run, { held: await this.heldBack(this.handledOf(run.records)), applying: true });
    } catch (error) {
      if (error instanceof Overtaken || isTransient(error)) throw error;
      const { from, records } = run;
      if (records.length === 1) return this.parkPoison(run, error);
      const middle = Math.floor(records.length / 2);
      await this.project(projection, { from, records: records.slice(0, middle) });
      await this.project(projection, { from: from + middle, records: records.slice(middle) });
    }
  }

  private async process(process: ProcessConsumer, { from, records }: Run): Promise<void> {
    const handled = this.handledOf(records);
    const held = await this.heldBack(handled);
    const free = handled.filter(({ stream, pos }) => !held.has(stream) && !this.done.has(pos));
    const failed = await handleByStream(free, STREAMS_AT_ONCE, async (record) => {
      checkContract(this.place, record);
      await process.handle(record);
      this.done.add(record.pos);
    });
    const handling = { held, applying: false };
    if (!failed) return this.commit({ from, records }, handling);
    const index = failed.record.pos - from - 1;
    if (index > 0) await this.commit({ from, records: records.slice(0, index) }, handling);
    if (isTransient(failed.error)) throw failed.error;
    await this.parkPoison({ from: from + index, records: [failed.record] }, failed.error);
    const rest = records.slice(index + 1);
    if (rest.length > 0) await this.process(process, { from: from + index + 1, records: rest });
  }

  /** @param held the streams that were held back when the records were gone through: asked anew, one might be lost */
  private async commit(run: Run, { held, applying }: { held: Set<string>; applying: boolean }): Promise<void> {
    const handled = this.handledOf(run.records);
    if (handled.length === 0) return this.passOver(run);
    const free = handled.filter(({ stream }) => !held.has(stream));
    if (applying) free.forEach((record) => checkContract(this.place, record));
    await this.place.commits.submit({
      consumer: this.place.consumer,
      move: this.moveOf(run),
      records: applying ? free : [],
      behind: handled.filter(({ stream }) => held.has(stream)),
    });
    this.movedTo(run.records);
  }

  private async parkPoison(run: Run, error: unknown): Promise<void> {
    const [record] = run.records;
    if (!record) return;
    const reason = textOf(error).replaceAll('\0', '');
    await this.place.commits.submit({
      consumer: this.place.consumer,
      move: this.moveOf(run),
      records: [],
      behind: [],
      poison: { record, reason },
    });
    this.anyParked = true;
    this.place.alarm({ kind: 'parked', ...keyOf(this.place), pos: record.pos, stream: record.stream, error: reason });
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
    const { consumer } = this.place;
    await this.place.commits.submit({ consumer, move: this.moveOf(passed), records: [], behind: [] });
    this.passed = undefined;
  }

  private movedTo(records: EventRecord[]): void {
    this.passed = undefined;
    this.tellMoved(records);
  }

  private moveOf({ from, records }: Run): CursorMove {
    const { pos, chain } = records.at(-1)!;
    return { ...keyOf(this.place), from: this.passed?.from ?? from, to: pos, digest: chain };
  }

  private tellMoved(records: EventRecord[]): void {
    for (const { pos } of records) this.done.delete(pos);
    const last = records.at(-1);
    if (last) this.onMoved(last);
  }

  private async heldBack(records: EventRecord[]): Promise<Set<string>> {
    if (!this.anyParked || records.length === 0) return new Set();
    const streams = [...new Set(records.map(({ stream }) => stream))];
    return parkedStreams(direct(this.place.pool), { ...keyOf(this.place), streams });
  }

  private handledOf(records: EventRecord[]): EventRecord[] {
    return records.filter(({ type }) => this.handles.has(type));
  }
}
