import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Schema = { type?: string; additionalProperties?: unknown; [keyword: string]: unknown };
interface Response {
  content?: Record<string, { schema?: Schema }>;
}
type Paths = Record<string, Record<string, { responses: Record<string, Response> }>>;

const committed = readFileSync(resolve(import.meta.dirname, '../../../docs/openapi.json'), 'utf8');
const paths = () => (JSON.parse(committed) as { paths: Paths }).paths;

describe('good answers in the OpenAPI document', () => {
  it('are there for every operation, each with a schema', () => {
    expect(Object.keys(paths()).length).toBeGreaterThan(80);
    expect(undescribed(paths())).toEqual([]);
  });

  it('hold no field that is not announced', () => expect(open(paths())).toEqual([]));

  it('are missed where an operation has none, none with a schema, or one that lets any field through', () => {
    const planted = paths();
    planted['/api/v1/orders']!['get']!.responses = { '400': {} };
    planted['/api/v1/rounds']!['get']!.responses = { '200': { content: { 'application/json': {} } } };
    planted['/api/v1/stations']!['get']!.responses['202'] = {};
    const loose = { type: 'array', items: { anyOf: [{ type: 'object', properties: {} }] } };
    planted['/api/v1/stock']!['get']!.responses['200'] = { content: { 'application/json': { schema: loose } } };
    expect(undescribed(planted)).toEqual([
      'get /api/v1/orders has no good answer',
      'get /api/v1/rounds 200',
      'get /api/v1/stations 202',
    ]);
    expect(open(planted)).toEqual(['get /api/v1/stock 200/items/anyOf/0']);
  });
});

function* goodAnswers(all: Paths): Generator<[where: string, response: Response]> {
  for (const [path, operations] of Object.entries(all)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      for (const [status, response] of Object.entries(responses)) {
        if (/^2/.test(status) && status !== '204') yield [`${method} ${path} ${status}`, response];
      }
    }
  }
}

function undescribed(all: Paths): string[] {
  const answered = new Set([...goodAnswers(all)].map(([where]) => where.replace(/ \d+$/, '')));
  const operations = Object.entries(all).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const silent = operations.filter((operation) => !answered.has(operation));
  const bare = [...goodAnswers(all)].filter(([, { content }]) => {
    const types = Object.values(content ?? {});
    return types.length === 0 || types.some(({ schema }) => schema === undefined || Object.keys(schema).length === 0);
  });
  return [...silent.map((operation) => `${operation} has no good answer`), ...bare.map(([where]) => where)];
}

/** Objects of good answers, by their place, that may hold more than they name. A map says what its values are. */
function open(all: Paths): string[] {
  return [...goodAnswers(all)].flatMap(([where, { content }]) =>
    Object.values(content ?? {}).flatMap(({ schema }) => openObjects(schema, where)),
  );
}

function openObjects(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties: more } = schema as Schema;
  const closed = type !== 'object' || more === false || (typeof more === 'object' && Object.keys(more!).length > 0);
  const below = Object.entries(schema).flatMap(([name, part]) => openObjects(part, `${at}/${name}`));
  return [...(closed ? [] : [at]), ...below];
}
