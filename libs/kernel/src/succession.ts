import { covers, type Territory } from './territory.js';
import type { Instant } from './time.js';

/** A version of what holds at a place and below, as far as one must know it to tell which version that is. */
export interface Standing {
  /** From 1; over all places of a district no number stands for two versions. */
  version: number;
  territory: Territory;
  /** The version in force above, under which it was made; 0 where there was none. */
  parentVersion: number;
  /** Versions below that stay in force under this one, though they were made under another. */
  keeps: readonly number[];
  /** Inclusive. */
  effectiveFrom: Instant;
  /** Exclusive; missing means without end. */
  effectiveTo?: Instant;
}

/**
 * The versions in force at a place, the widest first: at each level the newest one whose time has come and not passed,
 * and that was made under, or is kept by, the one in force above it.
 */
export function chainAt<S extends Standing>(all: readonly S[], place: Territory, at: Instant): S[] {
  const running = all.filter(
    ({ territory, effectiveFrom, effectiveTo }) =>
      covers(territory, place) && effectiveFrom <= at && (effectiveTo === undefined || at < effectiveTo),
  );
  const chain: S[] = [];
  for (const level of placesAbove(place)) {
    const above = chain.at(-1);
    const holds = ({ version, parentVersion }: S) =>
      parentVersion === (above?.version ?? 0) || (above?.keeps.includes(version) ?? false);
    const here = running.filter((one) => one.territory === level && holds(one));
    if (here.length > 0) chain.push(here.reduce((a, b) => (b.version > a.version ? b : a)));
  }
  return chain;
}

/** The version in force at a place; 0 before any. */
export const versionAt = (all: readonly Standing[], place: Territory, at: Instant): number =>
  chainAt(all, place, at).at(-1)?.version ?? 0;

function placesAbove(place: Territory): Territory[] {
  const segments = place.split('/');
  return segments.map((_segment, index) => segments.slice(0, index + 1).join('/'));
}
