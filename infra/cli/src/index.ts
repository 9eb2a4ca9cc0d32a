export { run } from './main-cli.js';
export type { Output } from './command.js';
