/** What an installation is put together from, for those who put it together in another way. */
export { environmentOf } from './distributed/environment.js';
export type { ServiceAddress } from './distributed/environment.js';
export { openGateway } from './distributed/gateway.js';
export { markDrills } from './distributed/mark-drills.js';
export { ServiceProcess } from './distributed/service-process.js';
export { openKeys } from './keys.js';
export type { KeyFolder } from './keys.js';
export { openLogs } from './logs.js';
export type { Logs } from './logs.js';
export { ownerOf } from './owners.js';
export { freePort } from './ports.js';
export { startCluster } from './postgres/cluster.js';
export type { Cluster } from './postgres/cluster.js';
export { ensureDatabases } from './postgres/databases.js';
export type { DatabaseUrls } from './postgres/databases.js';
export { isAlive, waitUntilGone } from './processes.js';
export { Teardown } from './teardown.js';
