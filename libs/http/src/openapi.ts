import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ADDRESS_ID_PATTERN, schemaOfWhole } from './forms.js';
import { IF_MATCH_FORM, ROLE_FORM } from './caller.js';
import { describeBodies } from './openapi-schemas.js';
import { POSITIONS_FORM } from './positions.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type SchemaObject = Exclude<Schemas[string], { $ref: string }>;
export type OpenApiOptions = { title: string; version: string };
type Operation = {
  operationId?: string;
  parameters?: { name?: string; in?: string; schema?: unknown }[];
  requestBody?: { required?: boolean; content?: Record<string, { schema?: { $ref?: string } }> };
  responses: Record<string, unknown>;
  security?: Record<string, string[]>[];
};

const COMMAND_METHODS = ['post', 'put', 'patch', 'delete'];
const PROBLEM_STATUSES = ['400', '401', '403', '404', '409', '503'];
const COMMAND_PROBLEM_STATUSES = ['408', '412', '413', '415', '422', '428', '429'];

/** OpenAPI 3.1 of what the controllers of this application really accept. */
export function buildOpenApi(app: INestApplication, { title, version }: OpenApiOptions): OpenAPIObject {
  describeBodies();
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setVersion(version)
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...closed(document.components?.schemas ?? {}), Problem: PROBLEM_SCHEMA },
    responses: { Problem: PROBLEM_RESPONSE },
  };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (!isOperation(operation)) continue;
      operation.operationId = operationIdOf(method, path);
      complete(operation, COMMAND_METHODS.includes(method), document);
    }
  }
  document.paths = Object.fromEntries(
    Object.entries(document.paths).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  return document;
}

export function serveOpenApi(app: INestApplication, options: OpenApiOptions): void {
  SwaggerModule.setup('api/docs', app, () => buildOpenApi(app, options), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    yamlDocumentUrl: 'api/docs/openapi.yaml',
  });
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'responses' in value;

/** Out of what a caller sees, so that it is one of a kind over all services: get /api/v1/orders/{id} is getOrdersById. */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace('/api/v1/', '')
    .replace(/\{/g, 'by-')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

/** Unknown fields are refused, and the document says so. */
function closed(schemas: Schemas): Schemas {
  const named = Object.entries(schemas).map(([name, schema]) => [
    name,
    { ...schema, additionalProperties: false, ...schemaOfWhole(name) },
  ]);
  return Object.fromEntries(named) as Schemas;
}

function complete(operation: Operation, command: boolean, document: OpenAPIObject): void {
  operation.security = [{ bearer: [] }];
  requireWhatIsNeeded(operation, document);
  const parameters = (operation.parameters ?? []).map((parameter) =>
    parameter.in === 'path' ? { ...parameter, schema: { type: 'string', pattern: ADDRESS_ID_PATTERN } } : parameter,
  );
  const headers = command ? [IDEMPOTENCY_KEY, ROLE, IF_MATCH] : [ROLE, AFTER];
  const missing = headers.filter(
    (header) => !parameters.some(({ name }) => name?.toLowerCase() === header.name.toLowerCase()),
  );
  operation.parameters = [...parameters, ...missing];
  for (const status of [...PROBLEM_STATUSES, ...(command ? COMMAND_PROBLEM_STATUSES : [])]) {
    operation.responses[status] ??= { $ref: '#/components/responses/Problem' };
  }
}

/** A body of which no field is needed may stay away. */
function requireWhatIsNeeded({ requestBody }: Operation, { components }: OpenAPIObject): void {
  if (!requestBody) return;
  const { schema } = requestBody.content?.['application/json'] ?? {};
  const body = components?.schemas?.[String(schema?.$ref).split('/').at(-1)!] as { required?: string[] } | undefined;
  requestBody.required = (body?.required ?? []).length > 0;
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const ROLE = {
  name: 'Baogong-Role',
  in: 'header',
  required: false,
  description: 'The role you act in, if you hold several.',
  schema: { type: 'string', pattern: ROLE_FORM.source },
};
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The version you have read, as ETag gave it; amendments and adjustments need it.',
  schema: { type: 'string', pattern: IF_MATCH_FORM.source },
};
const AFTER = {
  name: 'Baogong-After',
  in: 'header',
  required: false,
  description: 'Answer only when these positions are visible, as Baogong-Position gave them.',
  schema: { type: 'string', pattern: POSITIONS_FORM.source },
};
const PROBLEM_RESPONSE = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const text: SchemaObject = { type: 'string' };
const PROBLEM_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'traceId', 'retryable'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: text,
    traceId: text,
    retryable: { type: 'boolean' },
    rule: text,
    basis: text,
    appeal: text,
    params: { type: 'object', additionalProperties: { oneOf: [text, { type: 'number' }] } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: { pointer: text, code: text, detail: text },
      },
    },
  },
};
