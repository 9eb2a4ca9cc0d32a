import { join, resolve } from 'node:path';
import { ACCEPTED } from './accepted.js';
import { eventBreaks, type AsyncApi } from './events.js';
import { interfaceBreaks, type OpenApi } from './interface.js';
import { newestRelease, readDocument } from './released.js';
import type { Schema } from './schemas.js';

const root = resolve(import.meta.dirname, '../../../..');
const released = newestRelease(root);
const openApi = () => readDocument<OpenApi>(join(root, 'docs'), 'openapi.json');
const asyncApi = () => readDocument<AsyncApi>(join(root, 'docs'), 'asyncapi.json');

describe('what others rely on', () => {
  it('is kept since the last release, but for what was decided on', () => {
    const found = [
      ...interfaceBreaks(readDocument<OpenApi>(released, 'openapi.json'), openApi()),
      ...eventBreaks(readDocument<AsyncApi>(released, 'asyncapi.json'), asyncApi()),
    ];
    expect(found.sort()).toEqual(Object.keys(ACCEPTED).sort());
  });
});

const text: Schema = { type: 'string' };
const several: Schema = { type: 'integer', minimum: 1, maximum: 9 };
const body = (schema: Schema) => ({ required: true, content: { 'application/json': { schema } } });
const answer = (schema: Schema) => ({ content: { 'application/json': { schema } } });
const kind: Schema = { type: 'string', enum: ['door', 'station'] };
const operation = {
  parameters: [{ name: 'status', in: 'query', schema: kind }],
  requestBody: body({ type: 'object', required: ['id'], properties: { id: text, quantity: several, kind } }),
  responses: {
    '200': answer({ type: 'object', required: ['id', 'kind'], properties: { id: text, kind, note: text } }),
  },
};
const before: OpenApi = { paths: { '/orders': { post: operation } } };
const changed = (change: (operation: (typeof before.paths)[string][string]) => void): OpenApi => {
  const after = structuredClone(before);
  change(after.paths['/orders']!['post']!);
  return after;
};
const schemaOf = (content: { content?: Record<string, { schema: Schema }> }) =>
  content.content!['application/json']!.schema as { required: string[]; properties: Record<string, Schema> };

describe('the comparison of interfaces', () => {
  it('lets an interface grow: a route, a field that may be missing, an answer’s field, a wider bound', () => {
    const after = changed((op) => {
      schemaOf(op.requestBody!).properties['comment'] = text;
      schemaOf(op.requestBody!).properties['quantity'] = { type: 'number', minimum: 0, maximum: 99 };
      schemaOf(op.responses['200']!).properties['more'] = text;
      op.parameters!.push({ name: 'limit', in: 'query', schema: several });
    });
    after.paths['/more'] = { get: { responses: {} } };
    expect(interfaceBreaks(before, after)).toEqual([]);
  });

  const planted: [string, OpenApi][] = [
    ['POST /orders is gone', { paths: {} }],
    ['POST /orders parameter query status is gone', changed((op) => (op.parameters = []))],
    [
      'POST /orders parameter query limit is required now',
      changed((op) => op.parameters!.push({ name: 'limit', in: 'query', required: true, schema: several })),
    ],
    [
      'POST /orders parameter query status /: "door" is gone',
      changed((op) => (op.parameters![0]!.schema = { type: 'string', enum: ['station'] })),
    ],
    [
      'POST /orders body /: quantity is required now',
      changed((op) => schemaOf(op.requestBody!).required.push('quantity')),
    ],
    [
      'POST /orders body /quantity: is refused now',
      changed((op) => (schemaOf(op.requestBody!).properties['quantity'] = false as unknown as Schema)),
    ],
    ['POST /orders body /quantity: is gone', changed((op) => delete schemaOf(op.requestBody!).properties['quantity'])],
    [
      'POST /orders body /quantity: type was integer and is string',
      changed((op) => (schemaOf(op.requestBody!).properties['quantity'] = { type: 'string', minimum: 1, maximum: 9 })),
    ],
    [
      'POST /orders body /quantity: maximum is 5, was 9',
      changed((op) => (schemaOf(op.requestBody!).properties['quantity'] = { ...several, maximum: 5 })),
    ],
    [
      'POST /orders body /id: pattern is ^a, was free',
      changed((op) => (schemaOf(op.requestBody!).properties['id'] = { ...text, pattern: '^a' })),
    ],
    [
      'POST /orders answer 200 /note: is gone',
      changed((op) => delete schemaOf(op.responses['200']!).properties['note']),
    ],
    [
      'POST /orders answer 200 /kind: "door" is gone',
      changed((op) => (schemaOf(op.responses['200']!).properties['kind'] = { type: 'string', enum: ['station'] })),
    ],
    [
      'POST /orders answer 200 /: kind may be missing now',
      changed((op) => (schemaOf(op.responses['200']!).required = ['id'])),
    ],
    [
      'POST /orders answer 200 /id: type was string and is string|null',
      changed((op) => (schemaOf(op.responses['200']!).properties['id'] = { type: ['string', 'null'] })),
    ],
  ];
  it.each(planted)('tells that %s', (told, after) => expect(interfaceBreaks(before, after)).toEqual([told]));

  it('tells another status', () => {
    const after = changed((op) => (op.responses = { '202': op.responses['200']! }));
    expect(interfaceBreaks(before, after)).toEqual([
      'POST /orders no longer answers 200',
      'POST /orders answers 202 now',
    ]);
  });
});

describe('the comparison of events', () => {
  const orderPlaced = 'orders.OrderPlaced';
  const after = (change: (message: AsyncApi['components']['messages'][string], document: AsyncApi) => void) => {
    const document = asyncApi();
    change(document.components.messages[orderPlaced]!, document);
    return eventBreaks(asyncApi(), document);
  };
  const fields = (message: { payload?: Schema }) => message.payload as { properties: Record<string, Schema> };

  it('lets a new version have a field more', () =>
    expect(
      after((message) => {
        message.name = 'OrderPlaced.v9';
        fields(message).properties['more'] = text;
      }),
    ).toEqual([]));

  it('tells the same version with another schema', () =>
    expect(after((message) => (fields(message).properties['more'] = text))).toEqual([
      'orders OrderPlaced payload is another and the version the same (OrderPlaced.v1)',
    ]));

  it('tells a field that is gone or of another type, whatever the version', () => {
    const raised = { name: 'OrderPlaced.v9' };
    expect(
      after((message) => {
        Object.assign(message, raised);
        delete fields(message).properties['orderId'];
      }),
    ).toEqual(['orders OrderPlaced payload /orderId: is gone']);
    expect(
      after((message) => {
        Object.assign(message, raised);
        fields(message).properties['orderId'] = { type: 'integer' };
      }),
    ).toEqual(['orders OrderPlaced payload /orderId: type was string and is integer']);
  });

  it('tells an event, a topic or a header that is gone', () => {
    expect(after((_, { channels }) => delete channels['orders']!.messages['OrderPlaced'])).toEqual([
      'orders OrderPlaced is gone',
    ]);
    expect(after((_, { channels }) => (channels['orders']!.address = 'orders.events.v2'))).toEqual([
      'channel orders has another topic or number of partitions',
    ]);
    const headerless = after((_, { components }) => {
      delete (components.schemas!['RecordHeaders'] as { properties: Record<string, Schema> }).properties['ce_pos'];
    });
    expect(headerless).toContain('orders OrderPlaced headers /ce_pos: is gone');
  });
});
