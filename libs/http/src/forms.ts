import { communityOf, isTerritory, isUuid7, millisOf } from '@baogong/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

type JsonSchema = Record<string, unknown>;
type Form = { name: string; says: string; schema: JsonSchema; holds?: (text: string) => boolean };

const SEGMENT = '[A-Za-z0-9][A-Za-z0-9-]{0,63}';
const BELOW = ['g', 'b', 'l', 'u', 'h'].map((level) => `(/${level}-${SEGMENT})?`).join('');
const TERRITORY_MAX = 300;
const CODE_PATTERN = '^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$';
// Two centuries on either side would be more than a lockdown needs; years of four digits compare as text.
const DATE = '2\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)';
const UUID7_PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
// Line breaks and tabs are text; what a database or a terminal would stumble over is not.
const TEXT_PATTERN = '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$';

/** The form of an id in an address: whatever else stands there, nothing can be under it. */
export const ADDRESS_ID_PATTERN = '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$';

const schemas = new Map<string, JsonSchema>();
const wholes = new Map<string, JsonSchema>();

/** What OpenAPI says of a form, by the name of its rule. */
export const schemaOfForm = (rule: string | undefined, constraints: unknown[]): JsonSchema | undefined =>
  rule === 'isText' ? textSchema(constraints as [number, number]) : schemas.get(rule ?? '');

/** May be left out. It may not be null: IsOptional of class-validator lets null through unseen. */
export const MayBeMissing = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

/** A rule over several fields of a body, in the words of JSON Schema; whoever takes the body sees to it. */
export const Describe =
  (schema: JsonSchema): ClassDecorator =>
  ({ name }) =>
    void wholes.set(name, schema);

export const schemaOfWhole = (body: string): JsonSchema => wholes.get(body) ?? {};

export const IsId = form({
  name: 'isId',
  says: 'must be a UUID of version 7 in lower case, such as 019b76da-a800-7384-9351-d97d4e9bc9d2',
  schema: { type: 'string', pattern: UUID7_PATTERN },
  holds: isUuid7,
});

/** Code of an actor, an offer or a station. */
export const IsCode = form({
  name: 'isCode',
  says: 'must be a code of 1 to 63 letters, digits, dots, dashes and underscores that begins with a letter or digit',
  schema: { type: 'string', pattern: CODE_PATTERN },
});

export const IsTerritory = form({
  name: 'isTerritory',
  says: 'must be the path of a place, such as d-pudong/s-weifang/c-y/b-07',
  schema: {
    type: 'string',
    maxLength: TERRITORY_MAX,
    pattern: `^d-${SEGMENT}(/s-${SEGMENT})?(/c-${SEGMENT})?${BELOW}$`,
  },
  holds: isTerritory,
});

export const IsCommunity = form({
  name: 'isCommunity',
  says: 'must be the path of a community, such as d-pudong/s-weifang/c-y',
  schema: { type: 'string', maxLength: TERRITORY_MAX, pattern: `^d-${SEGMENT}(/s-${SEGMENT})?/c-${SEGMENT}$` },
  holds: (text) => isTerritory(text) && communityOf(text) === text,
});

/** A time that exists in the calendar, with its offset. */
export const IsMoment = form({
  name: 'isMoment',
  says: 'must be a time with its offset from UTC, such as 2026-04-15T06:00:00Z or 2026-04-15T14:00:00+08:00',
  schema: { type: 'string', format: 'date-time', pattern: `^${DATE}T${TIME}$` },
  holds: (text) => isDay(text.slice(0, 10)),
});

export const IsDay = form({
  name: 'isDay',
  says: 'must be a day of the calendar, such as 2026-04-15',
  schema: { type: 'string', format: 'date', pattern: `^${DATE}$` },
  holds: isDay,
});

/** Text of `least` to `most` characters as a reader counts code points. */
export function IsText(most: number, least = 1): PropertyDecorator {
  const pattern = new RegExp(TEXT_PATTERN, 'u');
  const holds = (value: unknown): boolean => {
    if (typeof value !== 'string' || !pattern.test(value)) return false;
    const { length } = [...value];
    return length >= least && length <= most;
  };
  const says = `must be text of ${least} to ${most} characters, without control characters`;
  return ValidateBy({
    name: 'isText',
    constraints: [most, least],
    validator: { validate: holds, defaultMessage: () => says },
  });
}

export const IsWhole = (least: number, most: number): PropertyDecorator => all(IsInt(), Min(least), Max(most));

export type Lines = { least: number; most: number };

/** One object with its own rules. ValidateNested alone takes a list of such objects too, and an empty one unseen. */
export const IsPart = (of: () => new () => object): PropertyDecorator => all(IsObject(), ValidateNested(), Type(of));

/** A list of objects that are checked one by one. */
export const IsListOf = (of: () => new () => object, { least, most }: Lines): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(of),
  );

function form({ name, says, schema, holds = () => true }: Form): () => PropertyDecorator {
  schemas.set(name, schema);
  const pattern = new RegExp(String(schema['pattern']), 'u');
  const most = Number(schema['maxLength'] ?? Infinity);
  const validate = (value: unknown): boolean =>
    typeof value === 'string' && value.length <= most && pattern.test(value) && holds(value);
  return () => ValidateBy({ name, validator: { validate, defaultMessage: () => says } });
}

const textSchema = ([maxLength, minLength]: [number, number]): JsonSchema => ({
  type: 'string',
  ...(minLength === 0 ? {} : { minLength }),
  maxLength,
  pattern: TEXT_PATTERN,
});

// Date.parse takes 30 February for 2 March.
export function isDay(day: string): boolean {
  return new Date(millisOf(`${day}T00:00:00Z`)).toISOString().startsWith(day);
}

function all(...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}
