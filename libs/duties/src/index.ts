export * from './actions.js';
export * from './evaluate.js';
export * from './matrix.js';
export * from './roles.js';
