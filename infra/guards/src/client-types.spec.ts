import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenAPI3 } from 'openapi-typescript';
import { clientTypes } from './client-types.js';

const root = resolve(import.meta.dirname, '../../..');
const committed = readFileSync(resolve(root, 'libs/client/src/interface.generated.ts'), 'utf8');
const document = () => JSON.parse(readFileSync(resolve(root, 'docs/openapi.json'), 'utf8')) as OpenAPI3;

describe('the types of the client', () => {
  it('are those of the OpenAPI document', async () => expect(await clientTypes(document())).toBe(committed));

  it('are told to be old when the document has a route more', async () => {
    const { paths, ...rest } = document();
    const planted = { ...rest, paths: { ...paths, '/api/v1/planted': { get: { responses: {} } } } };
    expect(await clientTypes(planted)).not.toBe(committed);
  });
});
