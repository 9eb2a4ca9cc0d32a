import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import addFormatsModule from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { Documented, type Documentation } from '../documented.js';
import { KEPT, type Attack, type Reply } from './attack.js';

const PAGE = readFileSync(resolve(import.meta.dirname, '../../../../../docs/problems.md'), 'utf8');
const PROBLEMS = new Map([...PAGE.matchAll(/^## `([a-z-]+)` \((\d{3})/gm)].map(([, name, status]) => [name, status]));
const REFUSED_UNREAD = [400, 413, 415];
const NOT_NOW = [429, 503];
/** What only somebody who reads our code, our libraries or our database could have written. */
const INTERNALS = [
  /\n\s+at \S/,
  /node_modules|node:internal|file:\/\//,
  /\/(work|home|tmp|usr|var)\//,
  /\.(ts|js|mjs):\d/,
  /\b(select|insert into|update|delete from)\b.*\b(from|where|values|set)\b/i,
  /syntax error at|invalid input syntax|relation "|column "|violates|SQLSTATE/i,
  /postgres|typeorm|fastify|FST_|nestjs|class-validator|kafkajs|ajv/i,
  /(Syntax|Type|Range|Reference)Error|Unexpected token|Cannot read prop|is not a function|ECONN/,
];

interface Schema {
  $ref?: string;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
}
export interface OpenApi extends Documentation {
  paths: Record<string, Record<string, Operation & Documentation['paths'][string][string]>>;
  components: object;
}

/** An opinion of its own about what the document allows: it shares no code with what checks requests in the product. */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly known = new Map<string, ValidateFunction>();

  private readonly documented: Documented;

  constructor(private readonly document: OpenApi) {
    this.documented = new Documented(document);
    const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: 'doc', components: document.components });
  }

  operation({ route, method }: Attack): Operation | undefined {
    return this.document.paths[route]?.[method.toLowerCase()];
  }

  /** Whether the document allows the body; undefined where nothing can be said. */
  allowsBody(attack: Attack): boolean | undefined {
    const operation = this.operation(attack);
    const schema = operation?.requestBody?.content['application/json']?.schema;
    if (!schema) return undefined;
    if (attack.body === undefined) return operation.requestBody?.required ? false : undefined;
    const value = parsed(attack.body);
    return value !== NOT_JSON && this.holds(schema, value);
  }

  allowsQuery(attack: Attack): boolean | undefined {
    const operation = this.operation(attack);
    if (!operation || attack.query === undefined) return undefined;
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    // What a route does not ask about it does not read.
    if (parameters.length === 0) return undefined;
    return attack.query.every(([name, text], index, all) => {
      const parameter = parameters.find((one) => one.name === name);
      if (!parameter || all.findIndex(([other]) => other === name) !== index) return false;
      return this.holds(parameter.schema, typed(parameter.schema, text)) && !text.includes('\u0000');
    });
  }

  /** What is wrong with an answer; nothing, if all is well. */
  complaints(attack: Attack, reply: Reply): string[] {
    return [
      ...this.ofAcceptance(attack, reply),
      ...ofServerFault(reply),
      ...this.ofGoodAnswer(attack, reply),
      ...(reply.status >= 400 ? this.ofProblem(attack, reply) : []),
      ...INTERNALS.filter((words) => words.test(reply.text)).map((words) => `tells internals: ${words.source}`),
    ];
  }

  private ofAcceptance(attack: Attack, { status }: Reply): string[] {
    if (!attack.ordinary || NOT_NOW.includes(status) || !this.operation(attack)) return [];
    if (this.allowsBody(attack) === false && !REFUSED_UNREAD.includes(status)) return [`bad body answered ${status}`];
    if (this.allowsQuery(attack) === false && status !== 400) return [`bad query answered ${status}`];
    return [];
  }

  private ofGoodAnswer({ method, path }: Attack, { status, type, text }: Reply): string[] {
    // What was cut off cannot be read any more.
    if (text.length === KEPT) return [];
    const misfit = this.documented.misfit({ method, path, status, type, text });
    return misfit === undefined ? [] : [misfit];
  }

  private ofProblem({ method }: Attack, { status, type, text }: Reply): string[] {
    if (method === 'HEAD') return [];
    if (!type.startsWith('application/problem+json')) return [`${status} as ${type || 'nothing'}`];
    const value = parsed(Buffer.from(text));
    if (!this.holds({ $ref: '#/components/schemas/Problem' }, value)) return [`${status} is no problem document`];
    const name = (value as { type: string }).type.replace('/problems/', '');
    return PROBLEMS.get(name) === String(status) ? [] : [`${status} ${name} is not documented`];
  }

  private holds(schema: Schema, value: unknown): boolean {
    const text = JSON.stringify(schema).replaceAll('#/components/', 'doc#/components/');
    const validate = this.known.get(text) ?? this.ajv.compile(JSON.parse(text) as object);
    this.known.set(text, validate);
    return validate(value) === true;
  }
}

const ofServerFault = ({ status, text }: Reply): string[] =>
  status >= 500 && status !== 503 ? [`server fault ${status}: ${text.slice(0, 200)}`] : [];

const NOT_JSON = Symbol('not JSON');

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return NOT_JSON;
  }
}

function typed(schema: object, text: string): unknown {
  if ('type' in schema && schema.type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}
