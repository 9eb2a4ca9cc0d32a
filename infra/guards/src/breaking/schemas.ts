export type Schema = { [keyword: string]: unknown };
/** Who reads what the schema describes: a request is read by us, an answer or an event by others. */
export type Read = 'by us' | 'by others';
export interface Pair {
  before: Schema;
  after: Schema;
}
export interface Documents {
  before: object;
  after: object;
  read: Read;
}

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const DEPTH_MAX = 20;

/** @returns what somebody who relied on the schema before would stumble over, each with its place */
export function breaksOf(pair: Pair, documents: Documents, at = ''): string[] {
  if (at.split('/').length > DEPTH_MAX) return [];
  const before = resolved(pair.before, documents.before);
  const after = resolved(pair.after, documents.after);
  const both = { before, after };
  return [
    ...typeBreaks(both, documents.read),
    ...wordBreaks(both, documents.read),
    ...(documents.read === 'by us' ? boundBreaks(both) : []),
    ...requiredBreaks(both, documents.read),
  ]
    .map((what) => `${at || '/'}: ${what}`)
    .concat(propertyBreaks(both, documents, at), itemBreaks(both, documents, at), choiceBreaks(both, documents, at));
}

export function resolved(schema: Schema, document: object): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const steps = reference.replace('#/', '').split('/');
  const found = steps.reduce<unknown>((place, step) => (place as Schema | undefined)?.[step], document);
  if (typeof found !== 'object' || found === null) throw new Error(`${reference} leads nowhere`);
  return resolved(found as Schema, document);
}

const typesOf = ({ type }: Schema): string[] => (type === undefined ? [] : ([type].flat() as string[]));
const covers = (types: string[], type: string): boolean =>
  types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));

function typeBreaks({ before, after }: Pair, read: Read): string[] {
  const [given, taken] = read === 'by us' ? [typesOf(before), typesOf(after)] : [typesOf(after), typesOf(before)];
  const untyped = given.length === 0 && taken.length > 0;
  if (!untyped && given.every((type) => covers(taken, type))) return [];
  return [`type was ${typesOf(before).join('|') || 'any'} and is ${typesOf(after).join('|') || 'any'}`];
}

function wordsOf(schema: Schema): unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return schema['enum'] as unknown[] | undefined;
}

/** A word that was there is gone, or a field that took any word takes some only. */
function wordBreaks({ before, after }: Pair, read: Read): string[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (!now) return [];
  if (!old) return read === 'by us' ? [`only takes ${JSON.stringify(now)}`] : [];
  return old.filter((word) => !now.includes(word)).map((word) => `${JSON.stringify(word)} is gone`);
}

function boundBreaks({ before, after }: Pair): string[] {
  const narrower = (name: string, sign: 1 | -1) => {
    const [old, now] = [before[name], after[name]] as (number | undefined)[];
    return now !== undefined && (old === undefined || sign * (now - old) < 0);
  };
  const bounds = [
    ...UPPER.filter((name) => narrower(name, 1)),
    ...LOWER.filter((name) => narrower(name, -1) && !(before[name] === undefined && after[name] === 0)),
  ].map((name) => `${name} is ${String(after[name])}, was ${String(before[name] ?? 'free')}`);
  const forms = ['pattern', 'format']
    .filter((name) => after[name] !== undefined && after[name] !== before[name])
    .map((name) => `${name} is ${String(after[name])}, was ${String(before[name] ?? 'free')}`);
  return [...bounds, ...forms];
}

function requiredBreaks({ before, after }: Pair, read: Read): string[] {
  const [old, now] = [before, after].map((schema) => (schema['required'] ?? []) as string[]) as [string[], string[]];
  if (read === 'by us') return now.filter((name) => !old.includes(name)).map((name) => `${name} is required now`);
  return old
    .filter((name) => !now.includes(name) && name in propertiesOf(after))
    .map((name) => `${name} may be missing now`);
}

/** A property may be described by a schema, or by whether it may be there at all. */
const propertiesOf = (schema: Schema) => (schema['properties'] ?? {}) as Record<string, Schema | boolean>;

function propertyBreaks({ before, after }: Pair, documents: Documents, at: string): string[] {
  const now = propertiesOf(after);
  return Object.entries(propertiesOf(before)).flatMap(([name, schema]) => {
    const next = now[name];
    if (next === undefined) return [`${at}/${name}: is gone`];
    if (typeof schema === 'boolean' || typeof next === 'boolean')
      return schema === next ? [] : [`${at}/${name}: is ${next === false ? 'refused' : 'another'} now`];
    return breaksOf({ before: schema, after: next }, documents, `${at}/${name}`);
  });
}

function itemBreaks({ before, after }: Pair, documents: Documents, at: string): string[] {
  if (!before['items'] || !after['items']) return [];
  return breaksOf({ before: before['items'] as Schema, after: after['items'] as Schema }, documents, `${at}/[]`);
}

/** Every alternative that could be sent must find one that takes it. */
function choiceBreaks({ before, after }: Pair, documents: Documents, at: string): string[] {
  return ['oneOf', 'anyOf', 'allOf'].flatMap((kind) => {
    const [old, now] = [before[kind], after[kind]] as (Schema[] | undefined)[];
    if (!old && !now) return [];
    if (!old || !now) return [`${at || '/'}: ${kind} ${now ? 'is new' : 'is gone'}`];
    const pairs = (one: Schema, other: Schema) =>
      documents.read === 'by us' ? { before: one, after: other } : { before: other, after: one };
    const [sent, taken] = documents.read === 'by us' ? [old, now] : [now, old];
    return sent
      .filter((one) => !taken.some((other) => breaksOf(pairs(one, other), documents, at).length === 0))
      .map((one) => `${at || '/'}: ${kind} has none any more for ${JSON.stringify(one).slice(0, 120)}`);
  });
}
