import type { Territory } from '@baogong/kernel';

/** Building or lane, whatever household or stair was told. */
export function placeWithoutHome(territory: Territory): Territory {
  return territory
    .split('/')
    .filter((segment) => !/^[uh]-/.test(segment))
    .join('/');
}
