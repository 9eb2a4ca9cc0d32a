import type { StationOpened } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

export const stationsProjection: Projection = {
  name: 'stations',
  source: 'delivery',
  handles: ['StationOpened', 'StationAmended'],

  async apply(tx, records) {
    // One row per station: what was opened and amended in one batch would meet itself in the statement.
    const latest = new Map(records.map(({ data }) => [(data as StationOpened).stationId, data]));
    await tx.query(
      `insert into read.station
       select s."stationId", s.territory, s.name, s.organisation, s."opensAt", s."closesAt"
       from json_to_recordset($1::json) as s("stationId" text, territory text, name text, organisation text,
         "opensAt" text, "closesAt" text)
       on conflict (station_id) do update
         set name = excluded.name, opens_at = excluded.opens_at, closes_at = excluded.closes_at`,
      [JSON.stringify([...latest.values()])],
    );
  },
};
