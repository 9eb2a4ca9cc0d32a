export { COMMUNITY } from './community.js';
export * from './load.js';
export * from './read-sample.js';
