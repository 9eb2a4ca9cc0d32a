import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** Who kills the shared instance and moves its clock by days; at last who judges what all others have published. */
const LAST = ['cases.spec.ts', 'district.spec.ts', 'kill.spec.ts', 'topics.spec.ts'];
/** It holds the books of the whole in order, before other files plant parked events that never were. */
const FIRST = 'rosters.spec.ts';
const rank = ({ path }) => (path.endsWith(`/${FIRST}`) ? -2 : LAST.findIndex((name) => path.endsWith(`/${name}`)));

export default class OrderOfFiles extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((left, right) => rank(left) - rank(right));
  }
}
