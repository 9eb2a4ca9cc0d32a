import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documents } from './documents.js';

const root = resolve(import.meta.dirname, '../../..');
for (const [path, text] of await documents(root)) writeFileSync(join(root, path), text);
