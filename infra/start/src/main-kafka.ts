export { runDistributed as run } from './distributed/run.js';
