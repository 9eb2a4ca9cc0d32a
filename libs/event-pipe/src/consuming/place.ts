import type { Context } from '@baogong/contracts';
import type { Pool } from '@baogong/event-store';
import type { Consumer, PipeAlarm } from '../consumers.js';
import type { EventRecord, ReadRequest } from '../port.js';

/** Where one consumer works on one shard, and what it works with. */
export interface Place {
  consumer: Consumer;
  source: Context;
  shard: number;
  /** Its own log comes with private data and needs no check against the contract. */
  own: boolean;
  pool: Pool;
  batchSize: number;
  read(request: ReadRequest): Promise<EventRecord[]>;
  alarm(alarm: PipeAlarm): void;
}

export function keyOf({ consumer, source, shard }: Place) {
  return { consumer: consumer.name, source, shard };
}

/** Another process moved the cursor first; nothing of ours was kept. */
export class CursorMoved extends Error {
  constructor() {
    super('the cursor was moved by another process');
  }
}
