import { SERVICES } from '@baogong/ledger';
import type { Direction, Edge } from '../installation/edge.js';
import type { ServiceEdges } from '../installation/installation.js';
import { needed, type Fault, type Scene } from './fault.js';

const SLOW_MS = 250;

type Way = keyof ServiceEdges;
const WAYS: readonly Way[] = ['database', 'broker', 'gateway'];

export const NETWORK_FAULTS: readonly Fault[] = [
  harm('F8', {
    what: 'the connections of a service to the database, the broker or the gateway are cut, and no new ones are made',
    lasts: [500, 5000],
    ways: WAYS,
    harm: (edge) => (edge.cut(), 'is cut'),
  }),
  harm('F8b', {
    what: 'what goes one way between a service and the database or the broker is held back, and arrives late',
    lasts: [500, 5000],
    ways: ['database', 'broker'],
    harm(edge, { chance }) {
      const direction = chance.oneOf<Direction>(['there', 'back']);
      edge.hold(direction);
      return `holds back what goes ${direction}`;
    },
  }),
  harm('F9', {
    what: 'half a second there and back between a service and the database, the broker or the gateway',
    lasts: [2000, 5000],
    ways: WAYS,
    harm: (edge) => (edge.slow(SLOW_MS), 'is slow'),
  }),
  harm('F10', {
    what: 'answers of a service are lost after it has done what it was asked for; the client asks again',
    lasts: [1500, 3000],
    ways: ['gateway'],
    harm: loseSome,
  }),
  harm('F10b', {
    what: 'answers of the database are lost: the service does not know what was committed',
    lasts: [1500, 3000],
    ways: ['database'],
    harm: loseSome,
  }),
];

interface Harm {
  what: string;
  lasts: Fault['lasts'];
  ways: readonly Way[];
  /** @returns what became of the edge, in words */
  harm(edge: Edge, scene: Scene): string;
}

function harm(id: string, { what, lasts, ways, harm: does }: Harm): Fault {
  return {
    id,
    what,
    lasts,
    strike(scene) {
      const name = scene.chance.oneOf(SERVICES);
      const way = scene.chance.oneOf(ways);
      const edge = needed(scene.installation.edges, name)[way];
      const became = does(edge, scene);
      return Promise.resolve({ what: `${name} to ${way} ${became}`, lift: async () => edge.heal() });
    },
  };
}

function loseSome(edge: Edge, { chance }: Scene): string {
  const count = chance.whole(1, 6);
  edge.loseReplies(count);
  return `loses ${count} answers`;
}
