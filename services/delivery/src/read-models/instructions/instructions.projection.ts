import type { NoticePosted } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** How goods come to the doors of a building, as it was told there last: its notices stand on one stream. */
export const instructionsProjection: Projection = {
  name: 'instructions',
  source: 'oversight',
  handles: ['NoticePosted'],

  async apply(tx, records) {
    const told = records.flatMap(({ data }) => (data as NoticePosted).buildings);
    // One row per building: what was told twice in one batch would meet itself in the statement.
    const latest = new Map(told.map((building) => [building.place, building]));
    await tx.query(
      `insert into read.instruction (place, contactless)
       select b.place, b.contactless from json_to_recordset($1::json) as b(place text, contactless boolean)
       on conflict (place) do update set contactless = excluded.contactless`,
      [JSON.stringify([...latest.values()])],
    );
  },
};
