import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

type JsonSchema = Record<string, unknown>;
type Told<T> = T extends readonly (infer I)[]
  ? readonly Told<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Told<T[K]> }
    : T;
type Sent<S extends z.ZodType> = Told<z.infer<S>> | string | void;
/** A method of a route: whatever it takes, what it returns fits the schema. It may also send the answer itself. */
type Route<S extends z.ZodType> = (...taken: never[]) => Sent<S> | Promise<Sent<S>>;
type OtherType = 'text/csv' | 'text/html';

/** Forms that fields of answers share; quantities, money in fen and versions are `whole`. */
export const FORMS_TOLD = {
  /** Of a thing or an actor, as its maker chose it; also the word of a role, a rule or an action. */
  id: z.string().min(1),
  text: z.string(),
  instant: z.string().meta({ format: 'date-time' }),
  day: z.string().meta({ format: 'date' }),
  whole: z.int().min(0),
  /** One to four persons are a number to those alone who may see persons. */
  masked: z.int().min(0).nullable(),
};

/**
 * What a route answers where all goes well. The document says so, the compiler holds the method to it where it returns
 * the answer, and the acceptance tests hold every answer to the document.
 * @param others media types that `Accept` may ask for instead of JSON
 */
export function Answers<S extends z.ZodType>(status: 200 | 201 | 202, schema: S, others: OtherType[] = []) {
  const content = Object.fromEntries([
    ['application/json', { schema: jsonSchemaOf(schema) }],
    ...others.map((type) => [type, { schema: { type: 'string' } }]),
  ]) as Record<string, { schema: JsonSchema }>;
  const respond = ApiResponse({ status, description: MEANING[status], content });
  return <T extends Route<S>>(target: object, name: string | symbol, method: TypedPropertyDescriptor<T>): void =>
    void respond(target, name, method);
}

/** A live view: events as they come, without an end. */
export const AnswersWithEvents = () =>
  ApiResponse({ status: 200, description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } });

/** Of commands that tell no more than what they were about. */
export const idTold = z.strictObject({ id: FORMS_TOLD.id });

/** @returns the form of a page of a list; extend it with what else stands beside its items */
export const pageTold = <I extends z.ZodType>(item: I) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

const MEANING = { 200: 'Done', 201: 'Made', 202: 'Begun: how it ends is seen later' };

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...told } = z.toJSONSchema(schema, { override: ({ jsonSchema }) => unbound(jsonSchema) });
  return told;
}

/** What JavaScript can count to is no bound of ours. */
function unbound(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
