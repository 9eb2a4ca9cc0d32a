import { BROKER_FAULTS } from './broker.js';
import { DATABASE_FAULTS } from './database.js';
import type { Fault } from './fault.js';
import { HOT_FAULTS } from './hot.js';
import { KILLS } from './kills.js';
import { NETWORK_FAULTS } from './network.js';
import { PROCESS_FAULTS } from './processes.js';

/** The numbers are those of the matrix that the engine is held against; what has none there has a name. */
export const FAULTS: readonly Fault[] = [
  ...KILLS,
  ...DATABASE_FAULTS,
  ...BROKER_FAULTS,
  ...NETWORK_FAULTS,
  ...PROCESS_FAULTS,
  ...HOT_FAULTS,
];
