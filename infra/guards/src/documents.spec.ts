import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documents } from './documents.js';

const root = resolve(import.meta.dirname, '../../..');

describe('the pages that are written from the code', () => {
  it('are as the code is (npm run docs)', async () => {
    for (const [path, text] of await documents(root)) {
      expect({ path, text: readFileSync(join(root, path), 'utf8') }).toEqual({ path, text });
    }
  });
});
