import { setTimeout as pause } from 'node:timers/promises';
import { CommandDelayed } from '@baogong/commanding';
import type { Context, PostureSwitched } from '@baogong/contracts';
import type { EventRecord, ProcessConsumer } from '@baogong/event-pipe';
import { cursorsOf, direct, SHARDS } from '@baogong/event-store';
import type { Territory } from '@baogong/kernel';
import type { Runtime } from '../../application/runtime.js';
import { commandsFor, obligationStream } from '../../domain/obligations/obligations.process.js';
import { DUTY_SOURCES, dutyNews, type TermsOf } from './duty-news.js';

/** A lockdown that ends stops thousands of clocks; each stands on a stream of its own. */
const REVIEWS_AT_ONCE = 64;
const WAIT_MS = 5000;
const STEP_MS = 50;
const SOURCES = Object.keys(DUTY_SOURCES) as (keyof typeof DUTY_SOURCES)[];

/**
 * Issues on the obligation's own stream, which is its record: the same position again finds the first command, as a
 * stream of decisions would, at half the events.
 */
export function dutyConsumers(runtime: Runtime, termsOf: TermsOf): ProcessConsumer[] {
  return SOURCES.map((source, index) => ({
    name: `duties-${source}`,
    source,
    handles: [...DUTY_SOURCES[source]],
    async handle(record) {
      const news = await dutyNews(record, termsOf);
      for (const [ordinal, command] of (news ? commandsFor(news) : []).entries()) {
        // Of the form that no caller may use, and different for each source.
        await runtime.issue(command, originOf(record, `${index + 1}${ordinal}`));
      }
    },
  }));
}

/** Of something that waits: where it stands, and by which clock. */
export interface Waiting {
  id: string;
  territory: Territory;
}

export interface Review {
  name: string;
  /** The projection from which `waiting` reads. */
  readModel: string;
  waiting(territory: Territory): Promise<Waiting[]>;
  issue(waiting: Waiting, switchedAt: string): Parameters<Runtime['issue']>[0];
}

/**
 * What waits under a place is looked at again once the copy of the law knows of the switch and the read model knows of
 * all that was begun before: nothing that began a moment earlier may keep the clock of another posture.
 */
export function reviewOnSwitch(runtime: Runtime, review: Review): ProcessConsumer {
  const source: Context = 'oversight';
  return {
    name: review.name,
    source,
    handles: ['PostureSwitched'],
    async handle(record) {
      await reached(runtime, 'authority', (shard) => (shard === record.shard ? record.pos : 0));
      await runtime.authority.refresh();
      const heads = await runtime.store.heads();
      await reached(runtime, review.readModel, (shard) => heads[shard] ?? 0);
      const { territory } = record.data as PostureSwitched;
      const all = await review.waiting(territory);
      for (let next = 0; next < all.length; next += REVIEWS_AT_ONCE) {
        const some = all.slice(next, next + REVIEWS_AT_ONCE);
        await Promise.all(some.map((each) => runtime.issue(review.issue(each, record.at), originOf(record, '90'))));
      }
    },
  };
}

/** Waits a moment for another consumer of this service's own log; comes back later where that is not enough. */
async function reached({ pool }: Runtime, consumer: string, needed: (shard: number) => number): Promise<void> {
  for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += STEP_MS) {
    const cursors = await cursorsOf(direct(pool), consumer);
    const positions = new Map(
      cursors.filter(({ source }) => source === 'oversight').map(({ shard, pos }) => [shard, pos]),
    );
    const behind = Array.from({ length: SHARDS }, (_, shard) => needed(shard) > (positions.get(shard) ?? 0));
    if (!behind.includes(true)) return;
    await pause(STEP_MS);
  }
  throw new CommandDelayed(`${consumer} is behind`);
}

export const reviewDuty = ({ id, territory }: Waiting, switchedAt: string) => ({
  action: 'ReviewDuty',
  stream: obligationStream(id, territory),
  data: { switchedAt },
});

const originOf = ({ shard, pos, correlation, id }: EventRecord, ordinal: string) => ({
  key: `${shard}:${pos}:${ordinal}`,
  correlation,
  causation: id,
});
