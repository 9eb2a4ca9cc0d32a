import type { Benchmark } from '../benchmark.js';
import { contest, measuredOf, perSecond, type Entry } from '../contest.js';
import { alternate } from '../rounds.js';
import { rowOf } from '../row.js';

const ENTRIES: Entry[] = [
  { name: 'ours', role: 'ours', program: 'consuming/ours.js', kafka: true, databases: 2 },
  { name: 'nest-inbox', role: 'peer', program: 'consume-nest.js', of: 'peers', kafka: true },
];

/** Events a second from Kafka into a read model, each with one effect. */
export const consumeBenchmark: Benchmark = {
  id: 'B5',
  run: (context) =>
    contest(context, ENTRIES, async (contestants) => {
      const { quick, machine, say } = context;
      const amount = quick ? 60_000 : 200_000;
      const rounds = quick ? 3 : 5;
      say(`B5  ${amount} events`);
      const order = { callers: 1, events: 1, seconds: 0, amount };
      const runs = await alternate(machine, contestants, { order, rounds });
      return [
        rowOf({
          ...{ id: 'B5', what: 'consume from Kafka into a read model, effectively once', unit: 'events a second' },
          conditions: `${quick ? 'quick: ' : ''}${rounds} rounds of ${amount} events; the inbox has a twentieth of them`,
          better: 'more',
          measured: measuredOf(ENTRIES, runs, perSecond),
          targets: { 'nest-inbox': 10 },
        }),
      ];
    }),
};
