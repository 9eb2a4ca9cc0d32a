export { COMMUNITY } from './community.js';
export * from './load.js';
export { postBy } from './post.js';
export * from './read-sample.js';
