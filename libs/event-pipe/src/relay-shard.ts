import type { RelayRow } from '@baogong/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { backOffMs } from './failures.js';
import { publishedRecord } from './records.js';
import type { RelayOptions } from './relay-options.js';

const BATCH = 500;

/** One shard while its lease is ours: reads after what was recorded, publishes, records; one request in flight. */
export class RelayShard {
  private working: Promise<void> | undefined;
  private again = false;
  private unread = false;
  private lost = false;
  private failures = 0;
  private notBefore = 0;
  private lastSentAt = 0;

  constructor(
    private readonly options: RelayOptions & { record(row: RelayRow): Promise<boolean> },
    readonly row: RelayRow,
    private heldUntil: number,
  ) {}

  prolong(until: number): void {
    this.heldUntil = until;
  }

  held(): boolean {
    return this.mayPublish();
  }

  lose(): void {
    this.lost = true;
  }

  /** Called at every poll with the head as just read. */
  look(head: number): void {
    if (head > this.row.pos) this.wake();
    else if (this.owesSignOfLife()) this.turnTo();
  }

  /** Something was appended. */
  wake(): void {
    this.unread = true;
    this.turnTo();
  }

  private turnTo(): void {
    this.again = true;
    if (this.working || !this.mayPublish() || Date.now() < this.notBefore) return;
    this.working = this.work()
      .then(() => {
        this.failures = 0;
      })
      .catch((error: unknown) => {
        this.notBefore = Date.now() + backOffMs(++this.failures);
        this.options.onError?.(error);
      })
      .finally(() => {
        this.working = undefined;
        if (this.again) this.turnTo();
      });
  }

  async close(deadlineMs: number): Promise<void> {
    this.lost = true;
    await Promise.race([this.working, sleep(deadlineMs, undefined, { ref: false })]);
  }

  private mayPublish(): boolean {
    return !this.lost && Date.now() < this.heldUntil;
  }

  private async work(): Promise<void> {
    while (this.again && this.mayPublish()) {
      this.again = false;
      const sent = this.unread ? await this.publishUnread() : 0;
      if (sent === 0 && this.owesSignOfLife()) await this.giveSignOfLife();
    }
  }

  /** What fails stays unread: the next turn reads it again. */
  private async publishUnread(): Promise<number> {
    this.unread = false;
    try {
      const sent = await this.publishFrom(this.row.pos);
      if (sent === BATCH) this.again = this.unread = true;
      return sent;
    } catch (error) {
      this.unread = true;
      throw error;
    }
  }

  private owesSignOfLife(): boolean {
    return Date.now() - this.lastSentAt >= (this.options.heartbeatMs ?? 500);
  }

  private async publishFrom(from: number): Promise<number> {
    const { store, source, published } = this.options;
    const events = await store.read(this.row.shard, from, BATCH);
    const last = events.at(-1);
    if (!last || !this.mayPublish()) return 0;
    const offset = await this.send(
      events.map((event) => publishedRecord(event, { source, published })),
      last,
    );
    await this.record({
      ...this.row,
      pos: last.pos,
      digest: last.chain,
      brokerOffset: offset ?? this.row.brokerOffset,
    });
    return events.length;
  }

  private async giveSignOfLife(): Promise<void> {
    const offset = await this.send([], { pos: this.row.pos, chain: this.row.digest });
    if (offset === undefined || offset > this.row.brokerOffset) return;
    // The broker counts from anew: it was wiped. Its last record tells consumers what they miss.
    if (this.row.pos > 0) await this.publishFrom(this.row.pos - 1);
  }

  private async send(records: ReturnType<typeof publishedRecord>[], last: { pos: number; chain: string }) {
    const { pipe, source, onPoint } = this.options;
    const { shard, epoch } = this.row;
    const head = { pos: last.pos, epoch, ...(last.chain !== '' && { chain: last.chain }) };
    if (records.length > 0) onPoint?.('before-publish', shard);
    const offset = await pipe.publish({ source, shard, epoch, records, head });
    this.lastSentAt = Date.now();
    if (records.length > 0) onPoint?.('after-publish', shard);
    return offset;
  }

  private async record(row: RelayRow): Promise<void> {
    if (!(await this.options.record(row))) {
      this.lost = true;
      return;
    }
    Object.assign(this.row, row);
    this.options.onPoint?.('after-record', row.shard);
  }
}
