/**
 * A set of places in a tree of paths: each mark says whether its path and all below it belong, until a mark further
 * down says otherwise. No mark takes all of what lies above it away, for a tree always has more than its marks.
 */
export type TreeSet = ReadonlyMap<string, boolean>;

export const treeOf = (paths: readonly string[]): TreeSet => normal(new Map(paths.map((path) => [path, true])));

/** Belongs as `holds` says of belonging to each of the two. */
export function combine(a: TreeSet, b: TreeSet, holds: (inA: boolean, inB: boolean) => boolean): TreeSet {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return normal(new Map([...paths].map((path) => [path, holds(belongs(a, path), belongs(b, path))])));
}

export const isBare = (set: TreeSet): boolean => ![...set.values()].includes(true);

export function belongs(set: TreeSet, path: string): boolean {
  for (let at = path; at !== ''; at = above(at)) {
    const mark = set.get(at);
    if (mark !== undefined) return mark;
  }
  return false;
}

function normal(marks: Map<string, boolean>): TreeSet {
  const kept = new Map<string, boolean>();
  const widestFirst = [...marks].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const [path, mark] of widestFirst) if (belongs(kept, above(path)) !== mark) kept.set(path, mark);
  return kept;
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
