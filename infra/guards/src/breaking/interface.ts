import { breaksOf, resolved, type Documents, type Schema } from './schemas.js';

type Content = Record<string, { schema: Schema }>;
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Schema & { content?: Content }>;
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

const JSON_TYPE = 'application/json';

/** @returns what a client written for the earlier OpenAPI document would stumble over in the later one */
export function interfaceBreaks(before: OpenApi, after: OpenApi): string[] {
  return Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, old]) => {
      const route = `${method.toUpperCase()} ${path}`;
      const now = after.paths[path]?.[method];
      if (!now) return [`${route} is gone`];
      const found = [
        ...parameterBreaks(old, now, { before, after, read: 'by us' }),
        ...bodyBreaks(old, now, { before, after, read: 'by us' }),
        ...answerBreaks(old, now, { before, after, read: 'by others' }),
      ];
      return found.map((what) => `${route} ${what}`);
    }),
  );
}

function parameterBreaks(old: Operation, now: Operation, documents: Documents): string[] {
  const nameOf = ({ in: where, name }: Parameter) => `${where} ${name}`.toLowerCase();
  const earlier = new Map((old.parameters ?? []).map((one) => [nameOf(one), one]));
  const later = new Map((now.parameters ?? []).map((one) => [nameOf(one), one]));
  // A path's parameters are told by their place, and a header that nobody reads any more does no harm.
  const gone = [...earlier.values()].filter((one) => one.in === 'query' && !later.has(nameOf(one)));
  return [
    ...gone.map((one) => `parameter ${nameOf(one)} is gone`),
    ...[...later].flatMap(([name, next]) => {
      const before = earlier.get(name);
      if (next.in === 'path') return [];
      if (next.required && !before?.required) return [`parameter ${name} is required now`];
      if (!before) return [];
      return breaksOf({ before: before.schema, after: next.schema }, documents).map((at) => `parameter ${name} ${at}`);
    }),
  ];
}

function bodyBreaks(old: Operation, now: Operation, documents: Documents): string[] {
  const [before, after] = [old.requestBody, now.requestBody];
  if (!after) return before ? ['body is gone'] : [];
  if (!before) return after.required ? ['body is required now'] : [];
  const [earlier, later] = [before.content[JSON_TYPE], after.content[JSON_TYPE]];
  if (!earlier) return [];
  if (!later) return [`body is no longer taken as ${JSON_TYPE}`];
  return breaksOf({ before: earlier.schema, after: later.schema }, documents).map((at) => `body ${at}`);
}

function answerBreaks(old: Operation, now: Operation, documents: Documents): string[] {
  const good = ({ responses }: Operation) => Object.keys(responses).filter((status) => status.startsWith('2'));
  const [earlier, later] = [good(old), good(now)];
  const changed = [
    ...earlier.filter((status) => !later.includes(status)).map((status) => `no longer answers ${status}`),
    ...later.filter((status) => !earlier.includes(status)).map((status) => `answers ${status} now`),
  ];
  const kept = Object.keys(old.responses).filter((status) => now.responses[status]);
  return [...changed, ...kept.flatMap((status) => contentBreaks(status, { old, now }, documents))];
}

function contentBreaks(status: string, { old, now }: { old: Operation; now: Operation }, documents: Documents) {
  const contentOf = (operation: Operation, document: object) =>
    (resolved(operation.responses[status]!, document)['content'] ?? {}) as Content;
  const later = contentOf(now, documents.after);
  return Object.entries(contentOf(old, documents.before)).flatMap(([type, { schema }]) => {
    const next = later[type];
    if (!next) return [`${status} is no longer answered as ${type}`];
    return breaksOf({ before: schema, after: next.schema }, documents).map((at) => `answer ${status} ${at}`);
  });
}
