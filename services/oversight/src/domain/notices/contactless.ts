import { communityOf, covers, type Territory } from '@baogong/kernel';
import type { Told } from './notices.js';

/** Posture and risk as somebody set them for one place. */
export interface Standing {
  territory: Territory;
  posture?: string;
  risk?: string;
}

/** Of those who carry and those who receive nobody has to meet where they might carry more than goods. */
export function isContactless(place: Territory, standings: readonly Standing[]): boolean {
  return nearest(place, standings, 'posture') === 'lockdown' || nearest(place, standings, 'risk') === 'high';
}

export interface Changed {
  territory: Territory;
  standings: readonly Standing[];
  /** What was set there; a nearer place that has one of its own keeps it. */
  about?: 'posture' | 'risk';
}

/** The buildings for which something changed, by community. */
export function toldTo(
  places: readonly Territory[],
  { territory, standings, about }: Changed,
): { territory: Territory; buildings: Told[] }[] {
  const communities = new Map<Territory, Told[]>();
  for (const place of [...places].sort()) {
    if (!covers(territory, place) || (about && nearestOf(place, standings, about)?.territory !== territory)) continue;
    const community = communityOf(place);
    if (community === undefined) continue;
    const told = { place, contactless: isContactless(place, standings) };
    communities.set(community, [...(communities.get(community) ?? []), told]);
  }
  return [...communities].map(([community, buildings]) => ({ territory: community, buildings }));
}

const nearest = (place: Territory, standings: readonly Standing[], about: 'posture' | 'risk') =>
  nearestOf(place, standings, about)?.[about];

function nearestOf(place: Territory, standings: readonly Standing[], about: 'posture' | 'risk'): Standing | undefined {
  return standings
    .filter((standing) => standing[about] !== undefined && covers(standing.territory, place))
    .sort((a, b) => b.territory.length - a.territory.length)[0];
}
