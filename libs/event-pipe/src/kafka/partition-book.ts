import type { Context } from '@baogong/contracts';
import type { ConsumeOptions, Partition, PartitionLag } from '../port.js';

interface Entry extends Partition {
  at: number;
  head: number;
  paused: boolean;
  assigned: boolean;
  next?: string;
}

/** What one member knows of its partitions. Positions are the producer's, offsets the broker's. */
export class PartitionBook {
  private readonly entries = new Map<string, Entry>();
  private working = 0;

  constructor(private readonly consume: Pick<ConsumeOptions, 'onAssign' | 'onRevoke'>) {}

  assign(partitions: Partition[]): void {
    const now = new Set(partitions.map(nameOf));
    for (const entry of this.entries.values()) if (!now.has(nameOf(entry))) this.revoke(entry);
    for (const partition of partitions) {
      const entry = this.entryOf(partition);
      if (entry.assigned) continue;
      entry.assigned = true;
      // Positions are looked up again with the first batch; a failure here is met there.
      void this.consume.onAssign?.(partition).catch(() => undefined);
    }
  }

  revokeAll(): void {
    for (const entry of this.entries.values()) this.revoke(entry);
  }

  setPaused(partition: Partition, paused: boolean): void {
    this.entryOf(partition).paused = paused;
  }

  isPaused(partition: Partition): boolean {
    return this.entryOf(partition).paused;
  }

  pausedOnes(): Partition[] {
    return [...this.entries.values()].filter(({ paused }) => paused);
  }

  delivered(partition: Partition, to: { pos: number; head: number; offset: string }): void {
    const entry = this.entryOf(partition);
    entry.at = Math.max(entry.at, to.pos);
    entry.head = Math.max(entry.head, to.head, to.pos);
    entry.next = String(BigInt(to.offset) + 1n);
  }

  takeOffsets(): (Partition & { next: string })[] {
    const taken: (Partition & { next: string })[] = [];
    for (const entry of this.entries.values()) {
      if (entry.next !== undefined && entry.assigned)
        taken.push({ source: entry.source, shard: entry.shard, next: entry.next });
      delete entry.next;
    }
    return taken;
  }

  async while<T>(work: () => Promise<T>): Promise<T> {
    this.working++;
    try {
      return await work();
    } finally {
      this.working--;
    }
  }

  busy(): boolean {
    return this.working > 0;
  }

  lag(): PartitionLag[] {
    return [...this.entries.values()]
      .filter(({ assigned }) => assigned)
      .map(({ source, shard, at, head }) => ({ source, shard, at, head }));
  }

  private revoke(entry: Entry): void {
    if (!entry.assigned) return;
    entry.assigned = false;
    delete entry.next;
    this.consume.onRevoke?.({ source: entry.source, shard: entry.shard });
  }

  private entryOf({ source, shard }: { source: Context; shard: number }): Entry {
    const name = nameOf({ source, shard });
    const known = this.entries.get(name);
    if (known) return known;
    const fresh = { source, shard, at: 0, head: 0, paused: false, assigned: false };
    this.entries.set(name, fresh);
    return fresh;
  }
}

function nameOf({ source, shard }: Partition): string {
  return `${source}:${shard}`;
}
