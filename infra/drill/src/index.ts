export type { Answer } from './answer.js';
export { Client, newId, type Sending, type TokenOf } from './client.js';
export { found, type Founded } from './communities/founding.js';
export { crowd } from './crowd.js';
export { conditions, withSection } from './figures/document.js';
export { leanExchange } from './exchange.js';
export { History } from './history.js';
export { startInstance, type Instance } from './instance.js';
export { until } from './until.js';
