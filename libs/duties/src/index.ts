export * from './actions.js';
export * from './conditions.js';
export * from './delegable.js';
export * from './evaluate.js';
export * from './matrix.js';
export * from './packing.js';
export * from './refusal-words.js';
export * from './roles.js';
