export type { History } from './acknowledged.js';
export type { CursorSeen } from './cursors.js';
export type { Finding } from './finding.js';
export { INVARIANTS } from './invariants.js';
export { countEvents } from './log.js';
export { readCursors, verifyLedger } from './ledger.js';
export type { LedgerOptions } from './ledger.js';
export { SERVICES, Snapshot } from './snapshot.js';
export type { Service } from './snapshot.js';
