export { run, USAGE } from './main-cli.js';
export type { Output } from './main-cli.js';
