export * from './amounts.js';
export * from './drawers.js';
export * from './hash.js';
export * from './succession.js';
export * from './territory.js';
export * from './time.js';
export * from './uuid.js';
