import { register } from 'node:module';
import { editsIn } from './edits.js';

/** Loaded into a service by NODE_OPTIONS: what it loads after this is changed on its way from the disk. */
register('./hooks.js', { parentURL: import.meta.url, data: editsIn(process.env) });
