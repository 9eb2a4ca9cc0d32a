import { CommandDelayed } from '@baogong/commanding';
import type { Context, PostureSwitched } from '@baogong/contracts';
import type { EventRecord, ProcessConsumer } from '@baogong/event-pipe';
import { cursorOf, direct } from '@baogong/event-store';
import type { Territory } from '@baogong/kernel';
import type { Runtime } from '../../application/runtime.js';
import { commandsFor, obligationStream } from '../../domain/obligations/obligations.process.js';
import { DUTY_SOURCES, dutyNews, type SuppliersOf } from './duty-news.js';

const SOURCES = Object.keys(DUTY_SOURCES) as (keyof typeof DUTY_SOURCES)[];

/**
 * Issues on the obligation's own stream, which is its record: the same position again finds the first command, as a
 * stream of decisions would, at half the events.
 */
export function dutyConsumers(runtime: Runtime, suppliersOf: SuppliersOf): ProcessConsumer[] {
  return SOURCES.map((source, index) => ({
    name: `duties-${source}`,
    source,
    handles: [...DUTY_SOURCES[source]],
    async handle(record) {
      const news = await dutyNews(record, suppliersOf);
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

/** What waits under a place is looked at again once this service's copy of the law knows of the switch. */
export function reviewOnSwitch(
  runtime: Runtime,
  name: string,
  review: {
    waiting(territory: Territory): Promise<Waiting[]>;
    issue(waiting: Waiting, switchedAt: string): Parameters<Runtime['issue']>[0];
  },
): ProcessConsumer {
  const source: Context = 'oversight';
  return {
    name,
    source,
    handles: ['PostureSwitched'],
    async handle(record) {
      const { pos } = await cursorOf(direct(runtime.pool), { consumer: 'authority', source, shard: record.shard });
      if (pos < record.pos) throw new CommandDelayed(`${name} waits for the copy of the law`);
      await runtime.authority.refresh();
      const { territory } = record.data as PostureSwitched;
      for (const waiting of await review.waiting(territory)) {
        await runtime.issue(review.issue(waiting, record.at), originOf(record, '90'));
      }
    },
  };
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
