import type { Projection } from '@baogong/event-pipe';

export const stationsProjection: Projection = {
  name: 'stations',
  source: 'delivery',
  handles: ['StationOpened'],

  async apply(tx, records) {
    await tx.query(
      `insert into read.station
       select s."stationId", s.territory, s.name, s.organisation, s."opensAt", s."closesAt"
       from json_to_recordset($1::json) as s("stationId" text, territory text, name text, organisation text,
         "opensAt" text, "closesAt" text)
       on conflict (station_id) do nothing`,
      [JSON.stringify(records.map(({ data }) => data))],
    );
  },
};
