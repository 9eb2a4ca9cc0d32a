import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { millisOf, type Instant, type Territory } from '@baogong/kernel';

/** What a community is told of one day; whoever has the page has all that checking it needs. */
export interface SealedPage {
  form: string;
  territory: Territory;
  day: string;
  madeAt: Instant;
  previous: { day: string; digest: string } | null;
  content: unknown;
  digest: string;
}

export interface BulletinCommand {
  type: 'PublishBulletin';
  at: Instant;
  by: By;
  /** `overAt`: when the day ends where the community lies. No page: nobody is known to be there. */
  data: { page?: SealedPage; overAt: Instant };
}
export interface BulletinEvent {
  type: 'BulletinPublished';
  at: Instant;
  data: SealedPage;
}
export type BulletinRejection =
  'unknown-community' | 'day-not-over' | 'day-long-past' | 'already-published' | 'later-day-published' | 'chain-moved';
export interface BulletinState {
  last: { day: string; digest: string } | null;
}

/** A person goes back a month at most; the timer goes on from the day before, however long it stood still. */
const DAYS_BACK_MAX = 31;
const DAY_MS = 86_400_000;

/** One stream per community. A page names the one before it, and what is published is never changed: only followed. */
export const bulletin: Decider<BulletinState, BulletinCommand, BulletinEvent, BulletinRejection> = {
  initial: { last: null },

  decide(command, { last }) {
    switch (command.type) {
      case 'PublishBulletin': {
        const { page } = command.data;
        if (!page) return reject('unknown-community');
        if (isTooLate(command)) return reject('day-long-past');
        return dayFault(page, command, last) ?? accept({ type: 'BulletinPublished', at: command.at, data: page });
      }
      default:
        return unreachable(command.type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'BulletinPublished':
        return { last: { day: event.data.day, digest: event.data.digest } };
      default:
        return unreachable(event.type);
    }
  },
};

function isTooLate({ at, by, data }: BulletinCommand): boolean {
  return by.role !== 'system' && millisOf(at) - millisOf(data.overAt) > DAYS_BACK_MAX * DAY_MS;
}

function dayFault(page: SealedPage, { at, data: { overAt } }: BulletinCommand, last: BulletinState['last']) {
  if (overAt > at) return reject('day-not-over');
  if (last && page.day === last.day) return reject('already-published');
  if (last && page.day < last.day) return reject('later-day-published', { day: last.day });
  return page.previous?.digest === last?.digest ? undefined : reject('chain-moved');
}
