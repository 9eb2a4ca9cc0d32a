import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read models only; every row can be made again from the log. */
export class DeliveryTables1764000200000 implements MigrationInterface {
  name = 'DeliveryTables1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists read;
      create table read.station (
        station_id text primary key, territory text not null, name text not null, organisation text not null,
        opens_at text not null, closes_at text not null);
      create table read.parcel (
        parcel_id text primary key, order_id text not null, household_id text not null, territory text not null,
        building text not null, place_kind text not null, place text not null, lines json not null,
        status text not null, custodian text, offered_to text, pieces int, weight_grams int not null,
        window_from text not null, window_to text not null, planned_at text not null, version int not null);
      create index station_by_place on read.station (territory, station_id);
      create index parcel_by_time on read.parcel (planned_at, parcel_id);
      create index parcel_by_building on read.parcel (building, status, planned_at, parcel_id);
      create index parcel_by_household on read.parcel (household_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.station, read.parcel');
  }
}

/** How goods come to the doors of a building. */
export class DeliveryInstructions1790300700000 implements MigrationInterface {
  name = 'DeliveryInstructions1790300700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table read.instruction (place text primary key, contactless boolean not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.instruction');
  }
}
