import { Ajv, type ValidateFunction } from 'ajv';
import { isDay } from './forms.js';
import { schemaOfBody, type Class } from './openapi-schemas.js';

const ajv = new Ajv({ strict: true, strictRequired: false });
ajv.addFormat('date', isDay);
ajv.addFormat('date-time', (text) => isDay(text.slice(0, 10)));

const compiled = new Map<unknown, ValidateFunction | undefined>();

/**
 * Has a body of the rush judged by a function compiled from its decorators. What that function takes is taken as it is;
 * what it does not take is judged by the decorators themselves, which say in words what is wrong.
 */
export const Compiled = (): ClassDecorator => (body) => void compiled.set(body, undefined);

/** @returns whether the compiled form of this class takes the value; false where the class has none */
export function takesCompiled(body: unknown, value: unknown): boolean {
  if (!compiled.has(body)) return false;
  const judge = compiled.get(body) ?? ajv.compile(schemaOfBody(body as Class));
  compiled.set(body, judge);
  return judge(value);
}

/** The classes that have a compiled form, for tests that hold it against the decorators. */
export const compiledBodies = (): Class[] => [...compiled.keys()] as Class[];
