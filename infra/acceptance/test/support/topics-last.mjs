import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** What all other files have published is judged after them. */
export default class TopicsLast extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isLast = ({ path }) => path.endsWith('topics.spec.ts');
    return [...sorted.filter((test) => !isLast(test)), ...sorted.filter(isLast)];
  }
}
