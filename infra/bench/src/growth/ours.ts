import { SHARDS } from '@baogong/event-store';
import { contend, type Order, type Run } from '../contender.js';
import { closedLoop, runOf } from '../load.js';
import { openLog } from '../log.js';
import { appendingTo } from '../append/appending.js';
import { FILLED_TYPE } from '../relaying/filling.js';
import { lay } from './laying.js';

const PAGE = 500;
const TAIL = 100;
/** As many from the beginning of every log, however long it is. */
const CAUGHT_UP = 80_000;

/** One log of a given size, asked for the work of a command, of a consumer that follows, and of one that begins. */
contend(async (place) => {
  const log = await openLog(place, { [FILLED_TYPE]: 1, OrderRecorded: 1 });
  const { store } = log;
  const works: Record<string, (order: Order) => Promise<Run>> = {
    async lay({ amount }) {
      const started = performance.now();
      await lay(place, amount!);
      return runOf(amount!, performance.now() - started, []);
    },
    append: appendingTo(log),
    async tail(order) {
      const heads = await store.heads();
      const run = await closedLoop(order, async (caller) => {
        const shard = caller % SHARDS;
        await store.read(shard, Math.max(0, heads[shard]! - TAIL), TAIL);
      });
      return { ...run, kept: 0 };
    },
    async 'catch up'() {
      const started = performance.now();
      const counts = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => catchUp(shard)));
      const done = counts.reduce((sum, count) => sum + count);
      return { ...runOf(done, performance.now() - started, []), kept: 0 };
    },
  };
  return {
    run: (order) => works[order.work!]!(order),
    stored: () => log.count('es.event'),
    close: () => log.close(),
  };

  async function catchUp(shard: number): Promise<number> {
    let at = 0;
    while (at < CAUGHT_UP / SHARDS) {
      const events = await store.read(shard, at, PAGE);
      if (events.length === 0) throw new Error('the log is shorter than what is read of it');
      at = events.at(-1)!.pos;
    }
    return at;
  }
});
