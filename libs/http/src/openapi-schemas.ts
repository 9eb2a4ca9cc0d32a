import { createRequire } from 'node:module';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { schemaOfForm, schemaOfWhole } from './forms.js';

export type Class = abstract new (...values: never[]) => object;
type Rule = { propertyName: string; type: string; name?: string; constraints?: unknown[]; each?: boolean };
export type Schema = Record<string, unknown>;
type TypeStorage = { findTypeMetadata(owner: Class, property: string): { typeFunction(): Class } | undefined };

// class-transformer has no public way to ask which class @Type named; its own swagger plugins read the same place.
const { defaultMetadataStorage: types } = createRequire(import.meta.url)('class-transformer/cjs/storage.js') as {
  defaultMetadataStorage: TypeStorage;
};
const described = new WeakMap<Class, Set<string>>();

/**
 * The decorators of class-validator are the one source of what a request may hold; the document is read from them.
 * Called again it adds only what is new.
 */
export function describeBodies(): void {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<Class, Rule[]> };
  for (const [owner, rules] of storage.validationMetadatas) {
    for (const property of new Set(rules.map(({ propertyName }) => propertyName))) {
      if (isNew(owner, property))
        describe(
          owner,
          property,
          rules.filter((rule) => rule.propertyName === property),
        );
    }
  }
}

function isNew(owner: Class, property: string): boolean {
  const known = described.get(owner) ?? new Set();
  described.set(owner, known);
  if (known.has(property)) return false;
  known.add(property);
  return true;
}

function describe(owner: Class, property: string, rules: readonly Rule[]): void {
  const { item, bounds, isArray, required } = fieldOf(owner, property, rules);
  const type = item instanceof Function ? { type: item } : item;
  ApiProperty({ ...type, ...bounds, isArray, required } as ApiPropertyOptions)(owner.prototype, property);
}

/** All that a body may hold, by the same decorators, as one schema without references. */
export function schemaOfBody(owner: Class): Schema {
  const all = getMetadataStorage().getTargetValidationMetadatas(owner, '', true, false) as unknown as Rule[];
  const fields = [...new Set(all.map(({ propertyName }) => propertyName))].map((property) => {
    const rules = all.filter((rule) => rule.propertyName === property);
    return [property, fieldOf(owner, property, rules)] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([property, field]) => [property, wholeField(field)])),
    required: fields.filter(([, { required }]) => required).map(([property]) => property),
    additionalProperties: false,
    ...schemaOfWhole(owner.name),
  };
}

function wholeField({ item, bounds, isArray }: Field): Schema {
  const one = item instanceof Function ? schemaOfBody(item) : item;
  return isArray ? { type: 'array', items: one, ...bounds } : one;
}

interface Field {
  item: Schema | Class;
  bounds: Schema;
  isArray: boolean;
  required: boolean;
}

function fieldOf(owner: Class, property: string, rules: readonly Rule[]): Field {
  const declared: unknown = Reflect.getMetadata('design:type', owner.prototype, property);
  const isArray = declared === Array || rules.some((rule) => rule.each === true);
  const nested = rules.some((rule) => rule.type === 'nestedValidation');
  return {
    item: nested ? types.findTypeMetadata(owner, property)!.typeFunction() : primitive(declared, rules),
    bounds: isArray ? arrayBounds(rules) : {},
    isArray,
    required: !rules.some((rule) => rule.type === 'conditionalValidation'),
  };
}

function primitive(declared: unknown, rules: readonly Rule[]): Schema {
  const facts = rules.map(
    ({ name, constraints = [] }) => schemaOfForm(name, constraints) ?? SCHEMA_OF[name ?? '']?.(constraints) ?? {},
  );
  const known = Object.assign({}, ...facts) as Schema;
  return 'type' in known ? known : { ...fallback(declared), ...known };
}

function fallback(declared: unknown): Schema {
  if (declared === Number) return { type: 'number' };
  if (declared === Boolean) return { type: 'boolean' };
  if (declared === Object) return { type: 'object', additionalProperties: true };
  return { type: 'string' };
}

function arrayBounds(rules: readonly Rule[]): Schema {
  const valueOf = (name: string): unknown => rules.find((rule) => rule.name === name)?.constraints?.[0];
  const unique = rules.find((rule) => rule.name === 'arrayUnique');
  const bounds = {
    minItems: valueOf('arrayMinSize'),
    maxItems: valueOf('arrayMaxSize'),
    uniqueItems: unique && typeof unique.constraints?.[0] !== 'function' ? true : undefined,
  };
  return Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));
}

const SCHEMA_OF: Record<string, (constraints: unknown[]) => Schema> = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isRFC3339: () => ({ type: 'string', format: 'date-time' }),
  isDateString: () => ({ type: 'string', format: 'date-time' }),
  isRfc3339: () => ({ type: 'string', format: 'date-time' }),
  isPositive: () => ({ exclusiveMinimum: 0 }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  isLength: ([minLength, maxLength]) => ({ minLength, ...(maxLength === undefined ? {} : { maxLength }) }),
  matches: ([pattern]) => ({ pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  isIn: ([values]) => ofValues(values as unknown[]),
  isEnum: ([values]) => ofValues(Object.values(values as object)),
};

// A union of words has the design type Object, so the type comes from the words themselves.
function ofValues(values: unknown[]): Schema {
  return { type: typeof values[0], enum: values };
}
