export type * from './types.js';
export type * from './desk-types.js';
