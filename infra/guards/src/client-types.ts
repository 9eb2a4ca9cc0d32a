import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEAD = '// Written by `npm run openapi` out of docs/openapi.json.\n';

/** @returns the TypeScript types of an OpenAPI document, as libs/client has them */
export async function clientTypes(document: OpenAPI3): Promise<string> {
  return HEAD + astToString(await openapiTS(document));
}
