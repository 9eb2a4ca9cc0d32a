import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenAPI3 } from 'openapi-typescript';
import { clientTypes } from './client-types.js';

const root = resolve(import.meta.dirname, '../../..');
const document = JSON.parse(readFileSync(resolve(root, 'docs/openapi.json'), 'utf8')) as OpenAPI3;
const file = resolve(root, 'libs/client/src/interface.generated.ts');
writeFileSync(file, await clientTypes(document));
process.stdout.write(`${file} is written\n`);
