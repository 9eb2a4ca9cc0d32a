import type { Benchmark } from '../benchmark.js';
import { contest, measuredOf, perSecond, type Entry } from '../contest.js';
import { alternate } from '../rounds.js';
import { rowOf } from '../row.js';

const ENTRIES: Entry[] = [
  { name: 'ours', role: 'ours', program: 'commands/ours.js' },
  { name: 'emmett', role: 'peer', program: 'command-emmett.js', of: 'peers' },
  { name: 'typeorm', role: 'peer', program: 'command-typeorm.js', of: 'peers' },
];
const CALLERS = 64;

/** Commands a second, each loaded, decided and appended, until the read model has all of them. */
export const commandBenchmark: Benchmark = {
  id: 'B2',
  run: (context) =>
    contest(context, ENTRIES, async (contestants) => {
      const { quick, machine, say } = context;
      const order = { callers: CALLERS, events: 1, seconds: quick ? 2 : 6 };
      const rounds = quick ? 3 : 5;
      say(`B2  ${CALLERS} callers`);
      const runs = await alternate(machine, contestants, { order, rounds });
      const what = `command loaded, decided, appended and in the read model, ${CALLERS} callers`;
      const conditions = `${quick ? 'quick: ' : ''}${rounds} rounds of ${order.seconds} s; streams of 5 commands`;
      return [
        rowOf({
          ...{ id: 'B2', what, unit: 'commands a second', conditions, better: 'more' },
          measured: measuredOf(ENTRIES, runs, perSecond),
          targets: { emmett: 6, typeorm: 4 },
        }),
      ];
    }),
};
