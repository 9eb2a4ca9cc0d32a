/**
 * A record that is never changed in place, kept in drawers by the last two characters of the key: a new version copies
 * the way to one entry instead of all entries, which a state of thousands of orders needs. Plain data, so its JSON is
 * its snapshot. Keys that end in hexadecimal digits, as ids do, spread evenly over 256 drawers.
 */
export type Drawers<V> = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, V>>>>>>;

/** @returns the entry under the key, or undefined */
export function entryOf<V>(drawers: Drawers<V>, key: string): V | undefined {
  const [outer, inner] = wayTo(key);
  const drawer = drawers[outer]?.[inner];
  return drawer && Object.hasOwn(drawer, key) ? drawer[key] : undefined;
}

/** @returns a new version in which the key has this value */
export function withEntry<V>(drawers: Drawers<V>, key: string, value: V): Drawers<V> {
  const [outer, inner] = wayTo(key);
  const chest = drawers[outer];
  return { ...drawers, [outer]: { ...chest, [inner]: { ...chest?.[inner], [key]: value } } };
}

/** @returns a new version without the key; the same one where it has none */
export function withoutEntry<V>(drawers: Drawers<V>, key: string): Drawers<V> {
  const [outer, inner] = wayTo(key);
  const drawer = drawers[outer]?.[inner];
  if (drawer?.[key] === undefined) return drawers;
  const { [key]: _, ...rest } = drawer;
  return { ...drawers, [outer]: { ...drawers[outer], [inner]: rest } };
}

/** @returns the values of all entries, in no order that means anything */
export function valuesOf<V>(drawers: Drawers<V>): V[] {
  return Object.values(drawers).flatMap((chest) => Object.values(chest).flatMap((drawer) => Object.values(drawer)));
}

/** A letter in front keeps digits from being taken for the index of a list, and names from meaning a prototype. */
function wayTo(key: string): [string, string] {
  return [`d${key.slice(-1)}`, `d${key.slice(-2, -1)}`];
}
