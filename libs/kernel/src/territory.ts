/**
 * A place as a path of typed segments from the district down, such as
 * `d-pudong/s-weifang/c-y/g-2/b-07/u-1/h-0302`: d district, s sub-district, c community, g grid, b building,
 * l lane of bungalows, u unit, h household. Grid, building, lane and unit may be missing.
 */
export type Territory = string;

const LEVELS = ['d', 's', 'c', 'g', 'b', 'l', 'u', 'h'];
const SEGMENT = /^([dscgbluh])-[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

export function isTerritory(text: string): boolean {
  let level = -1;
  for (const segment of text.split('/')) {
    const next = LEVELS.indexOf(SEGMENT.exec(segment)?.[1] ?? '');
    if (next <= level) return false;
    level = next;
  }
  return text.startsWith('d-');
}

/** Whether `place` is `scope` or lies below it. */
export function covers(scope: Territory, place: Territory): boolean {
  return place === scope || place.startsWith(`${scope}/`);
}

/** The path down to the community; undefined for a place above one. */
export function communityOf(place: Territory): Territory | undefined {
  const segments = place.split('/');
  const last = segments.findIndex((segment) => segment.startsWith('c-'));
  return last < 0 ? undefined : segments.slice(0, last + 1).join('/');
}

/** The segment of the building or lane, such as `b-07`; undefined for a place above one. */
export function buildingOf(place: Territory): string | undefined {
  return place.split('/').find((segment) => /^[bl]-/.test(segment));
}

/** Building or lane, whatever household or stair was told. */
export function placeWithoutHome(territory: Territory): Territory {
  return territory
    .split('/')
    .filter((segment) => !/^[uh]-/.test(segment))
    .join('/');
}

/** The household's code without its `h-`; undefined for a place above one. */
export function householdOf(place: Territory): string | undefined {
  return place
    .split('/')
    .find((segment) => segment.startsWith('h-'))
    ?.slice(2);
}
