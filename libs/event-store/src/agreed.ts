import type { IssuedCommand } from '@baogong/decider';
import type { Clock, Instant } from '@baogong/kernel';
import type { MigrationInterface } from 'typeorm';
import type { EventStore, EventStoreOptions, Pool, Tx } from './types.js';

export type MigrationClass = new () => MigrationInterface;
export interface Installation {
  drill: boolean;
  clockOffsetMs: number;
  shards: number;
  shardHash: string;
  service: string | undefined;
}
export interface RunningClock extends Clock {
  ready: Promise<void>;
  refresh(): Promise<void>;
  close(): void;
}
export interface CursorKey {
  consumer: string;
  source: string;
  shard: number;
}
export interface Cursor extends CursorKey {
  pos: number;
  digest: string;
  generation: number;
}
export interface ParkedRecord extends CursorKey {
  pos: number;
  stream: string;
  reason: string;
  record: unknown;
}
export declare const SHARDS: 16;
export declare const eventStoreMigrations: MigrationClass[];
export declare function shardOf(streamId: string): number;
export declare function createEventStore(options: EventStoreOptions): Promise<EventStore>;
export declare function migrate(options: { ownerUrl: string; appRole: string; migrations: MigrationClass[] }): Promise<void>;
export declare function createClock(pool: Pool): RunningClock;
export declare function markDrill(pool: Pool): Promise<void>;
export declare function moveClock(pool: Pool, offsetMs: number): Promise<void>;
export declare function installationOf(pool: Pool): Promise<Installation>;
export declare function transaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T>;
export declare function advance(
  tx: Tx,
  move: CursorKey & { from: number; to: number; digest: string },
): Promise<boolean>;
export declare function cursorOf(tx: Tx, key: CursorKey): Promise<Cursor>;
export declare function cursorsOf(tx: Tx, consumer: string): Promise<Cursor[]>;
export declare function park(tx: Tx, record: ParkedRecord): Promise<void>;
export declare function listParked(tx: Tx, consumer?: string): Promise<ParkedRecord[]>;
export declare function scheduleTimer(
  tx: Tx,
  timer: { id: string; dueAt: Instant; command: IssuedCommand },
): Promise<void>;
export declare function cancelTimer(tx: Tx, id: string): Promise<void>;
export declare function runTimers(options: {
  pool: Pool;
  clock: Clock;
  fire(timerId: string, command: IssuedCommand): Promise<void>;
  pollMs?: number;
}): { close(): Promise<void> };
