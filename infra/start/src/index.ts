export { startEmbedded, VERSION } from './embedded.js';
export type { Instance } from './embedded.js';
export { installedDatabases } from './installed.js';
export { runningInstance } from './lock.js';
export type { StartOptions } from './options.js';
