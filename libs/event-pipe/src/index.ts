export type { Context } from '@baogong/contracts';
export * from './consumers.js';
export * from './port.js';
