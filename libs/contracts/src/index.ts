export * from './contract.js';
export * from './delivery.js';
export * from './every.js';
export * from './inventory.js';
export * from './orders.js';
export * from './oversight.js';
export * from './registry.js';
export * from './topics.js';
