export { COMMUNITY } from './community.js';
export * from './read-sample.js';
