import type { NoticePosted } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** The notices of a community stand on one stream. */
export const noticeBoard: Projection = {
  name: 'notice-board',
  source: 'oversight',
  handles: ['NoticePosted'],
  async apply(tx, records) {
    const rows = records.map(({ at, data }) => ({ ...(data as NoticePosted), at }));
    await tx.query(
      `insert into oversight.notice (community, notice_id, place, posted_at, contactless, change)
       select n.territory, n."noticeId", b.place, n.at, b.contactless, n.change
       from json_to_recordset($1::json) as n(territory text, "noticeId" text, at text, change json, buildings json),
         json_to_recordset(n.buildings) as b(place text, contactless boolean)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  },
};
