import { createKafkaPipe, startRelay } from '@baogong/event-pipe';
import { setTimeout as sleep } from 'node:timers/promises';
import { contend } from '../contender.js';
import { runOf } from '../load.js';
import { openLog } from '../log.js';
import { fill, FILLED_TYPE } from './filling.js';

/** The relay as a service runs it: leases, reading by position, one request a shard, its place recorded afterwards. */
contend(async (place) => {
  const log = await openLog(place, { [FILLED_TYPE]: 1 });
  const { pool, store } = log;
  const pipe = createKafkaPipe({ brokers: place.brokers, clientId: 'bench-ours' });
  return {
    async run({ amount }) {
      await fill(log, amount!);
      const to = (await store.heads()).reduce((sum, head) => sum + head);
      const from = await relayed();
      const started = performance.now();
      const relay = startRelay({
        ...{ store, pool, pipe, source: 'orders', published: { [FILLED_TYPE]: ({ data }) => data } },
        onError: (error) => console.error(error),
      });
      const published = () => relay.lag().reduce((sum, lag) => sum + lag.published, 0);
      while (published() < to) await sleep(2);
      const milliseconds = performance.now() - started;
      await relay.close();
      return runOf(to - from, milliseconds, []);
    },
    stored: relayed,
    async close() {
      await pipe.close(3000);
      await log.close();
    },
  };

  async function relayed(): Promise<number> {
    const { rows } = await pool.query<{ n: number }>('select sum(pos)::int as n from es.relay');
    return rows[0]!.n;
  }
});
