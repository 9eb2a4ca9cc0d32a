export * from './types.js';
export { Batcher, type BatcherOptions } from './batcher.js';
export {
  advance,
  advanceAll,
  cursorOf,
  cursorsOf,
  rewindCursor,
  type Cursor,
  type CursorKey,
  type CursorMove,
} from './cursors.js';
export {
  createClock,
  installationOf,
  markDrill,
  moveClock,
  type Installation,
  type RunningClock,
} from './installation.js';
export {
  firstParked,
  holdParkedStreams,
  listParked,
  park,
  parkAgain,
  parkedAt,
  parkedPage,
  parkedStreams,
  settleParked,
  type Parked,
  type ParkedEnd,
  type ParkedKey,
  type ParkedRecord,
} from './parked.js';
export { giveUpLeases, joinReplicas, recordRelayed, relayRows, takeRelayLeases, type RelayRow } from './relay.js';
export { migrate, type MigrateOptions } from './schema/migrate.js';
export { eventStoreMigrations, type MigrationClass } from './schema/migrations.js';
export { databaseTrouble, placeOf, withDatabase } from './schema/reaching.js';
export {
  clockTrouble,
  dataTrouble,
  keyTrouble,
  migrationNames,
  requireSound,
  type KeyCheck,
} from './schema/soundness.js';
export { createReader, upcastBy, type Reader, type Upcast } from './reading.js';
export { SHARD_HASH, SHARDS, shardOf } from './shards.js';
export { createEventStore } from './store.js';
export { cancelTimer, runTimers, scheduleTimer, type TimerOptions, type TimerRunner } from './timers.js';
export { direct, transaction } from './transaction.js';
export { HOUSEHOLD_KEY_TABLES, HouseholdKeys, type HouseholdKey, type KeyPurpose } from './vault/household-keys.js';
export { openSealed, seal, type Sealed } from './vault/seal.js';
