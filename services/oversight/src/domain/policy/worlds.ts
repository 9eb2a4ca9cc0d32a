import { CRITERIA, RISKS } from '@baogong/kernel';
import { has, type Extent } from './extent.js';

/** One kind of household at one level of risk, as far as some extents tell kinds apart: those that speak of it. */
export type World = ReadonlySet<Extent>;

/** A limit is counted for one household at one time: clauses add up only where they speak of the same world. */
export function worldsOf(extents: readonly Extent[]): World[] {
  const households = 2 ** CRITERIA.length;
  const texts = extents.map(({ who }) => (who as bigint).toString(2).padStart(households, '0'));
  const worlds = new Map<string, World>();
  for (let household = 0; household < households; household += 1) {
    for (let risk = 0; risk < RISKS.length; risk += 1) {
      const isIn = (extent: Extent, index: number) =>
        texts[index]![households - 1 - household] === '1' && has(extent.risk, risk);
      const kind = extents.map((extent, index) => (isIn(extent, index) ? '1' : '0')).join('');
      if (!worlds.has(kind)) worlds.set(kind, new Set(extents.filter(isIn)));
    }
  }
  return [...worlds.values()];
}
