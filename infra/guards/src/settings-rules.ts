import { settingNames } from '@baogong/operation';

/** Beginnings of names that are put together in the code. */
const BEGINNINGS = new Set(['BAOGONG_']);

/** Names of variables in a source that the schema does not know. */
export function unknownNamesIn(source: string): string[] {
  const known = new Set(settingNames());
  const names = source.match(/\bBAOGONG_[A-Z_]*/g) ?? [];
  return [...new Set(names)].filter((name) => !known.has(name) && !BEGINNINGS.has(name));
}
