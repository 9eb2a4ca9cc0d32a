import type { Context } from '@baogong/contracts';
import type { EventStore, Pool } from '@baogong/event-store';
import type { EventPipe, PublishedMap } from './port.js';

export type RelayPoint = 'before-publish' | 'after-publish' | 'after-record';

export interface RelayOptions {
  store: EventStore;
  pool: Pool;
  pipe: EventPipe;
  source: Context;
  published: PublishedMap;
  /** Two relays with one name would share a lease; each process has its own. */
  holder?: string;
  leaseMs?: number;
  pollMs?: number;
  heartbeatMs?: number;
  onError?(error: unknown): void;
  /** Called at each step between the log and its record of progress: fault tests end the process there. */
  onPoint?(point: RelayPoint, shard: number): void;
}
