import type { Context } from '@baogong/contracts';
import type { Pool } from '@baogong/event-store';
import type { Consumer, PipeAlarm } from '../consumers.js';
import type { EventRecord, ReadRequest } from '../port.js';
import type { SharedCommit } from './shared-commit.js';

/** Where one consumer works on one shard, and what it works with. */
export interface Place {
  consumer: Consumer;
  source: Context;
  shard: number;
  /** Its own log comes with private data and needs no check against the contract. */
  own: boolean;
  pool: Pool;
  /** The service's one. */
  commits: SharedCommit;
  batchSize: number;
  read(request: ReadRequest): Promise<EventRecord[]>;
  alarm(alarm: PipeAlarm): void;
}

export function keyOf({ consumer, source, shard }: Place) {
  return { consumer: consumer.name, source, shard };
}
