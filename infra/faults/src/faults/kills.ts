import { SERVICES, type Service } from '@baogong/ledger';
import { nothingToLift, serviceOf, type Fault, type Scene } from './fault.js';

const DELIVERY_AND_OVERSIGHT = ['delivery', 'oversight'] as const;

/** Where in its work the process dies is left to chance: before a commit, after it, between it and the topic. */
export const KILLS: readonly Fault[] = [
  killOf('F1', ['orders']),
  killOf('F2', ['inventory']),
  killOf('F3', DELIVERY_AND_OVERSIGHT),
  {
    id: 'F3b',
    what: 'kill -9 of all four services at once',
    lasts: [0, 0],
    strike: (scene) => kill(scene, SERVICES),
  },
];

function killOf(id: string, candidates: readonly Service[]): Fault {
  return {
    id,
    what: `kill -9 of ${candidates.join(' or ')} under load, up to three times`,
    lasts: [0, 0],
    async strike(scene) {
      const name = scene.chance.oneOf(candidates);
      const times = scene.chance.whole(1, 3);
      for (let time = 1; time < times; time += 1) {
        await kill(scene, [name]);
        await new Promise((later) => setTimeout(later, scene.chance.whole(200, 900)));
      }
      const { what, lift } = await kill(scene, [name]);
      return { what: `${what}, ${times} times`, lift };
    },
  };
}

function kill(scene: Scene, names: readonly Service[]) {
  for (const name of names) serviceOf(scene, name).kill();
  return Promise.resolve({ what: `kill -9 of ${names.join(', ')}`, lift: nothingToLift });
}
