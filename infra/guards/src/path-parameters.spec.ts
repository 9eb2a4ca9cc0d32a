import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Operation {
  parameters?: { in: string; name: string }[];
}
type Paths = Record<string, Record<string, Operation>>;

const committed = readFileSync(resolve(import.meta.dirname, '../../../docs/openapi.json'), 'utf8');
const paths = () => (JSON.parse(committed) as { paths: Paths }).paths;

describe('parameters in the paths of the OpenAPI document', () => {
  it('are declared by every operation of the path', () => {
    expect(Object.keys(paths()).length).toBeGreaterThan(80);
    expect(undeclared(paths())).toEqual([]);
  });

  it('are missed where an operation does not declare one', () => {
    const planted = paths();
    planted['/api/v1/orders/{id}']!['get']!.parameters = [{ in: 'query', name: 'id' }];
    expect(undeclared(planted)).toEqual(['get /api/v1/orders/{id} id']);
  });
});

/** Clients made from the document could not fill these in. */
function undeclared(all: Paths): string[] {
  return Object.entries(all).flatMap(([path, operations]) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    return Object.entries(operations).flatMap(([method, { parameters = [] }]) =>
      named
        .filter((name) => !parameters.some((parameter) => parameter.in === 'path' && parameter.name === name))
        .map((name) => `${method} ${path} ${name}`),
    );
  });
}
