import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** They start whole installations and wait for them. Begun last, one of them would leave the other worker with nothing to do. */
const LONG = [
  'infra/start/test/distributed.spec.ts',
  'infra/start/test/faults.spec.ts',
  'libs/event-pipe/src/faults.spec.ts',
  'infra/start/test/embedded.spec.ts',
  'services/oversight/test/independent/duties.spec.ts',
];
const rank = ({ path }) => {
  const found = LONG.findIndex((name) => path.endsWith(`/${name}`));
  return found < 0 ? LONG.length : found;
};

export default class LongFilesFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((left, right) => rank(left) - rank(right));
  }
}
