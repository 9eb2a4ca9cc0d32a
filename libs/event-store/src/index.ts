export * from './types.js';
export * from './agreed.js';
