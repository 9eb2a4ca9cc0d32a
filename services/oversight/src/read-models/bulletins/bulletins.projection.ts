import type { BulletinPublished, RoleGranted } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import { scheduleTimer } from '@baogong/event-store';
import { communityOf, type Clock } from '@baogong/kernel';
import { publicationOf } from '../../application/bulletins.js';
import { dayAfter, dayOf } from '../../application/period.js';

/** The pages as they were published. */
export const bulletins: Projection = {
  name: 'bulletins',
  source: 'oversight',
  handles: ['BulletinPublished'],
  async apply(tx, records) {
    const pages = records.map(({ data }) => data as BulletinPublished);
    await tx.query(
      `insert into oversight.bulletin (territory, day, digest, page)
       select p->>'territory', p->>'day', p->>'digest', p from json_array_elements($1::json) as p on conflict do nothing`,
      [JSON.stringify(pages)],
    );
  },
};

/**
 * A community has a page for each day from the one on which it has a committee: the timer of a day is set when that of
 * the day before is done, so a standstill is caught up with page by page.
 */
export const bulletinTimers = (clock: Clock): Projection => ({
  name: 'bulletin-timers',
  source: 'oversight',
  handles: ['RoleGranted', 'BulletinPublished'],
  async apply(tx, records) {
    for (const { type, data } of records) {
      if (type === 'BulletinPublished') {
        const { territory, day } = data as BulletinPublished;
        await scheduleTimer(tx, publicationOf({ territory, day: dayAfter(day) }));
        continue;
      }
      const { role, territory } = data as RoleGranted;
      if (role !== 'residents-committee' || communityOf(territory) !== territory) continue;
      const begun = await tx.query(
        `insert into oversight.bulletin_begun (territory) values ($1) on conflict do nothing returning territory`,
        [territory],
      );
      // Of days before the installation could tell bulletins nobody has waited for one.
      if (begun.length > 0) await scheduleTimer(tx, publicationOf({ territory, day: dayOf(clock.now()) }));
    }
  },
});
