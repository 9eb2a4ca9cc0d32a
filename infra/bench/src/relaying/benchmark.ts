import type { Benchmark } from '../benchmark.js';
import { contest, measuredOf, perSecond, type Entry } from '../contest.js';
import { alternate } from '../rounds.js';
import { rowOf } from '../row.js';

const ENTRIES: Entry[] = [
  { name: 'ours', role: 'ours', program: 'relaying/ours.js', kafka: true },
  { name: 'pg-transactional-outbox', role: 'peer', program: 'relay-outbox.js', of: 'peers', kafka: true },
  { name: 'kafkajs', role: 'limit', program: 'relay-kafkajs.js', of: 'peers', kafka: true },
];

/** Events a second from the database to Kafka, each acknowledged by the broker and recorded as sent. */
export const relayBenchmark: Benchmark = {
  id: 'B4',
  run: (context) =>
    contest(context, ENTRIES, async (contestants) => {
      const { quick, machine, say } = context;
      const amount = quick ? 40_000 : 100_000;
      const rounds = quick ? 3 : 5;
      say(`B4  ${amount} events`);
      const order = { callers: 1, events: 1, seconds: 0, amount };
      const runs = await alternate(machine, contestants, { order, rounds });
      return [
        rowOf({
          ...{ id: 'B4', what: 'relay from the log to Kafka', unit: 'events a second', better: 'more' },
          conditions: `${quick ? 'quick: ' : ''}${rounds} rounds of ${amount} events; the outbox has a twentieth of them`,
          measured: measuredOf(ENTRIES, runs, perSecond),
          targets: { kafkajs: 0.5, 'pg-transactional-outbox': 10 },
        }),
      ];
    }),
};
