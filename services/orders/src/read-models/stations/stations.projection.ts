import type { StationOpened } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** Stations an order may be sent to. */
export const stations: Projection = {
  name: 'stations',
  source: 'delivery',
  handles: ['StationOpened'],
  async apply(tx, records) {
    const opened = records.map(({ data }) => data as StationOpened);
    await tx.query(
      `insert into orders.station (station_id, territory)
       select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
      [opened.map(({ stationId }) => stationId), opened.map(({ territory }) => territory)],
    );
  },
};
